"""Meetings with the people (`doi-thoai/*.yml`): the yearly dialogue, conferences of the thôn, elections."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Draft
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.meeting.check import check
from generator.kinds.meeting.fulfilment import answers, cure
from generator.kinds.meeting.model import Meeting
from generator.kinds.meeting.spoken import occasions, spoken
from generator.kinds.meeting.tasks import tasks
from generator.kinds.meeting.view import SECTION, Overview, overview, sheet
from generator.words.dates import say_day

__all__ = ["KIND", "Meeting"]

TITLE = "Đối thoại, hội nghị"


def pages(scope: Scope) -> Iterable[Draft]:
    yield Draft(
        SECTION,
        TITLE,
        "meeting/list.html",
        overview(scope),
        f"{scope.commune.office} gặp bà con khi nào, bàn gì, đã hứa gì và làm đến đâu.",
        also=("Hội nghị thôn", "Bầu Trưởng thôn"),
    )
    for record in scope.commune.all("meeting"):
        shown = sheet(record, scope)
        yield Draft(
            shown.url,
            record.data.name,
            "meeting/meeting.html",
            shown,
            f"{record.data.name}: bàn gì, hứa gì, làm đến đâu."[:150],
            section=SECTION,
            record=record,
            basis=record.data.type.basis,
        )


def card(scope: Scope) -> Card:
    return Card(TITLE, SECTION, tuple(_lines(overview(scope))))


def _lines(found: Overview | None) -> Iterable[str]:
    if found is None:
        yield "Đối thoại, hội nghị: chưa công khai trên trang này."
        return
    first = found.sheets[0]
    if first.coming:
        yield f"Sắp họp {say_day(first.meeting.day)}: {first.meeting.name}"
    if found.tally.all:
        overdue = f", quá hạn {found.tally.overdue}" if found.tally.overdue else ""
        yield f"Đã hứa {found.tally.all} việc, xong {found.tally.done}{overdue}"
    else:
        yield f"{len(found.sheets)} cuộc"


KIND = Kind(
    name="meeting",
    title=TITLE,
    section=SECTION,
    files=("doi-thoai/*.yml",),
    model=Meeting,
    pages=pages,
    check=check,
    spoken=spoken,
    occasions=occasions,
    card=card,
    answers=answers,
    cure=cure,
    tasks=tasks,
    order=37,
)
