"""The last day of the law's calendar on which something that comes every year may happen."""

from __future__ import annotations

from datetime import date

from generator.fields.base import Model, given
from generator.fields.choice import Choice
from generator.fields.text import Count


class YearOf(Choice):
    """Which year a day stands in, seen from the year of the period."""

    BEFORE = "nam_truoc", "năm trước"
    AFTER = "nam_sau", "năm sau"


class LatestDay(Model):
    """The last day of the law's calendar on which what a deadline counts from may happen."""

    day: Count = given("ngay", "Ngày", "Ví dụ: 31.")
    month: Count = given("thang", "Tháng", "Ví dụ: 3.")
    year: YearOf = given("nam", "Năm", "Năm trước hay năm sau năm của kỳ.")

    def of(self, year: int) -> date:
        """For the period of a year."""
        return date(year + (1 if self.year is YearOf.AFTER else -1), self.month, self.day)
