"""Rules for counts by period: a period has come, and no day is counted twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from generator.core import Loc, Problem, Record
from generator.fields.period import Period
from generator.words.dates import say_day
from generator.words.fold import fold


def check_period(record: Record[Any], loc: Loc, period: Period, day: date) -> Iterable[Problem]:
    """An error where a period has not begun; a notice where it is not over and the counts will change."""
    if period.start > day:
        text = f"{period} chưa tới, hôm nay là {say_day(day)}"
        yield record.problem("date_in_future", loc, text, "Xem lại kỳ.")
    elif period.end >= day:
        yield record.notice(
            "period_not_over",
            loc,
            f"{period} đến ngày {say_day(period.end)} mới hết, hôm nay là {say_day(day)}",
            "Hết kỳ thì cập nhật lại các số.",
        )


def check_apart(record: Record[Any], key: str, found: Sequence[tuple[Period, str]]) -> Iterable[Problem]:
    """Errors where two items of a list count the same days of the same thing (its name; "" for all)."""
    for (_, (before, one)), (second, (after, other)) in combinations(enumerate(found), 2):
        if fold(one) == fold(other) and before.overlaps(after):
            yield record.problem(
                "periods_overlap",
                (key, second, "ky"),
                f"{after} chồng lên {before}" + (f" ({other})" if other else ""),
                "Mỗi ngày chỉ tính vào một kỳ; bỏ một mục hoặc sửa kỳ.",
            )
