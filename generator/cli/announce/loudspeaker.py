"""`congkhai loa`: scripts for the loudspeakers, the bulletin of the day, and the note that they were read."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import options
from generator.cli.announce import common
from generator.cli.communes import Commune, scope_of
from generator.cli.pages import All, Pages, chosen
from generator.cli.runs import first_and_last, note
from generator.words.dates import say_day, today

if TYPE_CHECKING:
    from generator.announce import Script
    from generator.kinds._kind import Scope
    from generator.posting_runs import Run

Read = Annotated[
    str | None,
    typer.Option(
        "--da-phat", metavar="NGÀY", help="Đã phát từ ngày này: ghi vào tệp dữ liệu của trang.", show_default=False,
    ),
]  # fmt: skip
Until = Annotated[
    str | None,
    typer.Option(
        "--den", metavar="NGÀY", help="Đã phát đến hết ngày này; bỏ trống là một ngày.", show_default=False
    ),
]


def command(
    xa: Commune,
    pages: Pages = None,
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    all_of_them: All = False,
    out: common.Out = None,
    since: Read = None,
    until: Until = None,
) -> int:
    """Bài đọc trên loa truyền thanh, kèm thời gian đọc.

    Không ghi trang nào thì viết bản tin trong ngày. Số, ngày, tiền, chữ viết tắt đã viết thành lời.
    """
    from generator.announce import bulletin, script_of
    from generator.stories import stories

    options.folder(content, "--content")
    day = options.day(date, today())
    days = _days(since, until, day)
    if days and not pages and not all_of_them:
        raise typer.BadParameter("--da-phat: ghi thêm trang nào đã phát, ví dụ lay-y-kien/LYK-2026-04.")
    scope = scope_of(content, options.province_folder(content, tinh), xa, day)
    found = chosen(stories(scope), pages, all_of_them)
    if days:
        return max([note(story.record, _run(days, scope), story.days) for story in found], default=0)
    scripts = [script_of(story, scope) for story in found] if pages or all_of_them else [bulletin(scope)]
    common.give({_name(script, day): _text(script) for script in scripts}, out)
    return 0


def _name(script: Script, day: datetime.date) -> str:
    return common.file_name(script.url) if script.url else f"ban-tin-{day}.txt"


def _text(script: Script) -> str:
    return "\n".join((f"{script.title} ({script.length})", "", *script.lines, ""))


def _days(
    since: str | None, until: str | None, day: datetime.date
) -> tuple[datetime.date, datetime.date] | None:
    """Nobody notes what has not been read yet; one day where only the first is told."""
    days = first_and_last("--da-phat", since, until, day)
    if days is None:
        return None
    first, last = days[0], days[1] or days[0]
    if last > day:
        raise typer.BadParameter(f"--da-phat: chỉ ghi ngày đã phát, ngày {say_day(last)} chưa tới.")
    return first, last


def _run(days: tuple[datetime.date, datetime.date], scope: Scope) -> Run:
    from generator.announce import place_of
    from generator.fields.posting import PostingForm
    from generator.posting_runs import Run

    return Run(PostingForm.LOUDSPEAKER, *days, place_of(scope))
