"""The periods of a calendar cycle."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from generator.fields.period import Period
from generator.province.duties import Cycle

MONTHS = {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.HALF: 6, Cycle.YEAR: 12}


def periods(cycle: Cycle, parts: Iterable[int], first: date, last: date) -> Iterator[Period]:
    """Every period that ends on or after `first` and begins on or before `last`, in order.

    `parts` are those of a year that count, from 1: quarters 1, 2, 3; all where there are none.
    """
    length, wanted = MONTHS[cycle], set(parts)
    for year in range(first.year, last.year + 1):
        for number in range(1, 12 // length + 1):
            period = _period(year, number, length)
            if (not wanted or number in wanted) and period.end >= first and period.start <= last:
                yield period


def _period(year: int, number: int, length: int) -> Period:
    month = number * length
    return Period(date(year, month - length + 1, 1), date(year, month, monthrange(year, month)[1]))
