"""Working days: weekends, public holidays of Vietnam, and the Government's swaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

import holidays

from generator.fields.base import Model, given, many, maybe
from generator.fields.dates import Day, Year
from generator.fields.text import Text

ONE_DAY = timedelta(days=1)


class DayOff(Model):
    """A day that is not worked, or that is worked in place of another."""

    day: Day = given("ngay", "Ngày", "Ngày nghỉ hoặc ngày làm bù.")
    name: Text = given("ten", "Tên", "Nghỉ hoặc làm bù vì sao.")
    basis: Text | None = maybe("can_cu", "Căn cứ", "Văn bản quyết định.")


class YearOverride(Model):
    """The file `ngay-nghi/<năm>.yml`: what a package cannot know, decided each year."""

    year: Year = given("nam", "Năm", "Năm của lịch nghỉ.")
    off: list[DayOff] = many("nghi_them", "Nghỉ thêm", "Ngày nghỉ do hoán đổi, nghỉ bù.")
    worked: list[DayOff] = many("lam_bu", "Làm bù", "Ngày nghỉ nhưng phải đi làm.")


@dataclass(frozen=True)
class WorkCalendar:
    """The working calendar of offices: Monday to Friday but for days off.

    Source: PyPI `holidays` (Bộ luật Lao động 2019 Đ112 and later resolutions), corrected by the
    override of each year.
    """

    overrides: Mapping[int, YearOverride]

    def reason_off(self, day: date) -> str | None:
        """Why the day is not worked ("Quốc khánh", "Thứ Bảy"); None for a working day."""
        own = self.overrides.get(day.year)
        if own:
            for entry in own.off:
                if entry.day == day:
                    return entry.name
            if any(entry.day == day for entry in own.worked):
                return None
        return _public_reason(day)

    def is_working(self, day: date) -> bool:
        return self.reason_off(day) is None

    def next_working(self, day: date) -> date:
        """The first working day after a day."""
        day += ONE_DAY
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def on_or_after(self, day: date) -> date:
        """The day itself where it is worked, else the next working day."""
        return day if self.is_working(day) else self.next_working(day)

    def after(self, day: date, working_days: int) -> date:
        """The day that lies so many working days after a day; the day itself is not counted."""
        for _ in range(working_days):
            day = self.next_working(day)
        return day

    def before(self, day: date, working_days: int) -> date:
        """The day that lies so many working days before a day."""
        while working_days:
            day -= ONE_DAY
            working_days -= self.is_working(day)
        return day

    def knows(self, year: int) -> bool:
        """Whether the Government's decision of that year has been entered."""
        return year in self.overrides

    def unknown(self, start: date, end: date) -> tuple[int, ...]:
        """The years of a span whose decision has not been entered: their working days are an estimate."""
        first, last = sorted((start.year, end.year))
        return tuple(year for year in range(first, last + 1) if not self.knows(year))


@lru_cache(maxsize=4_000)
def _public_reason(day: date) -> str | None:
    known = _vietnam(day.year)
    if day in known:
        return known.get(day)
    if day.weekday() < 5 or day in known.weekend_workdays:
        return None
    return "Thứ Bảy" if day.weekday() == 5 else "Chủ nhật"


@cache
def _vietnam(year: int) -> holidays.HolidayBase:
    """The holidays of one year; one year at a time, or every look-up would widen the set."""
    return holidays.country_holidays("VN", years=year, expand=False, language="vi")
