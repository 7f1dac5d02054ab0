"""Whether a text names a person, for records that must not: petitioners, donors."""

from __future__ import annotations

import re

from generator.personal.names import TITLES, ends_with_name

WORD = re.compile(r"[^\W\d_]+")


def person_named(text: str) -> str:
    """The first name of a person in a text, with its title; empty where none is seen."""
    words = list(WORD.finditer(text))
    for index, word in enumerate(words):
        follows = words[index + 1] if index + 1 < len(words) else None
        joined = follows is not None and text[word.end() : follows.start()] == " "
        if joined and follows is not None and follows[0][0].isupper():
            continue
        if word[0][0].isupper() and ends_with_name(text, word.end()):
            return _name(words, index)
    return ""


def _name(words: list[re.Match[str]], last: int) -> str:
    """The words of the name that ends there."""
    first = last
    while first and words[first - 1][0][0].isupper() and last - first < 4:
        first -= 1
    if first and words[first - 1][0].lower() in TITLES:
        first -= 1
    return " ".join(word[0] for word in words[first : last + 1])
