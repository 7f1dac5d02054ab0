"""From a moment to the last day in time, with the count in words."""

from __future__ import annotations

from datetime import date

from generator.province import WorkCalendar
from generator.province.duties import Deadline
from generator.province.verdicts import Due, Timeliness
from generator.words.dates import say_day


def due(start: date, deadline: Deadline, calendar: WorkCalendar) -> Due:
    """The last day in time, and what it is counted from."""
    day = deadline.last_day(start, calendar)
    if not deadline.number:
        return Due(start, day, "ngày cuối của kỳ")
    since = "trước" if deadline.before else "kể từ"
    return Due(start, day, f"{deadline.number} {deadline.unit.label} {since} {say_day(start)}")


def judge(posted: date | None, limit: Due | None, day: date) -> tuple[Timeliness, int]:
    """Whether what was (or was not yet) posted is in time, and by how many days it is not."""
    if limit is None:
        return Timeliness.UNKNOWN, 0
    late = ((posted or day) - limit.day).days
    if posted:
        return (Timeliness.LATE, late) if late > 0 else (Timeliness.ON_TIME, 0)
    return (Timeliness.OVERDUE, late) if late > 0 else (Timeliness.DUE, -late)
