"""Reception of citizens: the schedule as dated sessions, the next one first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.core import Draft
from generator.kinds._fulfilment import Answer, answer_of
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.reception.check import check
from generator.kinds.reception.model import Reception
from generator.kinds.reception.tasks import tasks
from generator.kinds.reception.view import Schedule, schedule
from generator.words.dates import say_day, say_long_day

__all__ = ["KIND", "Reception"]


def pages(scope: Scope) -> Iterable[Draft]:
    record = scope.commune.one("reception")
    yield Draft(
        "tiep-cong-dan/",
        "Tiếp công dân",
        "reception/schedule.html",
        schedule(scope),
        f"Lịch tiếp công dân của {scope.commune.name}: ngày, giờ, nơi tiếp, người tiếp.",
        record=record,
        menu="Tiếp công dân",
        also=("Khiếu nại, tố cáo", "Lịch tiếp công dân", "Gặp lãnh đạo"),
    )


def card(scope: Scope) -> Card:
    found = schedule(scope)
    return Card(
        "Gặp lãnh đạo, tiếp công dân",
        "tiep-cong-dan/",
        tuple(_lines(found)),
        action="Xem lịch tiếp công dân",
    )


def _lines(found: Schedule | None) -> Iterable[str]:
    if found is None:
        yield "Lịch tiếp công dân: chưa công khai trên trang này."
    elif found.next is None or found.next.day is None:
        yield "Chưa có buổi tiếp nào sắp tới được công khai."
    else:
        when = f"{say_long_day(found.next.day)}"
        yield f"Buổi tới: {when}, {found.next.hours[0].say() if found.next.hours else ''}".rstrip(", ")
        yield f"Người tiếp: {found.next.receiver}"
        yield f"Tính đến ngày {say_day(found.day)}"


def answers(scope: Scope) -> Iterable[Answer]:
    """The schedule, until the last day of its last year."""
    for record in scope.commune.all("reception"):
        ends = [plan.until or date(plan.year, 12, 31) for plan in record.data.years]
        yield replace(answer_of(record), until=max(ends, default=None))


KIND = Kind(
    name="reception",
    title="Tiếp công dân",
    section="tiep-cong-dan/",
    files=("tiep-cong-dan.yml",),
    model=Reception,
    pages=pages,
    check=check,
    answers=answers,
    tasks=tasks,
    card=card,
    order=20,
    prominent=True,
)
