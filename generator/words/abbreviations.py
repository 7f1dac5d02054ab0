"""Which abbreviations a text uses, so that a page can say what they mean."""

from __future__ import annotations

import re
from functools import cache

Meaning = tuple[str, str]
"""(abbreviation, what it stands for)"""
WITHIN = re.compile(r"[\w/-]")
"""A character that belongs to a word or a document's number."""


def used_in(text: str, known: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Those of `known` that stand in the text as words of their own, in the order of `known`.

    Parts of a document's number ("41/QĐ-UBND") are none.
    """
    words = _pattern(tuple(short for short, _ in known)).finditer(text) if known else ()
    found = {word.group() for word in words if not WITHIN.match(text[word.start() - 1 : word.start()])}
    return tuple(meaning for meaning in known if meaning[0] in found)


@cache
def _pattern(short: tuple[str, ...]) -> re.Pattern[str]:
    """How they end is told; looking behind each character of a page first takes five times as long."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, short))})(?!{WITHIN.pattern})")
