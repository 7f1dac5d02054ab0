"""`congkhai receive check`: the `pre-receive` hook; with an error the push does not come in."""

from __future__ import annotations

import os
import sys
from datetime import date as date_type
from pathlib import Path
from typing import Annotated

import typer

from generator.cli import options, report
from generator.cli.receive import common
from generator.receive.judge import RefusedError, judge
from generator.receive.repository import NOTHING
from generator.receive.source import Source
from generator.words.dates import today

ALLOWED = "CONGKHAI_XA"
"""Set by the server for one key: the slugs that it may change, with commas between."""
HEADS = "refs/heads/"


def command(
    repo: common.Repo = Path(),
    branch: common.Branch = "main",
    content: common.Inside = "content",
    tinh: common.Tinh = None,
    date: options.Day = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="XÃ", help="Kho này chỉ được sửa xã này; dùng được nhiều lần.", show_default=False),
    ] = None,
) -> int:  # fmt: skip
    """Kiểm tra bản vừa gửi tới, trước khi nhận (git gọi qua pre-receive).

    Đọc từ đầu vào các dòng “mã cũ, mã mới, nhánh” do git đưa.
    """
    source = common.source(repo, content, tinh)
    allowed = {*(only or ()), *filter(None, os.environ.get(ALLOWED, "").split(","))}
    day = options.day(date, today())
    try:
        for old, new, ref in (line.split(maxsplit=2) for line in sys.stdin):
            if not _may_come_in(source, (old, new, ref.strip()), branch, allowed, day):
                return 1
    except RefusedError as error:
        common.say(f"Chưa nhận: {error}")
        return 1
    except common.FAILURES as error:
        common.say(f"Chưa nhận: {common.why(error)}. Báo người quản lý máy chủ; trang cũ vẫn nguyên.")
        return 1
    return 0


def _may_come_in(
    source: Source, change: tuple[str, str, str], branch: str, allowed: set[str], day: date_type
) -> bool:
    old, new, ref = change
    if not ref.startswith(HEADS) or not set(new) - {"0"}:
        raise RefusedError(f"Máy chủ này chỉ nhận nhánh, không nhận xóa nhánh, không nhận “{ref}”.")
    if ref != HEADS + branch:
        common.say(
            f"Đã nhận nhánh {ref.removeprefix(HEADS)}; nhánh này không được đăng, chỉ nhánh {branch} được đăng."
        )
        return True
    verdict = judge(source, None if old == NOTHING else old, new, allowed, day, os.cpu_count() or 1)
    common.show(verdict.problems)
    if verdict.stopping:
        common.say(
            f"Chưa nhận bản này: {report.count(verdict.problems)}. "
            "Sửa chỗ báo lỗi ở trên rồi gửi lại. Trang đang đăng vẫn nguyên."
        )
        return False
    common.say(f"Đã kiểm tra: {report.count(verdict.problems)}.")
    return True
