"""Time limits of a source: whole, fractional, in words, without a unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from generator.imports.procedures.findings import Doubt, Notes
from generator.province.procedures import TimeUnit
from generator.words.fold import fold

UNITS = {
    "working_day": TimeUnit.WORKING_DAY,
    "day": TimeUnit.DAY,
    "hour": TimeUnit.HOUR,
    "month": TimeUnit.MONTH,
    "other": TimeUnit.UNSTATED,
    "": TimeUnit.UNSTATED,
    **{fold(unit.label): unit for unit in TimeUnit},
}
"""The portal's units and the Vietnamese words of the flattened file, folded."""
LONGEST = 3_650
SPEAKS_OF_TIME = re.compile(
    r"\d\s*(\(\w+\)\s*)?(ngày|giờ|tháng|năm|phút)|thời (hạn|gian)|ngày làm việc|kể từ (ngày|khi)|trước ngày",
    re.IGNORECASE,
)


def limit(number: Decimal | str | None, unit: str, words: list[str], notes: Notes) -> dict[str, Any]:
    """The group `thoi_han`: number and unit where the source gives both, its words as the note.

    A number whose unit is not known goes into the note as written: without its unit it says
    something else.
    """
    if isinstance(number, str):
        words, number = [number, *words], None
    known = UNITS.get(fold(unit))
    if known is None:
        notes.add(Doubt.VALUE, f"đơn vị thời hạn “{unit}”", str(number))
        words = [f"{number} {unit}", *words] if number else words
    counted = bool(number) and known is not None
    if number == 0 and known is not TimeUnit.UNSTATED:
        notes.add(Doubt.LIMIT, "thời hạn ghi 0", unit)
    if number and number > LONGEST:
        notes.add(Doubt.LIMIT, f"thời hạn ghi {number} {unit}")
    return {
        "so": str(number) if counted else "",
        "don_vi": known.value if counted and known else "",
        "ghi_chu": "\n".join(dict.fromkeys(filter(None, words))),
    }


def speaks_of_time(description: str) -> bool:
    """Whether the one description of a channel is about its time limit, not about handing in."""
    return bool(SPEAKS_OF_TIME.search(description))
