"""Numbers as they are spoken, "250k", "2 vạn", "5 chục triệu": never read, but understood for a suggestion."""

from __future__ import annotations

import re
from decimal import Decimal

WORDS = {"nghìn": 1000, "ngàn": 1000, "k": 1000, "vạn": 10_000, "triệu": 10**6, "trăm": 100, "chục": 10}
SAID = re.compile(
    rf"([0-9]{{1,3}}(?:\.[0-9]{{3}})+|[0-9]{{1,9}}(?:,[0-9]{{1,2}})?) ?({'|'.join(WORDS)})(?!\w) ?(.*)"
)
BEGUN = re.compile(rf"[0-9][0-9.,]* ?(?:{'|'.join(WORDS)})(?!\w)")


def said(text: str) -> tuple[Decimal, str, str] | None:
    """The number, its word and the rest of the text: 250000, "k" and "" of "250k"; None for other texts."""
    parts = SAID.fullmatch(text)
    if parts is None:
        return None
    number, word, rest = parts.groups()
    return Decimal(number.replace(".", "").replace(",", ".")) * WORDS[word], word, rest
