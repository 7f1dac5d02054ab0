"""A share that is written as a fraction: a spreadsheet holds 12% as 0,12."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.core import Loc, Problem, Record
from generator.words.money import say_percent


def notice_small(record: Record[Any], loc: Loc, percent: Decimal) -> Iterator[Problem]:
    """Less than one per cent, and not nothing."""
    if 0 < percent < 1:
        yield record.notice(
            "percent_small",
            loc,
            f"ghi {say_percent(percent)}, chưa tới một phần trăm",
            f"Bảng tính ghi 12% là 0,12: nếu muốn nói {say_percent(percent * 100)} thì sửa; đúng thì để nguyên.",
        )
