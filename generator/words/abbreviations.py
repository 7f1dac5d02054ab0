"""Which abbreviations a text uses, so that a page can say what they mean."""

from __future__ import annotations

import re
from functools import cache

Meaning = tuple[str, str]
"""(abbreviation, what it stands for)"""
WITHIN = r"[\w/-]"
"""A character that belongs to a word or a document's number."""


def used_in(text: str, known: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Those of `known` that stand in the text as words of their own, in the order of `known`.

    Parts of a document's number ("41/QĐ-UBND") are none.
    """
    found = set(_pattern(tuple(short for short, _ in known)).findall(text)) if known else set()
    return tuple(meaning for meaning in known if meaning[0] in found)


@cache
def _pattern(short: tuple[str, ...]) -> re.Pattern[str]:
    """Each word looks behind itself after its first letter: the search then jumps from one such letter to the next."""
    words = (f"{re.escape(word[0])}(?<!{WITHIN}(?s:.)){re.escape(word[1:])}" for word in short)
    return re.compile(rf"(?:{'|'.join(words)})(?!{WITHIN})")
