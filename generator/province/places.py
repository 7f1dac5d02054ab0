"""Provinces and cities that an official text names."""

from __future__ import annotations

import re

PLACE = re.compile(r"\b(?:[Tt]ỉnh|[Tt]hành phố|TP\.?) ((?:\w+ ?){2,4})")


def other_places(text: str, home: str) -> list[str]:
    """Provinces and cities that a text names, other than our own: "Hà Tĩnh".

    `home` is the province's own name without its type.
    """
    found = []
    for match in PLACE.finditer(text):
        words = []
        for word in match[1].split():
            if not word[0].isupper():
                break
            words.append(word)
        if len(words) > 1 and words[:2] != home.split()[:2]:
            found.append(" ".join(words[:3]))
    return list(dict.fromkeys(found))
