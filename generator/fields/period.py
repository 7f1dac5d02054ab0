"""Periods as reports name them: "tháng 9/2026", "quý III/2026", "6 tháng đầu năm 2026"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

from generator.fields.base import refuse, scalar
from generator.fields.dates import read_day
from generator.words.dates import say_day
from generator.words.fold import fold

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
YEAR = r"\s*(?:/|-|nam)?\s*(?P<y>(?:19|20)\d\d)"
MONTH = re.compile(rf"thang\s*(?P<n>\d{{1,2}}){YEAR}")
QUARTER = re.compile(rf"quy\s*(?P<n>iv|i{{1,3}}|[1-4]){YEAR}")
PART = re.compile(rf"(?P<n>0?[69])\s*thang\s*(?P<side>dau|cuoi)\s*{YEAR}")
WHOLE = re.compile(r"(?:ca\s+)?nam\s*(?P<y>(?:19|20)\d\d)")
BETWEEN = re.compile(r"(?:tu\s+)?(.+?)\s+(?:-|–|—|den)\s+(.+)")


@dataclass(frozen=True, order=True)
class Period:
    """Whole days from start to end, both included."""

    start: date
    end: date

    def __str__(self) -> str:
        """Its usual name, which is read back as the same period."""
        months = self._months()
        if months is None:
            return f"{say_day(self.start)} - {say_day(self.end)}"
        first, count, year = self.start.month, months, self.start.year
        if count == 1:
            return f"tháng {first}/{year}"
        if count == 3 and first % 3 == 1:
            return f"quý {('I', 'II', 'III', 'IV')[first // 3]}/{year}"
        if count in (6, 9) and first == 1:
            return f"{count} tháng đầu năm {year}"
        if count == 6 and first == 7:
            return f"6 tháng cuối năm {year}"
        return f"năm {year}" if count == 12 else f"{say_day(self.start)} - {say_day(self.end)}"

    def say(self) -> str:
        return str(self)

    def overlaps(self, other: Period) -> bool:
        return self.start <= other.end and other.start <= self.end

    def _months(self) -> int | None:
        """How many whole months of one year it is; None where it is not."""
        same_year = self.start.year == self.end.year
        whole = self.start.day == 1 and self.end.day == monthrange(self.end.year, self.end.month)[1]
        return self.end.month - self.start.month + 1 if same_year and whole else None


def read_period(value: object) -> Period:
    found = scalar(value)
    words = fold(found)
    if parts := WHOLE.fullmatch(words):
        return _months(int(parts["y"]), 1, 12)
    if parts := PART.fullmatch(words):
        count, year = int(parts["n"]), int(parts["y"])
        return _months(year, 1, count) if parts["side"] == "dau" else _months(year, 13 - count, count)
    if parts := QUARTER.fullmatch(words):
        quarter = ROMAN.get(parts["n"]) or int(parts["n"])
        return _months(int(parts["y"]), 3 * quarter - 2, 3)
    if (parts := MONTH.fullmatch(words)) and 1 <= int(parts["n"]) <= 12:
        return _months(int(parts["y"]), int(parts["n"]), 1)
    if ends := BETWEEN.fullmatch(words):
        return _between(found, read_day(ends[1]), read_day(ends[2]))
    raise refuse(
        "period_expected",
        f"cần là một kỳ, đang ghi “{found}”",
        "Ghi như: tháng 9/2026; quý III/2026; 6 tháng đầu năm 2026; năm 2026; 01/07/2026 - 30/09/2026.",
    )


def _months(year: int, first: int, count: int) -> Period:
    last = first + count - 1
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _between(found: str, start: date, end: date) -> Period:
    if start <= end:
        return Period(start, end)
    raise refuse("period_reversed", f"ghi “{found}” nhưng ngày đầu sau ngày cuối", "Đổi chỗ hai ngày.")


PeriodField = Annotated[Period, BeforeValidator(read_period), PlainSerializer(str, return_type=str)]
