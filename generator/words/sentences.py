"""Long texts in sentences that one breath carries, for whoever listens and cannot look back."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST = 19
"""Syllables of a sentence for the ear."""
ENDS = re.compile(r"(?<=[.!?])\s+|\n+")
MARK = re.compile(r"[;:,]$")
BREAKS = ("và", "hoặc", "để", "vì", "do", "nếu", "khi", "thì", "tại", "ở", "của", "cho", "từ", "đến", "trong", "với", "về", "theo", "gồm", "là")  # fmt: skip
"""Words that may begin a sentence of their own, where no mark parts a long one; the better ones first."""
LEAST = 4
"""Syllables that neither part goes below."""


def short_sentences(text: str, most: int = MOST) -> Iterator[str]:
    """The same words in sentences of at most `most` syllables, each with a capital and a full stop."""
    for sentence in ENDS.split(text.strip()):
        words = sentence.split()
        while words:
            end = len(words) if len(words) <= most else _end(words, most)
            yield _whole(words[:end])
            words = words[end:]


def _end(words: list[str], most: int) -> int:
    """How many words the first part takes: up to a mark, else before a joining word, else as many as may be."""
    room = range(min(most, len(words) - LEAST), LEAST - 1, -1)
    marked = next((end for end in room if MARK.search(words[end - 1])), 0)
    if marked:
        return marked
    return next((end for word in BREAKS for end in room if words[end].lower() == word), most)


def _whole(words: list[str]) -> str:
    text = " ".join(words).rstrip(" ,;:.")
    mark = "" if text.endswith(("!", "?")) else "."
    return f"{text[:1].upper()}{text[1:]}{mark}"
