"""The verdict where somebody declared that there was nothing to disclose."""

from __future__ import annotations

from generator.assess.case import Case
from generator.assess.deadlines import judge
from generator.fields.period import Period
from generator.kinds.empty.model import Declaration
from generator.province import Duty
from generator.province.verdicts import Due, Fulfilment, Timeliness, Verdict
from generator.words.dates import say_day


def declared(
    case: Case, duty: Duty, declaration: Declaration, period: Period, limit: Due | None = None
) -> Verdict:
    """Empty; in time or late where a deadline is known, and otherwise neither."""
    timeliness, days = judge(declaration.day, limit, case.day) if limit else (Timeliness.NONE, 0)
    return Verdict(
        duty,
        Fulfilment.EMPTY,
        timeliness,
        _why(declaration),
        period=period,
        record=case.record,
        posted=declaration.day,
        due=limit,
        days=days,
    )


def _why(declaration: Declaration) -> str:
    """Who declared that there was nothing, when, for which period."""
    return (
        f"{declaration.post} {declaration.person} khai ngày {say_day(declaration.day)}:"
        f" {declaration.period} không phát sinh"
    )
