"""Noting in the records on which days something was read out or hung, and saying what was written."""

from __future__ import annotations

import difflib
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from generator.cli import options
from generator.fields.posting import PostingForm
from generator.words.dates import say_day

if TYPE_CHECKING:
    from generator.core import Record
    from generator.posting_runs import Run

DEEDS = {PostingForm.LOUDSPEAKER: ("phát loa", "phát"), PostingForm.NOTICEBOARD: ("niêm yết", "niêm yết")}
"""What was done, and what the law wants done."""

OLDEST = timedelta(days=3 * 366)
"""An earlier day is a slip of the keyboard."""


def first_and_last(
    option: str, since: str | None, until: str | None, today: date
) -> tuple[date, date | None] | None:
    """The days of a run as options tell them; None where no run is told. Its first day is not to come."""
    if since is None:
        if until is not None:
            raise typer.BadParameter(f"--den đi cùng {option}: {option} 20/11/2026 --den 22/11/2026.")
        return None
    first = options.day(since, today, option)
    last = options.day(until, today, "--den") if until is not None else None
    if last and last < first:
        raise typer.BadParameter("--den: ngày cuối đứng trước ngày đầu.")
    if first > today:
        raise typer.BadParameter(f"{option}: ngày {say_day(first)} chưa tới, xong việc rồi mới ghi.")
    if first < today - OLDEST:
        raise typer.BadParameter(f"{option}: ngày {say_day(first)} đã quá ba năm. Xem lại năm.")
    return first, last


def note(record: Record[Any], run: Run, least: int) -> int:
    """Write the run into the record's file and say so; 1 where the file had to be left as it was."""
    from generator.canonical import put
    from generator.personal.masking import masked_path
    from generator.posting_runs import CannotNoteError
    from generator.posting_runs import note as noted

    path = Path(record.source.path)
    try:
        content = noted(path, run)
    except CannotNoteError as error:
        typer.echo(str(error), err=True)
        return 1
    name = masked_path(path.as_posix())
    if content is None:
        typer.echo(f"{name}: những ngày này đã ghi rồi.")
        return 0
    before = path.read_bytes()
    put(path, content)
    typer.echo(f"{name}: đã ghi {DEEDS[run.form][0]} {_span(run)}.")
    _show_change(before, content)
    _warn(path, content, run, least)
    return 0


def _show_change(before: bytes, after: bytes) -> None:
    """The lines themselves, so that who was wrong knows what to take back."""
    lines = difflib.ndiff(before.decode().splitlines(), after.decode().splitlines())
    for line in lines:
        if line[:1] in "+-":
            typer.echo(f"    {line}")
    typer.echo("    Ghi nhầm thì mở tệp, bỏ dòng có dấu +, trả lại dòng có dấu -.")


def _warn(path: Path, content: bytes, run: Run, least: int) -> None:
    """Of a run that is shorter than a duty wants, and of the last day of one with an open end."""
    from generator.posting_runs import longest

    if run.until is None:
        if least:
            last = say_day(run.since + timedelta(least - 1))
            typer.echo(f"    Luật đòi {DEEDS[run.form][1]} ít nhất {least} ngày liền: đến hết ngày {last}.")
        return
    told = longest(content, path, run.form)
    if told < least:
        typer.echo(f"    Luật đòi {DEEDS[run.form][1]} ít nhất {least} ngày liền, mới ghi {told} ngày.")


def _span(run: Run) -> str:
    if run.until is None:
        return f"từ ngày {say_day(run.since)}"
    if run.since == run.until:
        return f"ngày {say_day(run.since)}"
    return f"từ ngày {say_day(run.since)} đến ngày {say_day(run.until)}"
