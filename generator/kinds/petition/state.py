"""By when an answer is due, and how a matter stands on a day."""

from __future__ import annotations

from datetime import date, timedelta

from generator.kinds._answers import AnswerState
from generator.kinds._kind import Scope
from generator.kinds.petition.model import Petition
from generator.province.duties import DayUnit

DUTY = "PAKN"
"""The duty of `nghia-vu.yml` whose `thoi_han` the province sets; without one only promises are judged."""


def limit(petition: Petition, scope: Scope) -> date | None:
    """The last day by the province's rule of the day it came in; None where the province sets none."""
    duty = scope.province.duty(DUTY, petition.received)
    if duty is None or duty.deadline is None:
        return None
    if duty.deadline.unit is DayUnit.WORKING_DAY:
        return scope.province.calendar.after(petition.received, duty.deadline.number)
    return petition.received + timedelta(duty.deadline.number)


def state(petition: Petition, scope: Scope) -> AnswerState:
    """Judged by the province's limit or by the day that was promised, whichever is earlier."""
    days = [day for day in (limit(petition, scope), petition.promised) if day]
    return AnswerState(
        day=scope.day,
        sent=petition.received,
        answered=petition.reply.day if petition.reply else None,
        due=min(days, default=None),
    )
