"""Reporting periods: a year, a quarter, a month, the first or last months of a year, or two days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

from generator.fields.base import refuse
from generator.fields.dates import FIRST_YEAR, LAST_YEAR, NO_MONTH, month_unclear, read_day
from generator.fields.period_forms import usual
from generator.fields.typed import is_read, number_like, quote, ways
from generator.words.dates import MONTHS, say_day

ROMAN = ("I", "II", "III", "IV")
COUNTED = {**MONTHS, "nhất": 1, **{name.lower(): number for number, name in enumerate(ROMAN, 1)}}
NUMBER = rf"(?P<n>[0-9]{{1,2}}|[ivx]{{1,4}}|{'|'.join(sorted(COUNTED, key=len, reverse=True))})"
OF = r"(?:,? năm | ?[/-] ?(?:năm )?| )(?P<y>[0-9]{4})"
YEAR = re.compile(r"(?:cả )?(?:năm )?(?P<y>[0-9]{4})")
YEARS = re.compile(r"(?:giai đoạn )?(?:từ )?(?:năm )?([0-9]{4}) ?(?:-|đến) ?(?:năm )?([0-9]{4})")
QUARTER = re.compile(rf"quý {NUMBER}{OF}")
MONTH = re.compile(rf"tháng {NUMBER}{OF}|(?P<number>[0-9]{{1,2}}) ?[/-] ?(?P<year>[0-9]{{4}})")
MONTHS_OF = re.compile(rf"(?:{NUMBER} tháng|nửa) (?P<side>đầu|cuối){OF}")
BETWEEN = re.compile(r" - | đến (?:hết )?| tới |(?<=[0-9]{4})-(?=[0-9]{1,2}[/.])")
YEARLESS = re.compile(r"([0-9]{1,2}/[0-9]{1,2})( ?- ?| đến )([0-9]{1,2}/[0-9]{1,2}/([0-9]{4}))")
SIDELESS = re.compile(r"([0-9]{1,2}) ?(?:tháng|t)(?: năm | ?/ ?| )([0-9]{4})")
""" "9 tháng năm 2026": the first nine months, as reports mean it, or the last."""
FORMS = "năm 2026; quý III/2026; tháng 9/2026; 6 tháng đầu năm 2026; 01/07/2026 - 30/09/2026"
UNDATED = re.compile(
    rf"(?:quý|tháng) {NUMBER}|{NUMBER.replace('<n>', '<m>')} tháng (?:đầu|cuối)(?: năm)?|năm nay"
)


@dataclass(frozen=True, order=True)
class Period:
    """From the first day to the last, both included; ordered by start, then end."""

    start: date
    end: date

    def __str__(self) -> str:
        """The canonical writing, which is read back: "quý III/2026"."""
        return self._name() or f"{say_day(self.start)} - {say_day(self.end)}"

    def overlaps(self, other: Period) -> bool:
        """Whether any day belongs to both."""
        return self.start <= other.end and other.start <= self.end

    def _name(self) -> str:
        """What people call whole months of this span; empty where there is no name."""
        year, first, last = self.start.year, self.start.month, self.end.month
        if self.start.day != 1 or (self.end + timedelta(1)).day != 1:
            return ""
        if self.end.year > year:
            return f"giai đoạn {year} - {self.end.year}" if (first, last) == (1, 12) else ""
        if first == last:
            return f"tháng {first}/{year}"
        if last - first == 2 and first % 3 == 1:
            return f"quý {ROMAN[first // 3]}/{year}"
        if (first, last) == (7, 12):
            return f"6 tháng cuối năm {year}"
        whole = f"năm {year}" if last == 12 else f"{last} tháng đầu năm {year}"
        return whole if first == 1 else ""


@number_like
def read_period(found: str) -> Period:
    """A period: năm 2026, quý III/2026, tháng 9/2026, 6 tháng đầu năm 2026, 01/07/2026 - 30/09/2026."""
    text = usual(found.lower())
    period = _named(found, text) or _between(text)
    if period is None:
        raise _no_period(found, text)
    if period.end < period.start:
        hint = f"Ghi ngày đầu trước: {ways(str(_turned(period)))}"
        raise refuse("period_reversed", f"ghi {quote(found)}, kết thúc trước khi bắt đầu", hint)
    return period


def _turned(period: Period) -> Period:
    """The period with its ends in order; of whole years, the years change places."""
    if (period.start.month, period.start.day, period.end.month) == (1, 1, 12):
        return Period(date(period.end.year, 1, 1), date(period.start.year, 12, 31))
    return Period(period.end, period.start)


def _named(found: str, text: str) -> Period | None:
    if year := YEAR.fullmatch(text):
        return _months(found, year["y"], 1, 12)
    if years := YEARS.fullmatch(text):
        return Period(_months(found, years[1], 1, 12).start, _months(found, years[2], 1, 12).end)
    if quarter := QUARTER.fullmatch(text):
        return _quarter(found, quarter["n"], quarter["y"])
    if month := MONTH.fullmatch(text):
        period = _month(found, month["n"] or month["number"], month["y"] or month["year"])
        if NO_MONTH.search(found):
            raise month_unclear(found, str(period))
        return period
    if part := MONTHS_OF.fullmatch(text):
        return _side(found, part["n"] or "6", part["side"], part["y"])
    return None


def _between(text: str) -> Period | None:
    ends = BETWEEN.split(text.removeprefix("từ "))
    if len(ends) != 2:
        return None
    try:
        return Period(read_day(ends[0]), read_day(ends[1]))
    except PydanticCustomError:
        return None


def _quarter(found: str, written: str, year: str) -> Period:
    number = _count(written)
    if not 1 <= number <= 4:
        hint = f"Một năm có quý I đến quý IV; cả năm ghi: {ways(f'năm {year}')}"
        raise refuse("period_quarter", f"ghi {quote(found)}, không có quý này", hint)
    return _months(found, year, number * 3 - 2, number * 3)


def _month(found: str, written: str, year: str) -> Period:
    number = _count(written)
    if not 1 <= number <= 12:
        hint = f"Tháng từ 1 đến 12; cả năm ghi: {ways(f'năm {year}')}"
        raise refuse("period_month", f"ghi {quote(found)}, không có tháng này", hint)
    return _months(found, year, number, number)


def _side(found: str, written: str, side: str, year: str) -> Period:
    """The first or last so many months of a year."""
    number = _count(written)
    if not 1 <= number <= 12:
        hint = f"Một năm có 12 tháng; cả năm ghi: {ways(f'năm {year}')}"
        raise refuse("period_month", f"ghi {quote(found)}, không có khoảng tháng này", hint)
    return _months(found, year, *((1, number) if side == "đầu" else (13 - number, 12)))


def _count(written: str) -> int:
    """3 for "3", "iii" and "ba"; 0 for a numeral that is none of them."""
    return int(written) if written.isdigit() else COUNTED.get(written, 0)


def _months(found: str, written: str, first: int, last: int) -> Period:
    year = int(written)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        hint = "Xem lại bốn chữ số của năm."
        raise refuse("period_year", f"ghi {quote(found)}, năm {year} không hợp lý", hint)
    return Period(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def _no_period(found: str, text: str) -> Exception:
    if "tuần" in text:
        hint = "Ghi ngày đầu và ngày cuối của tuần: ngày/tháng/năm - ngày/tháng/năm."
        return refuse("period_week", f"ghi {quote(found)}, không nhận số tuần", hint)
    short = re.fullmatch(r"(.*[^0-9])([0-9]{2})", text)
    meant = f"{short[1]}20{short[2]}" if short else ""
    if is_read(read_period, meant):
        hint = f"Ghi đủ bốn chữ số của năm: {ways(str(read_period(meant)))}"
        return refuse("period_short_year", f"ghi {quote(found)}, năm chỉ có hai chữ số", hint)
    if UNDATED.fullmatch(text):
        hint = (
            f"Thêm năm bốn chữ số ở cuối: {found}/…"
            if text.startswith(("quý", "tháng"))
            else f"Thêm năm ở cuối: {found} …"
        )
        return refuse("period_no_year", f"ghi {quote(found)}, còn thiếu năm", hint)
    readings = _meant(text)
    hint = f"Ghi: {ways(*readings)}" if readings else f"Ghi một trong các kiểu: {FORMS}."
    return refuse("period_expected", f"cần là kỳ, đang ghi {quote(found)}", hint)


def _meant(text: str) -> list[str]:
    """What "9 tháng năm 2026" may say; the canonical writing of "q3/2026", "1/7 - 30/9/2026", a day in numbers."""
    if sided := SIDELESS.fullmatch(text):
        both = [f"{sided[1]} tháng {side} năm {sided[2]}" for side in ("đầu", "cuối")]
        return [way for way in both if is_read(read_period, way)]
    yearless = YEARLESS.fullmatch(text)
    tries = [
        re.sub(r"^(?:q|quý)\.? ?(?=[0-9iv])", "quý ", text),
        f"{yearless[1]}/{yearless[4]} - {yearless[3]}" if yearless else "",
        f"{text} - {text}" if "tháng" not in text else "",
    ]
    found = (
        _named(way, way) or _between(way) for way in tries if way != text and is_read(read_period, way)
    )
    return [str(period) for period in found if period][:1]


PeriodField = Annotated[Period, BeforeValidator(read_period), PlainSerializer(str, return_type=str)]
