"""Whether something came in time, and by how many days it did not."""

from __future__ import annotations

from datetime import date

from generator.province.verdicts import Due, Timeliness


def judge(posted: date | None, limit: Due | None, day: date) -> tuple[Timeliness, int]:
    """Whether what was (or was not yet) posted is in time, and by how many days it is not."""
    if limit is None:
        return Timeliness.UNKNOWN, 0
    late = ((posted or day) - limit.day).days
    if posted:
        return (Timeliness.LATE, late) if late > 0 else (Timeliness.ON_TIME, 0)
    return (Timeliness.OVERDUE, late) if late > 0 else (Timeliness.DUE, -late)
