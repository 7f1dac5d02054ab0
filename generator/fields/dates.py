"""Dates and years, read in the usual Vietnamese spellings."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

from generator.fields.base import refuse
from generator.fields.clock import Clock as Clock
from generator.fields.clock import read_clock as read_clock
from generator.fields.hours import Hours as Hours
from generator.fields.hours import Span as Span
from generator.fields.hours import read_hours as read_hours
from generator.fields.typed import is_read, number_like, quote, ways
from generator.words.dates import MONTHS, WEEKDAYS, say_day

Y, M, D = r"(?P<y>[0-9]{4})", r"(?P<m>[0-9]{1,2})", r"(?P<d>[0-9]{1,2})"
NAMED = f"(?P<m>[0-9]{{1,2}}|{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
ISO = re.compile(rf"{Y} ?[-/.] ?{M} ?[-/.] ?{D}")
USUAL = re.compile(rf"(?:ngày )?{D} ?[-/.] ?{M}(?: ?[-/.] ?| năm ){Y}")
THG = re.compile(rf"(?:ngày )?{D}[- ]thg\.? ?{M}[-, ]+(?P<y>[0-9]{{2}}|[0-9]{{4}})")
""" "05-Thg11-26", as spreadsheets set in Vietnamese show a date."""
RUN = re.compile(r"(?P<d>[0-9]{2})(?P<m>[0-9]{2})(?P<y>(?:19|20)?[0-9]{2})")
RUN_ISO = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-9]{2})")
""" "05112026", "051126" and "20261105": never both, since no month is 19 or 20."""
SPELLED = re.compile(rf"(?:ngày )?{D} tháng {NAMED},? (?:năm )?{Y}")
SHORT = re.compile(r"([0-9]{1,2}) ?[-/.] ?([0-9]{1,2}) ?[-/.] ?([0-9]{2})")
MONTH_ONLY = re.compile(r"(?:tháng )?[0-9]{1,2}(?: ?[-/.] ?| năm )[0-9]{4}|(?:năm )?[0-9]{4}")
YEARLESS = re.compile(r"(?:ngày )?([0-9]{1,2})(?: ?[-/.] ?| tháng )([0-9]{1,2})")
ENGLISH = re.compile(r"([0-9]{1,2})[- ]([a-z]{3,9})[- ,]+((?:20)?[0-9]{2})")
INSIDE = re.compile(
    r"(?<![0-9])(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}"
    r"|[0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4})(?![0-9])"
)
WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)}),? (.+)", re.IGNORECASE)
NO_MONTH = re.compile(r"(?i:tháng) năm,? [0-9]{4}$")
"""In small letters; "tháng Năm 2026" and "tháng năm năm 2026" say which month is meant."""
FIRST_YEAR, LAST_YEAR = 1900, 2100
EXCEL_ZERO, EXCEL_DAYS = date(1899, 12, 30), range(36_526, 54_789)
"""Day 0 of a spreadsheet's dates, and the serials of 2000 to 2049."""


@number_like
def read_day(found: str) -> date:
    """A day: 5/11/2026, 05-11-2026, 2026-11-05, ngày 5 tháng 11 năm 2026, thứ Năm, 05/11/2026."""
    named = WEEKDAY.fullmatch(found)
    day = _read_plain(named[2] if named else found)
    if named and named[1].lower() != WEEKDAYS[day.weekday()].lower():
        raise refuse(
            "date_weekday",
            f"ghi {quote(found)}, nhưng ngày này là {WEEKDAYS[day.weekday()]}",
            f"Xem lại thứ và ngày; nếu ngày đúng thì ghi: {ways(say_day(day))}",
        )
    return day


@number_like
def read_year(found: str) -> int:
    year = found.lower().removeprefix("năm ")
    if re.fullmatch(r"(19|20)[0-9]{2}", year):
        return int(year)
    digits = year.replace(".", "").replace(",", "")
    meant = f"20{digits}" if re.fullmatch(r"[0-4][0-9]", digits) else digits
    good = re.fullmatch(r"(19|20)[0-9]{2}", meant)
    hint = f"Ghi: {ways(meant)}" if good else "Ghi một năm, đủ bốn chữ số, chỉ chữ số."
    raise refuse("year_expected", f"cần là năm bốn chữ số, đang ghi {quote(found)}", hint)


def _read_plain(found: str) -> date:
    text = _with_marks(found.lower())
    for form in (ISO, USUAL, SPELLED):
        if parts := form.fullmatch(text):
            month = MONTHS.get(parts["m"]) or int(parts["m"])
            day = _day(found, int(parts["y"]), month, int(parts["d"]))
            if NO_MONTH.search(found):
                raise month_unclear(found, say_day(day))
            return day
    raise _incomplete(found, text) or _foreign(found, text) or _surrounded(found, text)


def _with_marks(text: str) -> str:
    """ "05/11/2026" for "05112026", "20261105" and "05-thg11-2026"; years of two digits stay so."""
    for form in (THG, RUN_ISO, RUN):
        if (parts := form.fullmatch(text)) and _exists(
            _century(int(parts["y"])), int(parts["m"]), int(parts["d"])
        ):
            return f"{parts['d']}/{parts['m']}/{parts['y']}"
    return text


def month_unclear(found: str, in_may: str) -> Exception:
    """ "tháng năm 2026": the fifth month, or a form in which the month was left blank."""
    hint = f"Ghi tháng bằng số; nếu là tháng 5 thì ghi: {ways(in_may)}"
    return refuse("month_unclear", f"ghi {quote(found)}, có thể là tháng 5, có thể còn thiếu tháng", hint)


def _day(found: str, year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refuse(
            "date_year", f"ghi {quote(found)}, năm {year} không hợp lý", "Xem lại bốn chữ số của năm."
        )
    if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        return date(year, month, day)
    if 12 < month <= 31 and 1 <= day <= 12 and month <= calendar.monthrange(year, day)[1]:
        raise refuse(
            "date_american",
            f"ghi {quote(found)}, có lẽ là kiểu Mỹ: tháng trước, ngày sau",
            f"Ghi ngày trước: {ways(say_day(date(year, day, month)))}",
        )
    raise refuse(
        "date_impossible", f"ghi {quote(found)} nhưng lịch không có ngày này", _limit(year, month, day)
    )


def _limit(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return f"Đang ghi tháng {month}; tháng chỉ từ 1 đến 12."
    last = calendar.monthrange(year, month)[1]
    return f"Đang ghi ngày {day}; tháng {month} năm {year} chỉ có ngày 1 đến ngày {last}."


def _incomplete(found: str, text: str) -> Exception | None:
    """A date that lacks its day, its year, or two digits of the year."""
    if short := SHORT.fullmatch(text):
        a, b, c = (int(part) for part in short.groups())
        days = [
            (_century(c), b, a),
            *([(_century(a), b, c)] if a > 12 else [(_century(c), a, b)] if b > 12 else []),
        ]
        meant = [say_day(date(*day)) for day in days if _exists(*day)]
        hint = f"Ghi đủ bốn chữ số của năm: {ways(*meant)}" if meant else "Ghi đủ bốn chữ số của năm."
        return refuse("date_short_year", f"ghi {quote(found)}, năm chỉ có hai chữ số", hint)
    if MONTH_ONLY.fullmatch(text):
        hint = "Thêm ngày ở đầu, theo văn bản: ngày/tháng/năm."
        return refuse("date_no_day", f"ghi {quote(found)}, còn thiếu ngày", hint)
    if YEARLESS.fullmatch(text):
        hint = "Thêm năm bốn chữ số ở cuối: ngày/tháng/năm."
        return refuse("date_no_year", f"ghi {quote(found)}, còn thiếu năm", hint)
    return None


def _foreign(found: str, text: str) -> Exception | None:
    """What a spreadsheet leaves behind, and days of the lunar calendar."""
    if re.fullmatch("[0-9]{5}", text) and int(text) in EXCEL_DAYS:
        meant = say_day(EXCEL_ZERO + timedelta(int(text)))
        hint = f"Nếu là ngày chép từ bảng tính thì ghi: {ways(meant)}"
        return refuse("date_serial", f"ghi {quote(found)}, giống số ngày của Excel", hint)
    english = ENGLISH.fullmatch(text)
    month = _english_month(english[2]) if english else 0
    if english and month and _exists(_century(int(english[3])), month, int(english[1])):
        meant = say_day(date(_century(int(english[3])), month, int(english[1])))
        hint = f"Ghi tháng bằng số: {ways(meant)}"
        return refuse("date_english", f"ghi {quote(found)}, tên tháng bằng tiếng Anh", hint)
    if re.search(r"âm lịch|\bâl\b|tháng giêng|tháng chạp", text):
        hint = "Ghi ngày dương lịch, bằng số: ngày/tháng/năm."
        return refuse("date_lunar", f"ghi {quote(found)}, là ngày âm lịch", hint)
    return None


def _surrounded(found: str, text: str) -> Exception:
    """One date among other words, several, or none at all."""
    inside = [parts[0] for parts in INSIDE.finditer(text)]
    if len(inside) > 1:
        hint = "Mục này chỉ nhận một ngày; ngày kia ghi vào mục riêng của nó."
        return refuse("date_several", f"ghi {quote(found)}, có nhiều ngày", hint)
    if inside and is_read(_read_plain, inside[0]):
        hint = f"Chỉ ghi ngày: {ways(say_day(_read_plain(inside[0])))}"
        return refuse("date_with_more", f"ghi {quote(found)}, có thêm chữ ngoài ngày", hint)
    hint = "Ghi bằng số: ngày/tháng/năm, năm đủ bốn chữ số."
    return refuse("date_expected", f"cần là ngày, đang ghi {quote(found)}", hint)


def _century(year: int) -> int:
    """Two digits to four: 26 is 2026, 85 is 1985."""
    return year if year > 99 else year + (2000 if year < 50 else 1900)


def _exists(year: int, month: int, day: int) -> bool:
    return (
        FIRST_YEAR <= year <= LAST_YEAR
        and 1 <= month <= 12
        and 1 <= day <= calendar.monthrange(year, month)[1]
    )


def _english_month(name: str) -> int:
    """1 to 12; 0 for no month. The names are English whatever the machine's language."""
    short = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    return short.index(name[:3]) + 1 if name[:3] in short else 0


Day = Annotated[date, BeforeValidator(read_day), PlainSerializer(date.isoformat)]
Year = Annotated[int, BeforeValidator(read_year)]
