"""Reception of citizens: the schedule as dated sessions, the next one first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.core import Draft
from generator.kinds._fulfilment import Answer, answer_of
from generator.kinds._kind import Card, Kind, Scope, Turn
from generator.kinds.reception.calendar import calendars
from generator.kinds.reception.check import check
from generator.kinds.reception.linked import upcoming
from generator.kinds.reception.model import Reception
from generator.kinds.reception.paper import papers
from generator.kinds.reception.session import SECTION, Session
from generator.kinds.reception.spoken import occasions, spoken
from generator.kinds.reception.table import rows
from generator.kinds.reception.tasks import tasks
from generator.kinds.reception.view import Schedule, schedule
from generator.words.dates import say_day, say_days_left, say_long_day

__all__ = ["KIND", "Reception"]


def pages(scope: Scope) -> Iterable[Draft]:
    record = scope.commune.one("reception")
    found = schedule(scope)
    yield Draft(
        SECTION,
        "Tiếp công dân",
        "reception/schedule.html",
        found,
        f"Lịch tiếp công dân của {scope.commune.name}: ngày, giờ, nơi tiếp, người tiếp.",
        record=record,
        menu="Tiếp công dân",
        also=("Khiếu nại, tố cáo", "Lịch tiếp công dân", "Gặp lãnh đạo"),
        about=tuple(upcoming(found)),
    )


def card(scope: Scope) -> Card:
    found = schedule(scope)
    return Card(
        "Gặp lãnh đạo, tiếp công dân",
        SECTION,
        tuple(_lines(found)),
        turns=tuple(_turns(found)) if found else (),
        action="Xem lịch tiếp công dân",
    )


def _lines(found: Schedule | None) -> Iterable[str]:
    if found is None:
        yield "Lịch tiếp công dân: chưa công khai trên trang này."
    elif found.next is None:
        yield "Chưa có buổi tiếp nào sắp tới được công khai."
    else:
        yield f"Tính đến ngày {say_day(found.day)}"


def _turns(found: Schedule) -> Iterable[Turn]:
    """The next session, those after it for whoever opens the page later, and what holds after the last."""
    for session in found.ahead:
        if session.day:
            left = say_days_left(session.day, found.day)
            yield Turn(session.over, session.day, left, tuple(_told(session, found.reception)))
    if found.ahead:
        phone = found.reception.phone
        yield Turn("", None, "", (f"Lịch đã hết, bà con gọi hỏi trước{f': {phone}' if phone else '.'}",))


def _told(session: Session, reception: Reception) -> Iterable[str]:
    """In a few lines; the place where it is not the usual one."""
    if session.day:
        yield f"Buổi tới: {say_long_day(session.day)}, {session.hours[0].say()}"
    yield f"Người tiếp: {session.receiver}"
    if session.online:
        yield "Tiếp trực tuyến"
    if session.place != reception.place:
        yield f"Nơi tiếp: {session.place}"


def answers(scope: Scope) -> Iterable[Answer]:
    """The schedule, until the last day of its last year."""
    for record in scope.commune.all("reception"):
        ends = [plan.until or date(plan.year, 12, 31) for plan in record.data.years]
        yield replace(answer_of(record), until=max(ends, default=None))


KIND = Kind(
    name="reception",
    title="Tiếp công dân",
    section=SECTION,
    files=("tiep-cong-dan.yml",),
    model=Reception,
    pages=pages,
    check=check,
    spoken=spoken,
    occasions=occasions,
    answers=answers,
    tasks=tasks,
    card=card,
    rows=rows,
    papers=papers,
    exports=calendars,
    order=20,
    prominent=True,
)
