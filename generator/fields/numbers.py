"""Counts and decimals; a point or comma that may part thousands as well as decimals is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator

from generator.fields.base import refuse
from generator.fields.spoken import BEGUN, said
from generator.fields.typed import is_read, number_like, quote, ways

GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+")
COMMA_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
DECIMAL = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
UNCLEAR = re.compile(r"(-?[1-9][0-9]{0,2})[.,]([0-9]{3})")
LEADING = re.compile(r"[0-9]+(?:\.[0-9]{3})*")
ZEROS = re.compile(r"0+(?=[0-9]{2}|(?<=00)[0-9])")
NONE_YET = "Chưa có số thì xóa cả dòng."
DIGITS, PLACES = 15, 8
"""Digits that a number of a JSON file keeps exactly (IEEE 754), and the decimals worth writing."""


@number_like
def read_count(found: str) -> int:
    """A whole number, 0 or more, up to twelve digits: 125, 2.140."""
    refuse_leading_zeros(found, read_count)
    digits = re.sub(r"[. ]", "", found) if GROUPS.fullmatch(found) else found
    if re.fullmatch(r"[0-9]{1,12}", digits):
        return int(digits)
    meant = _count_meant(found)
    hint = f"Ghi: {ways(meant)}" if meant else f"Chỉ ghi chữ số, không số lẻ, không dấu trừ. {NONE_YET}"
    raise refuse("count_expected", f"cần là số nguyên không âm, đang ghi {quote(found)}", hint)


SUM = re.compile(r"([0-9][0-9.,]*) ?(tỷ|tỉ|triệu|nghìn|ngàn)(?: đồng)?")
FACTORS = {
    "": 1, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9,
    "nghìn tỷ": 10**12, "ngàn tỷ": 10**12, "nghìn tỉ": 10**12, "ngàn tỉ": 10**12,
}  # fmt: skip
"""đồng in each unit that sums are written with."""


@number_like
def read_decimal(found: str) -> Decimal:
    """A number with a comma or point before decimals: 7, 7,5, 34.46, 1.250,5.

    "6.240" and "6,240" are refused: one reader sees six thousand, another a little more than six.
    """
    refuse_leading_zeros(found, read_decimal)
    if unclear := UNCLEAR.fullmatch(found):
        whole, rest = unclear.groups()
        raise refuse(
            "number_ambiguous",
            f"ghi {quote(found)}, có thể là hàng nghìn, có thể là số lẻ",
            f"Ghi rõ: {ways(whole + rest, write_decimal(Decimal(f'{whole}.{rest}')))}",
        )
    number = plain_decimal(found)
    if number is not None:
        return number
    meant = _decimal_meant(found)
    plain = f"Chỉ ghi chữ số, dấu phẩy trước phần lẻ, không quá 8 số lẻ. {NONE_YET}"
    hint = _in_units(found) or (f"Ghi: {ways(meant)}" if meant else plain)
    raise refuse("number_expected", f"cần là một số, đang ghi {quote(found)}", hint)


def _in_units(found: str) -> str:
    """The next step for "6,9 tỷ": which number it is depends on the unit of its table."""
    said = SUM.fullmatch(found.lower())
    if said is None:
        return ""
    number = None if UNCLEAR.fullmatch(said[1]) else plain_decimal(said[1])
    if number is None:
        return f"Ghi số theo đơn vị của bảng, không ghi chữ {said[2]}."
    dong = number * FACTORS[said[2]]
    values = {f"{unit} đồng": dong / FACTORS[unit] for unit in ("triệu", "nghìn")}
    written = {unit: write_decimal(value.normalize()) for unit, value in values.items()}
    ways_to = (f"“{text}” nếu bảng tính bằng {unit}" for unit, text in written.items())
    if all(is_read(read_decimal, text) for text in written.values()):
        return f"Ghi số theo đơn vị của bảng: {', '.join(ways_to)}."
    return f"Ghi số theo đơn vị của bảng, không ghi chữ {said[2]}."


def refuse_leading_zeros(found: str, read: Callable[[str], object]) -> None:
    """014 may be 14, or lack its first digit; 05 is how people fill two places."""
    if zeros := ZEROS.match(found):
        meant = found[zeros.end() :]
        hint = "Xem lại có thiếu chữ số nào không; nếu đủ thì bỏ số 0 ở đầu"
        hint += f", ghi: {ways(meant)}" if is_read(read, meant) else "."
        raise refuse("leading_zero", f"ghi {quote(found)}, số lượng mà có số 0 ở đầu", hint)


def plain_decimal(text: str) -> Decimal | None:
    """The number that digits write, with at most one decimal mark; None for anything else."""
    whole, comma, rest = text.partition(",")
    plain = (
        f"{re.sub('[. ]', '', whole)}{comma}{rest}" if GROUPS.fullmatch(whole) and text != whole else text
    )
    plain = re.sub("[. ]", "", plain) if _thousands(plain) else plain
    if not DECIMAL.fullmatch(plain):
        return None
    number = Decimal(plain.replace(",", "."))
    places = len(plain.replace(",", ".").partition(".")[2])
    return number if sum(map(str.isdigit, plain)) <= DIGITS and places <= PLACES else None


def write_decimal(number: Decimal) -> str:
    """The writing that is read back as the same number: a comma, and never exactly three decimals."""
    text = format(number, "f").replace(".", ",")
    return f"{text}0" if UNCLEAR.fullmatch(text) else text


def _thousands(text: str) -> bool:
    """Whether points or spaces can only part thousands: two groups or more, or spaces."""
    return bool(GROUPS.fullmatch(text)) and (" " in text or text.count(".") > 1)


def _count_meant(found: str) -> str:
    """125 for "125 hộ" and "125,0", 2.140 for "2,140"; empty where nothing is plain."""
    bare = found.rstrip(",;.")
    if bare != found and is_read(read_count, bare):
        return bare
    english = COMMA_GROUPS.fullmatch(found)
    if english and "." not in found:
        return found.replace(",", ".")
    if re.fullmatch(r"[0-9]{1,12}[.,]0{1,2}", found):
        return re.split("[.,]", found)[0]
    if BEGUN.match(found.lower()):
        return _count_said(found.lower())
    if unit := re.fullmatch(rf"({LEADING.pattern}) ?[^\W\d_][^\d]*", found):
        return unit[1] if is_read(read_count, unit[1]) else ""
    return ""


def _count_said(text: str) -> str:
    """2000 for "2 nghìn hộ" and "2k"; empty where more numbers follow."""
    spoken = said(text)
    meant = str(int(spoken[0])) if spoken and spoken[0] == int(spoken[0]) else ""
    return meant if spoken and not re.search("[0-9]", spoken[2]) and is_read(read_count, meant) else ""


def _decimal_meant(found: str) -> str:
    bare = found.rstrip(",;.")
    if bare != found and is_read(read_decimal, bare):
        return bare
    if COMMA_GROUPS.fullmatch(found):
        swapped = found.translate(str.maketrans(",.", ".,"))
        return swapped if is_read(read_decimal, swapped) else ""
    unit = re.fullmatch(r"(-?[0-9][0-9.,]*) ?(?:[^\W\d_]|%)[^\d]*[²³23]?", found)
    return unit[1] if unit and is_read(read_decimal, unit[1]) else ""


Count = Annotated[int, BeforeValidator(read_count)]
Number = Annotated[Decimal, BeforeValidator(read_decimal)]
