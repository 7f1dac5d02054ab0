"""The last day that a duty leaves: so many days or working days after a day, or before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.core import Loc, Problem, Record
from generator.kinds._kind import Scope
from generator.province.verdicts import Due, due
from generator.words.dates import say_day


def limit(id: str, start: date | None, scope: Scope) -> Due | None:
    """By the version of the duty in force on the day that it counts from; None where nothing is counted."""
    duty = scope.province.duty(id, start) if start else None
    deadline = duty.deadline if duty else None
    return due(start, deadline, scope.province.calendar) if start and deadline else None


def last_day(id: str, start: date | None, scope: Scope) -> date | None:
    """The day of the same limit."""
    found = limit(id, start, scope)
    return found.day if found else None


def check_announced(
    record: Record[Any], loc: Loc, told: date | None, held: date, id: str, scope: Scope
) -> Iterable[Problem]:
    """An announcement after the event is a slip; one that came too late for the law is told to staff."""
    last = last_day(id, held, scope)
    if told and told > held:
        yield record.problem(
            "dates_out_of_order",
            loc,
            f"ngày báo {say_day(told)} sau ngày tổ chức {say_day(held)}",
            "Xem lại hai ngày này.",
        )
    elif told and last and told > last:
        yield record.notice(
            "announced_late",
            loc,
            f"báo ngày {say_day(told)}, chậm nhất phải là ngày {say_day(last)}",
            "Ghi đúng ngày đã báo; lần sau báo sớm hơn.",
        )
