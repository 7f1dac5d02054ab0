"""`congkhai receive check`: the `pre-receive` hook; with an error the push does not come in."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Sequence
from datetime import date as date_type
from pathlib import Path

from generator.cli import options, report
from generator.cli.receive import common
from generator.receive.judge import Verdict, judge
from generator.receive.repository import NOTHING
from generator.receive.rights import RefusedError, check_rights
from generator.receive.source import Source
from generator.receive.turns import check_turn, take_turn
from generator.words.dates import today

ALLOWED = "CONGKHAI_XA"
"""Set by the server for one key: the slugs that it may change, with commas between."""
HEADS = "refs/heads/"
WORKBOOKS = (
    "Máy chủ này không tự nhập bảng tính trong nhap/. Trên máy có bộ dựng trang, chạy congkhai excel nhan"
    " trong bản sao của kho, xem lại rồi gửi."
)
"""Nobody could approve a proposal here: what comes in is published."""
Change = tuple[str, str, str]
"""Old commit, new commit and ref."""


def command(
    repo: common.Repo = Path(),
    branch: common.Branch = "main",
    content: common.Inside = "content",
    tinh: common.Tinh = None,
    date: options.Day = None,
    only: common.Only = None,
) -> int:
    """Kiểm tra bản vừa gửi tới, trước khi nhận (git gọi qua pre-receive).

    Đọc từ đầu vào các dòng “mã cũ, mã mới, nhánh” do git đưa.
    """
    source = common.source(repo, content, tinh)
    changes = [_change(line) for line in sys.stdin]
    try:
        return _judge_all(source, changes, branch, only or (), options.day(date, today()))
    except RefusedError as error:
        common.say(f"Chưa nhận: {error}")
    except common.FAILURES as error:
        common.say(f"Chưa nhận: {common.why(error)}. Báo người quản lý máy chủ; trang cũ vẫn nguyên.")
    return 1


def _judge_all(
    source: Source, changes: Sequence[Change], branch: str, only: Collection[str], day: date_type
) -> int:
    """The exit status: 0 where everything may come in.

    Raises: RefusedError, common.FAILURES
    """
    key = set(filter(None, os.environ.get(ALLOWED, "").split(",")))
    olds = {ref: old for old, _, ref in changes}
    check_turn(source.repository, olds)
    for change in changes:
        _check_branch(source, change, branch, key, only)
    verdicts = [_judged(source, change, day) for change in changes if change[2] == HEADS + branch]
    if any(verdict.stopping for verdict in verdicts):
        return 1
    take_turn(source.repository, olds, os.getppid())
    _tell(verdicts, olds, branch)
    for _, new, ref in changes:
        if ref == HEADS + branch and any(
            e.path.endswith(".xlsx") for e in source.repository.tree(new, ["nhap"])
        ):
            common.say(WORKBOOKS)
    return 0


def _change(line: str) -> Change:
    """Old commit, new commit and ref of a line of git's."""
    old, new, ref = line.split(maxsplit=2)
    return old, new, ref.strip()


def _check_branch(
    source: Source, change: Change, branch: str, key: Collection[str], only: Collection[str]
) -> None:
    """Raises: RefusedError"""
    old, new, ref = change
    if not ref.startswith(HEADS) or not set(new) - {"0"}:
        raise RefusedError(f"Máy chủ này chỉ nhận nhánh, không nhận xóa nhánh, không nhận “{ref}”.")
    tip = source.repository.commit(HEADS + branch)
    grown = source.repository.fork(tip, new) if tip else None
    check_rights(source, old if ref == HEADS + branch and tip else grown, new, key, only)


def _judged(source: Source, change: Change, day: date_type) -> Verdict:
    """What is found in a push to the branch that is published, told at once."""
    old, new, _ = change
    verdict = judge(source, None if old == NOTHING else old, new, day, os.cpu_count() or 1)
    common.show(verdict.problems)
    if verdict.stopping:
        common.say(
            f"Chưa nhận bản này: {report.count(verdict.problems)}. "
            "Sửa chỗ báo lỗi ở trên rồi gửi lại. Trang đang đăng vẫn nguyên."
        )
    return verdict


def _tell(verdicts: Iterable[Verdict], refs: Iterable[str], branch: str) -> None:
    """What comes in now."""
    for ref in refs:
        if ref != HEADS + branch:
            common.say(
                f"Đã nhận nhánh {ref.removeprefix(HEADS)}; nhánh này không được đăng, "
                f"chỉ nhánh {branch} được đăng."
            )
    for verdict in verdicts:
        common.say(f"Đã kiểm tra: {report.count(verdict.problems)}.")
