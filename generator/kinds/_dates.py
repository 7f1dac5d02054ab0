"""Days that a record tells: in order, and none ahead of what it says has happened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.core import Loc, Problem, Record
from generator.words.dates import say_day


def check_order(
    record: Record[Any], loc: Loc, later: date | None, earlier: date | None, name: str
) -> Iterable[Problem]:
    """What must not come before another day; `name` says which that one is: "ngày họp"."""
    if later and earlier and later < earlier:
        yield record.problem(
            "dates_out_of_order",
            loc,
            f"ngày {say_day(later)} trước {name} {say_day(earlier)}",
            "Xem lại hai ngày này.",
        )


def check_past(
    record: Record[Any], loc: Loc, found: date | None, day: date, hint: str = "Chỉ ghi việc đã diễn ra."
) -> Iterable[Problem]:
    """What has happened did not happen after the day that the site is built for."""
    if found and found > day:
        yield record.problem(
            "date_in_future", loc, f"ngày {say_day(found)} chưa tới, hôm nay là {say_day(day)}", hint
        )
