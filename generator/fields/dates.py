"""Dates, years and office hours, read in the usual Vietnamese spellings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

from generator.fields.base import refuse, scalar
from generator.words.dates import say_time

ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})")
USUAL = re.compile(r"(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})")
SPELLED = re.compile(r"(?:ngày\s+)?(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})")
CLOCK = re.compile(r"(?P<h>\d{1,2})\s*(?:[:h]|giờ)\s*(?P<m>\d{2})?(?:\s*phút)?")
SPAN = re.compile(r"(.+?)\s*(?:-|–|—|đến|tới)\s*(.+)")


@dataclass(frozen=True, order=True)
class Span:
    """A time of day from start to end."""

    start: time
    end: time

    def __str__(self) -> str:
        return f"{self.start:%H:%M} - {self.end:%H:%M}"

    def say(self) -> str:
        return f"{say_time(self.start)} – {say_time(self.end)}"


def read_day(value: object) -> date:
    found = scalar(value)
    for form in (ISO, USUAL, SPELLED):
        if parts := form.fullmatch(found.lower()):
            return _day(found, int(parts["y"]), int(parts["m"]), int(parts["d"]))
    raise refuse(
        "date_expected",
        f"cần là ngày, đang ghi “{found}”",
        "Ghi ngày/tháng/năm đủ bốn chữ số của năm: 26/11/2026",
    )


def read_year(value: object) -> int:
    found = scalar(value)
    if re.fullmatch(r"(19|20)\d\d", found):
        return int(found)
    raise refuse("year_expected", f"cần là năm bốn chữ số, đang ghi “{found}”", "Ghi: 2026")


def read_clock(value: object) -> time:
    found = scalar(value)
    parts = CLOCK.fullmatch(found.lower())
    if parts and int(parts["h"]) < 24 and int(parts["m"] or 0) < 60:
        return time(int(parts["h"]), int(parts["m"] or 0))
    raise refuse("time_expected", f"cần là giờ, đang ghi “{found}”", "Ghi: 7:30 hoặc 7 giờ 30")


def read_hours(value: object) -> tuple[Span, ...]:
    found = scalar(value)
    spans = tuple(_span(part) for part in re.split(r"\s*(?:;|,|\bvà\b)\s*", found) if part)
    for before, after in pairwise(spans):
        if after.start < before.end:
            raise refuse(
                "hours_overlap",
                f"có các khoảng giờ chồng lên nhau: “{found}”",
                "Ghi buổi sáng trước, buổi chiều sau: 7:30 - 11:30; 13:30 - 17:00",
            )
    return spans


def _day(found: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise refuse(
            "date_impossible",
            f"ghi “{found}” nhưng lịch không có ngày này",
            "Xem lại ngày và tháng: tháng 2 có 28 hoặc 29 ngày, tháng nhiều nhất là 12.",
        ) from None


def _span(part: str) -> Span:
    ends = SPAN.fullmatch(part)
    if ends is None:
        raise refuse(
            "hours_expected",
            f"cần là khoảng giờ, đang ghi “{part}”",
            "Ghi giờ bắt đầu và giờ kết thúc: 7:30 - 11:30; 13:30 - 17:00",
        )
    span = Span(read_clock(ends[1]), read_clock(ends[2]))
    if span.end <= span.start:
        raise refuse(
            "hours_reversed",
            f"ghi “{part}” nhưng giờ kết thúc không sau giờ bắt đầu",
            "Đổi lại hai giờ: 7:30 - 11:30",
        )
    return span


Day = Annotated[date, BeforeValidator(read_day), PlainSerializer(date.isoformat)]
Year = Annotated[int, BeforeValidator(read_year)]
Hours = Annotated[
    tuple[Span, ...],
    BeforeValidator(read_hours),
    PlainSerializer(lambda spans: "; ".join(map(str, spans)), return_type=str),
]
