"""Sizes of files as readers expect them."""

from __future__ import annotations

from decimal import Decimal

from generator.words.money import say_number


def say_size(size: int) -> str:
    """12 KB; 1,5 MB from a million bytes on; never less than it is."""
    if size < 1_000_000:
        return f"{say_number(-(-size // 1000))} KB"
    tenths = Decimal(-(-size // 100_000)) / 10
    return f"{say_number(int(tenths) if tenths == int(tenths) else tenths)} MB"
