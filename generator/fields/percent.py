"""Shares in per cent."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated

from pydantic import BeforeValidator

from generator.fields.base import refuse
from generator.fields.typed import is_read, number_like, quote, ways


@number_like
def read_percent(found: str) -> Decimal:
    """Per cent from 0 to 100, at most two decimals: 62, 62,5%, 62.5, 62 phần trăm."""
    number = found.lower().removesuffix("phần trăm").rstrip("% ")
    if not re.fullmatch(r"[0-9]{1,9}([.,][0-9]{1,12})?", number):
        meant = _inside(found)
        hint = f"Ghi: {ways(meant)}" if meant else "Ghi một số từ 0 đến 100, phần lẻ sau dấu phẩy."
        raise refuse("percent_expected", f"cần là phần trăm, đang ghi {quote(found)}", hint)
    percent = Decimal(number.replace(",", "."))
    if percent > 100:
        hint = "Phần trăm từ 0 đến 100; phần vượt kế hoạch ghi vào lời giải thích."
        raise refuse("percent_over", f"ghi {quote(found)}, quá 100%", hint)
    if percent != (rounded := percent.quantize(Decimal("0.01"), ROUND_HALF_UP)):
        readings = [
            _comma(rounded) + "%",
            *([_hundredfold(percent)] if percent < 1 and number == found else []),
        ]
        hint = f"Ghi nhiều nhất hai số lẻ: {ways(*readings)}"
        raise refuse("percent_places", f"ghi {quote(found)}, quá nhiều số lẻ", hint)
    return percent


def _hundredfold(share: Decimal) -> str:
    """98,5% for the 0,985 that a spreadsheet holds behind 98,5%."""
    return _comma((share * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)) + "%"


def _inside(found: str) -> str:
    """The one percentage among words: "đạt 98%."; else empty."""
    numbers = re.findall(r"(?<![0-9.,-])([0-9]{1,3}(?:[.,][0-9]{1,2})?) ?%", found)
    meant = f"{numbers[0]}%" if len(re.findall("[0-9]+(?:[.,][0-9]+)?", found)) == len(numbers) == 1 else ""
    return meant if is_read(read_percent, meant) else ""


def _comma(number: Decimal) -> str:
    return format(number.normalize(), "f").replace(".", ",")


Percent = Annotated[Decimal, BeforeValidator(read_percent)]
