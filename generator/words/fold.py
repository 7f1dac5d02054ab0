"""Comparing what people type: without tone marks, đ as d, case and spaces aside."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

LONGEST = 200
"""Characters of a misspelt name that are compared; comparing costs the product of both lengths."""


@lru_cache(maxsize=16_000)  # the words of a catalogue are compared in every commune
def fold(text: str) -> str:
    """The text as somebody types it on a cheap phone: "Đồng Hỷ" becomes "dong hy".

    Where the tone stands does not count: "hoà" and "hòa", "thuỷ" and "thủy" fold alike.
    """
    letters = text.casefold()
    if not letters.isascii():
        plain = unicodedata.normalize("NFD", letters.replace("đ", "d"))
        letters = "".join([c for c in plain if not unicodedata.combining(c)])
    return " ".join(letters.split())


def slug(text: str) -> str:
    """A name fit for an address: "Phan Đình Phùng" becomes "phan-dinh-phung"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def unused(name: str, taken: set[str]) -> str:
    """The name, with a number behind it where another thing has it already; now it is taken too."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found)
    return found


def nearest(text: str, choices: Iterable[str]) -> str | None:
    """The choice that was probably meant, or None where nothing is close."""
    known = {fold(choice): choice for choice in choices}
    found = difflib.get_close_matches(fold(text[:LONGEST]), known, n=1, cutoff=0.6)
    return known[found[0]] if found else None
