"""Which abbreviations a text uses, so that a page can say what they mean."""

from __future__ import annotations

import re
from functools import cache

Meaning = tuple[str, str]
"""(abbreviation, what it stands for)"""


def used_in(text: str, known: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Those of `known` that stand in the text as words of their own, in the order of `known`.

    Parts of a document's number ("41/QĐ-UBND") are none.
    """
    found = set(_pattern(tuple(short for short, _ in known)).findall(text)) if known else set()
    return tuple(meaning for meaning in known if meaning[0] in found)


@cache
def _pattern(short: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, short))})(?![\w/-])")
