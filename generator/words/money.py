"""Sums of money and shares as Vietnamese readers expect them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

UNITS = ((10**9, "tỷ"), (10**6, "triệu"))


def say_number(number: int | Decimal) -> str:
    """1.250.000; a comma before decimals: 7,5"""
    text = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
    return text.translate(str.maketrans(",.", ".,"))


def say_money(dong: int) -> str:
    """1.250.000.000 đồng"""
    return f"{say_number(dong)} đồng"


def say_short_money(dong: int) -> str:
    """1,25 tỷ đồng; at most two decimals, the full figure for what is below a million."""
    for size, name in UNITS:
        rounded = (Decimal(dong) / size).quantize(Decimal("0.01"), ROUND_HALF_UP)
        if rounded >= 1:
            return f"{say_number(rounded.normalize())} {name} đồng"
    return say_money(dong)


def say_sum(dong: int) -> str:
    """1,25 tỷ; 1.234.567.890 đồng where two decimals do not say all of it."""
    size, name = next(((size, name) for size, name in UNITS if dong >= size), (1, "đồng"))
    amount = Decimal(dong) / size
    whole = amount == round(amount, 2)
    return f"{say_number(amount.normalize())} {name}" if whole else say_money(dong)


def share(part: int, whole: int) -> Decimal | None:
    """Part of a whole in per cent, one decimal; None where the whole is zero."""
    if whole == 0:
        return None
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def say_percent(percent: Decimal) -> str:
    """62%; 62,5%"""
    whole = percent == percent.to_integral_value()
    return f"{say_number(int(percent) if whole else percent.normalize())}%"
