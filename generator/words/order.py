"""Vietnamese alphabetical order (the collation of Unicode CLDR for vi)."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]


@lru_cache(maxsize=4_000)  # the names of a catalogue are sorted in every commune
def vi_key(text: str) -> SortKey:
    """Sort key: letters first (ă â đ ê ô ơ ư are letters), then tones, then lower before upper case."""
    letters: list[str] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFD", text.lower()):
        if char in TONES:
            tones[-1:] = [TONES.index(char) + 1]
        elif unicodedata.combining(char) and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + char)
        else:
            letters.append(char)
            tones.append(0)
    return tuple([_rank(letter) for letter in letters]), tuple(tones), text.swapcase()


def first_letter(text: str) -> str:
    """The heading under which an A–Z list puts the text: "Đ" for "Đăng ký", "#" for a digit."""
    is_letter, rank = next(iter(vi_key(text)[0]), (0, 0))
    return ALPHABET[rank].upper() if is_letter else "#"


@cache
def _rank(letter: str) -> tuple[int, int]:
    return (1, ALPHABET.index(letter)) if letter in ALPHABET else (0, ord(letter[0]))
