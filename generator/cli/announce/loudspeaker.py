"""`congkhai loa`: scripts for the loudspeakers, the bulletin of the day, and the note that they were read."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import options
from generator.cli.announce import common
from generator.words.dates import say_day, today

if TYPE_CHECKING:
    from generator.announce import Script
    from generator.posting_runs import Run
    from generator.stories import Story

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
    xa: common.Commune,
    pages: common.Pages = None,
    content: options.Content = Path("content"),
    tinh: options.Tinh = None,
    date: options.Day = None,
    all_of_them: common.All = False,
    out: common.Out = None,
    since: Read = None,
    until: Until = None,
) -> int:
    """Bài đọc trên loa truyền thanh, kèm thời gian đọc.

    Không ghi trang nào thì viết bản tin trong ngày. Số, ngày, tiền, chữ viết tắt đã viết thành lời.
    """
    from generator.announce import bulletin, place_of, script_of
    from generator.stories import stories

    options.folder(content, "--content")
    day = options.day(date, today())
    days = _days(since, until, day)
    if days and not pages and not all_of_them:
        raise typer.BadParameter("--da-phat: ghi thêm trang nào đã phát, ví dụ lay-y-kien/LYK-2026-04.")
    scope = common.scope_of(content, options.province_folder(content, tinh), xa, day)
    found = common.chosen(stories(scope), pages, all_of_them)
    if days:
        return max([_note(story, *days, place_of(scope)) for story in found], default=0)
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
    """The first and the last day of a run; nobody notes what has not been read yet."""
    if since is None:
        if until is not None:
            raise typer.BadParameter("--den đi cùng --da-phat: --da-phat 20/11/2026 --den 22/11/2026.")
        return None
    first, last = options.day(since, day, "--da-phat"), options.day(until or since, day, "--den")
    if last < first:
        raise typer.BadParameter("--den: ngày cuối đứng trước ngày đầu.")
    if last > day:
        raise typer.BadParameter(f"--da-phat: chỉ ghi ngày đã phát, ngày {say_day(last)} chưa tới.")
    return first, last


def _note(story: Story, since: datetime.date, until: datetime.date, place: str) -> int:
    """Write the run into the record's file and say so; 1 where the file had to be left as it was."""
    from generator.canonical import put
    from generator.fields.posting import PostingForm
    from generator.personal.masking import masked_path
    from generator.posting_runs import CannotNoteError, Run, longest, note

    path, run = Path(story.record.source.path), Run(PostingForm.LOUDSPEAKER, since, until, place)
    try:
        content = note(path, run)
    except CannotNoteError as error:
        typer.echo(str(error), err=True)
        return 1
    name = masked_path(path.as_posix())
    if content is None:
        typer.echo(f"{name}: những ngày này đã ghi rồi.")
        return 0
    put(path, content)
    typer.echo(f"{name}: đã ghi phát loa {_span(run)}.")
    if (told := longest(content, path, run.form)) < story.days:
        typer.echo(f"    Luật đòi phát ít nhất {story.days} ngày liền, mới ghi {told} ngày.")
    return 0


def _span(run: Run) -> str:
    if run.since == run.until:
        return f"ngày {say_day(run.since)}"
    return f"từ ngày {say_day(run.since)} đến ngày {say_day(run.until)}"
