"""Figures of a table whose unit stands at its head, as offices print them: 5.200; 1.234,5."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator

from generator.fields.base import refuse
from generator.fields.numbers import GROUPS, read_decimal
from generator.fields.typed import number_like, quote


@number_like
def read_figure(found: str) -> Decimal:
    """A number that is not negative; points in threes always part thousands, a comma opens decimals.

    "5,200" is refused as in any number: it may have come from an English table.
    """
    if GROUPS.fullmatch(found):
        return Decimal(re.sub("[. ]", "", found))
    number = read_decimal(found)
    if number < 0:
        hint = "Số không âm; giảm, thu hồi thì ghi số dương và nói ở lời giải thích."
        raise refuse("money_negative", f"ghi {quote(found)}, là số âm", hint)
    return number


Figure = Annotated[Decimal, BeforeValidator(read_figure)]
