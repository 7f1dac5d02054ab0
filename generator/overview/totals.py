"""All communes that have joined, added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.overview.rows import Part, Row, judged
from generator.overview.standing import mean_of
from generator.overview.weeks import Trend, mean


@dataclass(frozen=True)
class Totals:
    """Of all communes that have joined."""

    units: int
    joined: int
    absent: tuple[Row, ...]
    """Everybody else: never late, never counted."""
    share: int | None
    """Mean of the communes' shares, rounded down."""
    timely: int | None
    """The same of what came in time: no commune weighs more for having more to disclose."""
    overdue: int
    overdue_in: int
    empty: int
    trend: Trend


def totals_of(rows: Sequence[Row]) -> Totals:
    own = [account for _, account in judged(rows)]
    return Totals(
        units=len(rows),
        joined=len(own),
        absent=tuple(row for row in rows if row.part is not Part.JOINED),
        share=mean_of([a.share for a in own if a.share is not None]),
        timely=mean_of([a.timely for a in own if a.timely is not None]),
        overdue=sum(account.overdue for account in own),
        overdue_in=sum(bool(account.overdue) for account in own),
        empty=sum(account.empty for account in own),
        trend=mean(row.trend for row, _ in judged(rows)),
    )
