"""Numbers, days, hours and sums as they are said aloud in the north of Vietnam."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
BILLION = 10**9
UNITS = ((10**6, "triệu"), (10**3, "nghìn"), (1, ""))
NUMBER_WORDS = (
    *DIGITS,
    "mốt",
    "tư",
    "lăm",
    "mười",
    "mươi",
    "trăm",
    "nghìn",
    "triệu",
    "tỷ",
    "lẻ",
    "phẩy",
    "mùng",
)
"""What stands inside a number that is said."""
FIRST_DAYS = 10
"""Days of a month that are said with "mùng"."""


def say_whole(number: int) -> str:
    """1.250.000.000 → "một tỷ hai trăm năm mươi triệu"; 1005 → "một nghìn không trăm lẻ năm"."""
    if number < 0:
        return f"âm {say_whole(-number)}"
    if number == 0:
        return DIGITS[0]
    high, low = divmod(number, BILLION)
    words = [say_whole(high), "tỷ"] if high else []
    for unit, name in UNITS:
        if part := low // unit % 1000:
            words += [*_hundreds(part, bool(words)), *([name] if name else [])]
    return " ".join(words)


def say_decimal(number: Decimal) -> str:
    """62,5 → "sáu mươi hai phẩy năm"; 0,05 → "không phẩy không năm"; zeros at the end are not said."""
    whole, _, rest = f"{abs(number):f}".partition(".")
    rest = rest.rstrip("0")
    sign = "âm " if number < 0 else ""
    if not rest:
        return f"{sign}{say_whole(int(whole))}"
    after = say_digits(rest) if rest.startswith("0") or len(rest) > 2 else say_whole(int(rest))
    return f"{sign}{say_whole(int(whole))} phẩy {after}"


def say_digits(digits: str) -> str:
    """One by one, as telephone numbers are said: "không hai không"."""
    return " ".join(DIGITS[int(digit)] for digit in digits)


def say_date(day: date) -> str:
    """ "mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu" """
    return f"{say_day_of_month(day.day)} {say_month(day.month)} năm {say_whole(day.year)}"


def say_day_of_month(day: int) -> str:
    return f"mùng {say_whole(day)}" if day <= FIRST_DAYS else say_whole(day)


def say_month(month: int) -> str:
    """ "tháng tư", never "tháng bốn"."""
    return f"tháng {say_order(month)}"


def say_order(number: int) -> str:
    """Behind "tháng", "thứ", "quý": four is "tư"."""
    return "tư" if number == 4 else say_whole(number)


def say_clock(clock: time) -> str:
    """7:30 → "bảy giờ ba mươi phút"; 7:00 → "bảy giờ"."""
    minutes = f" {say_whole(clock.minute)} phút" if clock.minute else ""
    return f"{say_whole(clock.hour)} giờ{minutes}"


def _hundreds(number: int, full: bool) -> list[str]:
    """The words of 1 to 999; `full` says the hundreds also where there are none, behind larger parts."""
    hundred, ten, one = number // 100, number // 10 % 10, number % 10
    words = [DIGITS[hundred], "trăm"] if hundred or full else []
    if ten == 0 and one and words:
        words.append("lẻ")
    elif ten == 1:
        words.append("mười")
    elif ten:
        words += [DIGITS[ten], "mươi"]
    return [*words, _one(ten, one)] if one else words


def _one(ten: int, one: int) -> str:
    """The last digit: mốt, tư, lăm behind tens."""
    if one == 1 and ten > 1:
        return "mốt"
    if one == 4 and ten > 1:
        return "tư"
    return "lăm" if one == 5 and ten else DIGITS[one]
