"""`congkhai receive publish`: the `post-receive` hook and the daily timer; what the branch holds goes live."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from datetime import date as date_type
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import options
from generator.cli.receive import common
from generator.cli.receive.journal import Journal
from generator.cli.release import said
from generator.core import History, State
from generator.receive.source import Source, Touched
from generator.words.dates import today

if TYPE_CHECKING:
    from generator.receive.live import Live
    from generator.release.make import Made

SHOWN = 5
Everything = Annotated[
    bool, typer.Option("--all", metavar=" ", help="Dựng lại mọi xã, vì sang ngày mới hoặc phần mềm mới.")
]


def command(
    out: common.Out,
    repo: common.Repo = Path(),
    branch: common.Branch = "main",
    content: common.Inside = "content",
    tinh: common.Tinh = None,
    date: options.Day = None,
    everything: Everything = False,
    key: common.Key = None,
) -> int:
    """Dựng và đăng những xã có thay đổi (git gọi qua post-receive).

    Mỗi lúc một lượt, lượt sau chờ. Hỏng giữa chừng thì trang cũ vẫn nguyên, lượt sau làm bù.
    """
    source = common.source(repo, content, tinh)
    journal = Journal(source.repository.folder)
    start = time.monotonic()
    try:
        live = _bring(source, branch, out.absolute(), options.day(date, today()), everything, key, journal)
    except common.FAILURES as error:
        return _failed(journal, common.why(error))
    return 1 if live is None else _told(live, journal, time.monotonic() - start)


def _bring(
    source: Source,
    branch: str,
    out: Path,
    day: date_type,
    everything: bool,
    key: Path | None,
    journal: Journal,
) -> Live | None:
    """What went live; None where `out` is a folder of something else, which is said."""
    from generator.publish import NotOursError
    from generator.receive.live import Releasing, bring_live

    try:
        return bring_live(
            source,
            branch,
            out,
            day,
            everything,
            os.cpu_count() or 1,
            waiting=_waiting,
            starting=partial(_started, journal),
            release=Releasing(key, partial(_told_of_release, key)),
            told=partial(_history, source, day),
        )
    except NotOursError:
        _failed(journal, f"thư mục {out} có tệp không do phần mềm tạo ra")
        return None


def _history(source: Source, day: date_type, commit: str, communes: Sequence[str]) -> dict[str, History]:
    from generator.history import histories_at

    places = {slug: f"{source.content}/xa/{slug}" for slug in communes}
    return histories_at(source.repository.folder, commit, places, day, os.cpu_count() or 1)


def _waiting() -> None:
    common.say("Đang có lượt đăng khác, xin chờ tới lượt …")


def _started(journal: Journal, commit: str, touched: Touched) -> None:
    if journal.broken_off:
        common.say("Lượt đăng trước bị dừng giữa chừng; trang vẫn nguyên, lượt này làm bù.")
    journal.begin(f"{commit[:10]}: {_named(touched)}")


def _told_of_release(key: Path | None, made: Made) -> None:
    common.say(said(made))
    if key and not made.signed:
        common.say(f"  Khóa {key} không ký được (cần quyền 600, không mật khẩu, máy có ssh-keygen).")


def _failed(journal: Journal, reason: str) -> int:
    journal.end(f"hỏng: {reason}")
    common.say(f"Đã nhận nhưng chưa đăng được: {reason}. Trang cũ vẫn nguyên. Báo người quản lý máy chủ.")
    return 1


def _told(live: Live, journal: Journal, seconds: float) -> int:
    """Say what came of it, to whoever pushed and to the journal."""
    if live.report is None:
        text = "Không có gì mới để đăng." if live.commit else "Nhánh này chưa có gì."
        journal.end(text)
        common.say(text)
        return 0
    if live.report.stopped:
        common.show(live.report.problems)
        return _failed(journal, "dữ liệu chung của tỉnh có lỗi")
    held = [outcome.name for outcome in live.report.outcomes if outcome.state is not State.PUBLISHED]
    text = f"Đã đăng {_named(live.touched)} trong {seconds:.1f} giây."
    if held:
        text += f" Còn lỗi nên giữ trang cũ: {', '.join(held)}."
    journal.end(text)
    common.say(text)
    return 0


def _named(touched: Touched) -> str:
    """What is built, in words; a long list is counted."""
    parts = ["dữ liệu của tỉnh"] if touched.province else []
    some = len(touched.communes) <= SHOWN
    parts += list(touched.communes) if some else [f"{len(touched.communes)} xã, phường"]
    return ", ".join(parts) or "không có gì"
