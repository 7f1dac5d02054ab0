"""Sums of money in đồng; an ambiguous spelling is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Annotated

from pydantic import BeforeValidator

from generator.fields.base import refuse
from generator.fields.money_groups import mixed, refuse_spaced, regrouped
from generator.fields.numbers import COMMA_GROUPS, FACTORS, GROUPS, refuse_leading_zeros
from generator.fields.percent import Percent as Percent
from generator.fields.percent import read_percent as read_percent
from generator.fields.spoken import BEGUN, said
from generator.fields.typed import is_read, number_like, quote, ways
from generator.words.money import say_number

UNIT = "|".join(sorted(filter(None, FACTORS), key=len, reverse=True))
DONG = re.compile(r" ?(?:đồng|dong|vnđ|vnd|đ|d|₫)(?: chẵn)?\.?$")
NO_MORE = re.compile(r"(?<=[0-9]) ?[,.] ?-{1,2}$")
XU = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,},[0-9]{1,2}|[0-9]{7,}[.,][0-9]{1,2}")
"""With hundredths of a đồng, which nobody pays; spreadsheets write them: 4850000000.0."""
UNSAID = re.compile(r" ?(?:k|vạn|trăm|chục)(?!\w)")
PART = re.compile(
    rf"(?P<number>[0-9]+(?:[.,][0-9]+)*(?: [0-9]{{3}}(?![0-9.,]))*) ?(?P<unit>{UNIT})?(?P<half> rưỡi)?(?: |$)"
)
ABOUT = re.compile(r"(?:khoảng|chừng|gần|hơn|trên|dưới|tầm|độ|ước|~|≈|>|<)+ ?(?:tính |chừng )?")
RANGE = re.compile(rf"[0-9.,]+(?: ?(?:{UNIT}))? ?(?:-|đến|tới) ?[0-9.,]+.*")
LARGEST, DIGITS = 10**15, 24
"""đồng; more is a slip. And the longest number that is still computed exactly."""
Part = tuple[str, str, bool]
"""A number as written, its unit (empty for đồng), whether "rưỡi" follows."""


@number_like
def read_dong(found: str) -> int:
    """đồng, whole and not negative: 1250000000, 1.250.000đ, 1,25 tỷ, 1 tỷ 250 triệu, 2 triệu rưỡi.

    A comma or point with a dash at the end, as receipts have it, says that no xu follow: 1.250.000,-
    """
    bare = NO_MORE.sub("", DONG.sub("", found.lower()))
    refuse_spaced(found, bare)
    parts = _parts(bare)
    if not parts:
        raise _no_sum(found, bare)
    refuse_leading_zeros(bare, read_dong)
    dong = _single(*parts[0]) if len(parts) == 1 else _compound(found, parts)
    if dong != dong.to_integral_value() or dong > LARGEST:
        hint = "Xem lại phần lẻ và số chữ số 0; số tiền tính đến đồng."
        raise refuse("money_impossible", f"ghi {quote(found)}, không phải số tiền hợp lý", hint)
    return int(dong)


def _parts(text: str) -> list[Part]:
    """The parts of a sum: "1 tỷ 250 triệu" has two; empty where anything else stands there."""
    parts: list[Part] = []
    end = 0
    while end < len(text):
        part = PART.match(text, end)
        if part is None:
            return []
        parts.append((part["number"], part["unit"] or "", bool(part["half"])))
        end = part.end()
    return parts


def _single(number: str, unit: str, half: bool) -> Decimal:
    amount = _amount(number, unit) + (Decimal("0.5") if half else 0)
    return amount * FACTORS[unit]


def _compound(found: str, parts: Sequence[Part]) -> Decimal:
    """Units fall, and each part is smaller than the unit before it: "1 tỷ 250 triệu 500 nghìn"."""
    (_, before, _), (last, unit, _) = parts[-2:]
    if not unit and before:
        small = Decimal(f"0.{last}") if last.isdigit() and len(last) <= 3 else Decimal(0)
        tail = [int(small * FACTORS[before])] if small else []
        head = sum(_single(*part) for part in parts[:-1])
        whole = int(_amount(last, ""))
        sums = [head + more for more in [*tail, whole] if head + more == int(head + more)]
        hint = f"Ghi đủ: {ways(*(say_number(int(dong)) for dong in sums if dong <= LARGEST))}"
        raise refuse("money_ambiguous", f"ghi {quote(found)}, số cuối không có đơn vị", hint)
    values = [_single(*part) for part in parts]
    if any(not unit for _, unit, _ in parts[:-1]):
        raise _unclear(found, "")
    falling = all(FACTORS[a[1]] > value for a, value in zip(parts, values[1:], strict=False))
    if not falling or any(a[2] or "," in a[0] for a, _ in pairwise(parts)):
        raise _no_sum(found, "")
    return sum(values, Decimal(0))


def _amount(text: str, unit: str) -> Decimal:
    """The number meant; points part thousands, a comma opens decimals before a unit."""
    whole, comma, decimals = text.partition(",")
    grouped = GROUPS.fullmatch(whole)
    digits = re.sub("[. ]", "", whole) if grouped else whole
    if digits.isdigit() and len(digits + decimals) <= DIGITS:
        if not comma:
            return Decimal(digits)
        plain = decimals.isdigit() and (grouped or len(decimals) != 3 or digits.startswith("0"))
        if plain and (unit or (grouped and len(decimals) != 3 and not decimals.strip("0"))):
            return Decimal(f"{digits}.{decimals}")
    raise _unclear(text, unit)


def _unclear(text: str, unit: str) -> Exception:
    """Why a number with points or commas cannot be taken at its word, with the sums it may mean."""
    tail = f" {unit}" if unit else ""
    if sum(map(str.isdigit, text)) > DIGITS:
        return refuse("money_impossible", f"ghi {quote(text)}, quá nhiều chữ số", "Xem lại các chữ số.")
    if wrong := mixed(text, unit, tail):
        return wrong
    if COMMA_GROUPS.fullmatch(text) and (text.count(",") > 1 or "." in text):
        swapped = re.sub(r",0+$", "", text.translate(str.maketrans(",.", ".,")))
        hint = "Viết dấu chấm giữa hàng nghìn, không ghi phần lẻ của đồng, ví dụ: 1.250.000"
        if is_read(read_dong, swapped + tail):
            hint = f"Viết dấu chấm giữa hàng nghìn: {ways(swapped + tail)}"
        return refuse("money_commas", f"ghi {quote(text + tail)}, dấu phẩy kiểu tiếng Anh", hint)
    if XU.fullmatch(text) and not unit:
        whole = int(re.sub("[^0-9]", "", re.sub("[.,][0-9]{1,2}$", "", text)))
        hint = f"Tiền tính đến đồng, không ghi phần lẻ: {ways(say_number(whole))}"
        return refuse("money_ambiguous", f"ghi {quote(text)}, có phần lẻ của đồng", hint)
    if re.fullmatch(r"[0-9]+[.,][0-9]+", text):
        hint = f"Ghi rõ: {ways(*_readings(text, unit))}"
        return refuse("money_ambiguous", f"ghi {quote(text + tail)}, hiểu được nhiều cách", hint)
    return refuse(
        "money_groups", f"ghi {quote(text + tail)}, các nhóm chữ số không đều", regrouped(text, tail)
    )


def _readings(text: str, unit: str) -> list[str]:
    """Decimals of a unit (tỷ or triệu where none is written), and a whole number."""
    whole, rest = re.split("[.,]", text)
    decimals, together = rest.rstrip("0"), say_number(int(whole + rest))
    read = [_in_unit(int(whole), decimals, name) for name in ([unit] if unit else ["tỷ", "triệu"])]
    if unit:
        return [*read, f"{together} {unit}"]
    return [together, *read] if len(rest) == 3 else read


def _in_unit(whole: int, decimals: str, unit: str) -> str:
    if len(decimals) != 3:
        return f"{whole},{decimals} {unit}" if decimals else f"{whole} {unit}"
    return say_number(int(Decimal(f"{whole}.{decimals}") * FACTORS[unit]))


def _no_sum(found: str, bare: str) -> Exception:
    if re.fullmatch(r"(-|\( ?)[0-9].*", bare):
        hint = "Số tiền không âm; giảm, thu hồi thì ghi số dương và giải thích ở ghi chú."
        return refuse("money_negative", f"ghi {quote(found)}, là số âm", hint)
    about = ABOUT.match(bare)
    if about or RANGE.fullmatch(bare):
        rest = bare[about.end() :] if about else ""
        hint = f"Ghi số chính xác trong văn bản, ví dụ: {ways(rest)}" if is_read(read_dong, rest) else ""
        return refuse(
            "money_about", f"ghi {quote(found)}, chưa phải số chính xác", hint or "Ghi một số chính xác."
        )
    if re.search(r"\$|€|usd|đô la|eur|nhân dân tệ", found.lower()):
        return refuse(
            "money_currency", f"ghi {quote(found)}, không phải đồng Việt Nam", "Đổi ra đồng rồi ghi."
        )
    meant = "0" if bare in ("không", "không có", "chưa có", "miễn phí") else _leading(bare)
    hint = (
        f"Ghi: {ways(meant)}" if meant else "Ghi chữ số, dấu chấm giữa hàng nghìn, có thể thêm triệu, tỷ."
    )
    return refuse("money_expected", f"cần là số tiền, đang ghi {quote(found)}", hint)


def _leading(text: str) -> str:
    """The sum that the text starts with, where words or brackets follow it; else empty."""
    if BEGUN.match(text) and (spoken := said(text)) and spoken[2] in FACTORS:
        dong = spoken[0] * FACTORS[spoken[2]]
        vague = spoken[1] in ("trăm", "chục") and not spoken[2]
        return say_number(int(dong)) if dong == int(dong) <= LARGEST and not vague else ""
    words = re.match(rf"[0-9][0-9., ]*(?:(?:{UNIT})(?!\w))?", text)
    start = words[0].rstrip(" .,") if words else ""
    alone = not re.search("[0-9]", text[len(start) :]) and not re.match(UNSAID, text[len(start) :])
    return start if start and alone and is_read(read_dong, start) else ""


Dong = Annotated[int, BeforeValidator(read_dong)]
