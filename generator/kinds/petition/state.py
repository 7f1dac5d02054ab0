"""By when an answer is due, and how a matter stands on a day."""

from __future__ import annotations

from datetime import date

from generator.kinds._answers import AnswerState
from generator.kinds._deadlines import last_day
from generator.kinds._kind import Scope
from generator.kinds.petition.model import Field, Petition
from generator.province import Duty

DUTY = "PAKN"
"""The duty of `nghia-vu.yml` whose `thoi_han` the province sets; without one only promises are judged."""
CORRECTION = "TCTT-22.4"
"""The duty to answer whoever reports that something published is wrong."""


def duty_of(petition: Petition) -> str:
    """Id of the duty that sets the limit; a report of wrong information has one of its own."""
    return CORRECTION if petition.field is Field.WRONG else DUTY


def ended(scope: Scope) -> Duty | None:
    """The last version of the province's duty, where none is in force on the day any more."""
    past = [duty for duty in scope.province.duties if duty.id == DUTY and duty.basis.since <= scope.day]
    return None if scope.duty(DUTY) else max(past, key=lambda duty: duty.basis.since, default=None)


def limit(petition: Petition, scope: Scope) -> date | None:
    """The last day by the province's rule of the day it came in; None where the province sets none."""
    return last_day(duty_of(petition), petition.received, scope)


def state(petition: Petition, scope: Scope) -> AnswerState:
    """Judged by the province's limit or by the day that was promised, whichever is earlier."""
    days = [day for day in (limit(petition, scope), petition.promised) if day]
    return AnswerState(
        day=scope.day,
        sent=petition.received,
        answered=petition.reply.day if petition.reply else None,
        due=min(days, default=None),
    )
