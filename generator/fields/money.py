"""Sums of money in đồng and shares in per cent; an ambiguous spelling is refused."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator

from generator.fields.base import refuse, scalar
from generator.words.money import say_number

FACTORS = {"": 1, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
SUM = re.compile(r"(?P<number>[\d.,]+)\s*(?P<unit>nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|đ|vnđ|vnd)?")
GROUPS = re.compile(r"\d{1,3}(\.\d{3})+")
LARGEST = 10**15


def read_dong(value: object) -> int:
    """đồng, whole: "1250000000", "1.250.000.000 đồng", "1,25 tỷ"; never negative."""
    found = scalar(value)
    parts = SUM.fullmatch(found.lower())
    amount = parts and _number(parts["number"], bool(parts["unit"]))
    if parts is None or amount is None:
        raise refuse("money_expected", f"cần là số tiền, đang ghi “{found}”", "Ghi: 1.250.000.000")
    dong = amount * FACTORS[parts["unit"] or ""]
    if dong != dong.to_integral_value() or dong > LARGEST:
        raise refuse(
            "money_impossible",
            f"ghi “{found}”, không phải số tiền chẵn đồng hợp lý",
            "Ghi đủ chữ số: 1.250.000.000",
        )
    return int(dong)


def read_percent(value: object) -> Decimal:
    """Per cent from 0 to 100, one or two decimals: "62", "62,5%"."""
    found = scalar(value)
    if re.fullmatch(r"\d{1,3}([.,]\d{1,2})?\s*%?", found):
        percent = Decimal(found.rstrip("% ").replace(",", "."))
        if percent <= 100:
            return percent
    raise refuse("percent_expected", f"cần là phần trăm từ 0 đến 100, đang ghi “{found}”", "Ghi: 62,5%")


def _number(text: str, has_unit: bool) -> Decimal | None:
    """The number meant, or None; dots part thousands, a comma opens decimals (only before a unit)."""
    whole, comma, decimals = text.partition(",")
    if GROUPS.fullmatch(whole):
        whole = whole.replace(".", "")
    elif "." in whole or "," in decimals or "." in decimals:
        raise _ambiguous(text, has_unit)
    if not whole.isdigit() or (comma and not decimals.isdigit()):
        return None
    if comma and not has_unit:
        raise _ambiguous(text, has_unit)
    return Decimal(f"{whole}.{decimals or 0}")


def _ambiguous(text: str, has_unit: bool) -> Exception:
    digits = int("".join(c for c in text if c.isdigit()) or 0)
    suggestion = f"“{text.replace('.', ',')} tỷ”" if not has_unit else text.replace(".", ",")
    return refuse(
        "money_ambiguous",
        f"cần là số tiền, đang ghi “{text}”",
        f"Ghi đủ chữ số, ví dụ {say_number(max(digits, 1000))}, hoặc viết {suggestion}.",
    )


Dong = Annotated[int, BeforeValidator(read_dong)]
Percent = Annotated[Decimal, BeforeValidator(read_percent)]
