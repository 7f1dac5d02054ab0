"""Periods as reports write them: read, said again, compared by their days."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.fields.period import Period, PeriodField

READ: TypeAdapter[Period] = TypeAdapter(PeriodField)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("tháng 9/2026", date(2026, 9, 1), date(2026, 9, 30)),
        ("Tháng 2 năm 2028", date(2028, 2, 1), date(2028, 2, 29)),
        ("quý III/2026", date(2026, 7, 1), date(2026, 9, 30)),
        ("III/2026", date(2026, 7, 1), date(2026, 9, 30)),
        ("I-2026", date(2026, 1, 1), date(2026, 3, 31)),
        ("Quý 4 năm 2026", date(2026, 10, 1), date(2026, 12, 31)),
        ("năm 2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("6 tháng đầu năm 2026", date(2026, 1, 1), date(2026, 6, 30)),
        ("6 tháng cuối năm 2026", date(2026, 7, 1), date(2026, 12, 31)),
        ("9 tháng đầu năm 2026", date(2026, 1, 1), date(2026, 9, 30)),
        ("01/07/2026 - 07/07/2026", date(2026, 7, 1), date(2026, 7, 7)),
        ("T9/2026", date(2026, 9, 1), date(2026, 9, 30)),
        ("tháng 9.2026", date(2026, 9, 1), date(2026, 9, 30)),
        ("2026-09", date(2026, 9, 1), date(2026, 9, 30)),
        ("quý III.2026", date(2026, 7, 1), date(2026, 9, 30)),
        ("từ tháng 7 đến tháng 9 năm 2026", date(2026, 7, 1), date(2026, 9, 30)),
        ("tháng 7-9/2026", date(2026, 7, 1), date(2026, 9, 30)),
        ("tháng 11/2025 - tháng 2/2026", date(2025, 11, 1), date(2026, 2, 28)),
    ],
)
def test_a_period_is_read_and_its_name_is_read_back(text: str, start: date, end: date) -> None:
    period = READ.validate_python(text)
    assert period == Period(start, end)
    assert READ.validate_python(str(period)) == period


@pytest.mark.parametrize(
    "text", ["tháng 13/2026", "quý V/2026", "quý III", "mùa thu 2026", "07/2026 - 08/2026 - 09/2026"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python(text)


def test_periods_overlap_where_they_share_a_day() -> None:
    july, quarter, august = map(READ.validate_python, ("tháng 7/2026", "quý III/2026", "tháng 8/2026"))
    assert july.overlaps(quarter)
    assert quarter.overlaps(july)
    assert not july.overlaps(august)
