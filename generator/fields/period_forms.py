"""Further spellings of a period, brought to those that are read."""

from __future__ import annotations

import calendar
import re

T_MONTH = re.compile(r"(?:tháng |t)\.? ?([0-9]{1,2}) ?[./-] ?([0-9]{4})")
MONTH_ISO = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
QUARTER_DOT = re.compile(r"(quý [0-9iv]{1,3}) ?\. ?([0-9]{4})")
ROMAN = re.compile(r"(iv|i{1,3}) ?[./-] ?([0-9]{4})")
"""Months are never counted in Roman numerals."""
MONTHS_RUN = re.compile(
    r"(?:từ )?tháng ([0-9]{1,2})(?:(?: năm | ?/ ?)([0-9]{4}))? ?(?:-|đến|tới) ?(?:hết )?(?:tháng )?"
    r"([0-9]{1,2})(?:,? năm | ?[/.] ?)([0-9]{4})"
)


def usual(text: str) -> str:
    """ "tháng 9/2026" for "t9/2026" and "2026-09", two days for "tháng 7-9/2026"; others as they are."""
    if month := T_MONTH.fullmatch(text):
        return f"tháng {month[1]}/{month[2]}"
    if iso := MONTH_ISO.fullmatch(text):
        return f"tháng {int(iso[2])}/{iso[1]}"
    if quarter := QUARTER_DOT.fullmatch(text):
        return f"{quarter[1]}/{quarter[2]}"
    if roman := ROMAN.fullmatch(text):
        return f"quý {roman[1]}/{roman[2]}"
    if run := MONTHS_RUN.fullmatch(text):
        return _days(int(run[2] or run[4]), int(run[1]), int(run[4]), int(run[3])) or text
    return text


def _days(first_year: int, first: int, last_year: int, last: int) -> str:
    """The first and last day of a run of months; empty where it is none."""
    if (
        not 1 <= first <= 12
        or not 1 <= last <= 12
        or (first_year, first) > (last_year, last)
        or not first_year
    ):
        return ""
    end = calendar.monthrange(last_year, last)[1]
    return f"01/{first:02d}/{first_year:04d} - {end}/{last:02d}/{last_year:04d}"
