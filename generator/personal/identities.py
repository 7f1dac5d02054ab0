"""Numbers of a person's papers: identity number, the old identity card, passport."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal.finding import Datum, Finding, digits_of, mask
from generator.personal.numbers import CALLED, MONEY, OTHER, before, is_named_otherwise, named

_CODES = """
001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044
045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091
092 093 094 095 096
"""
PROVINCES = frozenset(_CODES.split())
"""Where a birth was registered: codes of the 63 provinces that there were until 2025."""
OLDEST, YOUNGEST = 10, 45
"""Years that the two digits after the century may say: from 1910, to 2045."""
TWELVE = re.compile(
    r"(?<!\d)(?<!\d[.,])(?:\d{12}|\d{3}([/-])\d{3}\1\d{6}|\d{6}[ ./]\d{6}|\d{3}[ .]\d{9}|\d{3}[ .]\d{3}[ .]\d{6}"
    r"|\d{3}[ .]\d[ .]\d\d[ .]\d{6}|\d{4}([ ./])\d{4}\2\d{4}|\d{3}([ ./-])\d{3}\3\d{3}\3\d{3}"
    r"|(?<!\d[ -])\d([ .-])\d(?:\4\d){10}(?![ -]\d))(?!\d|[.,]\d)"
)
SHORT = re.compile(r"(?<![\d/\-])(?<!\d[.,])[1-9]\d{9,10}(?!\d|[.,/\-]\d)")
"""An identity number whose zeros are lost: 11 digits of it, or 10 where it starts with 00."""
MISCOUNTED = re.compile(r"(?<![\d/\-])(?<!\d[.,])0(?:\d{10}|\d{12})(?!\d|[.,/\-]\d)")
"""An identity number with a digit too few or too many."""
END = r"(?=số|[\W\d_]|$)"
"""Of a word for a card: what follows is no letter of another word, or it is the word "số" glued to it."""
CARD = rf"C\.? ?C\.? ?C\.? ?D{END}"
OLD_CARD = rf"(?:C\.? ?M\.? ?(?:T\.? ?)?N\.? ?D|C\.? ?M\.? ?T){END}"
"""CMND, CMTND, CMT and the like, with points or spaces between the letters: observed forms."""
PERSON = re.compile(
    rf"(?:{CARD}|căn cước|định danh|{OLD_CARD}|chứng minh|giấy tờ tùy thân|GTTT)[^\n;]{{0,30}}$",
    re.IGNORECASE,
)
OLD = re.compile(
    rf"\b(?:G?(?:{OLD_CARD})|chứng minh(?: nhân dân| thư|(?= số))\b|(?<=số )chứng minh\b)[^\d\n;]{{0,30}}(?:\n ?)?"
    r"(\d{3}([ .-]?)\d{3}\2\d{3}|\d(?: \d){8})(?!\d|[ .-]\d)",
    re.IGNORECASE,
)
PASSPORT = re.compile(r"(?:hộ chiếu|passport)\b[^\d\n;]{0,30}?\b([A-Za-z] ?\d{7,8})\b", re.IGNORECASE)


def passports(text: str) -> Iterator[Finding]:
    """A letter and 7 or 8 digits beside the word: observed form."""
    for found in PASSPORT.finditer(text):
        yield Finding(Datum.PASSPORT, mask(found[1], 2, 2), *found.span(1))


def old_identities(text: str) -> Iterator[Finding]:
    """Nine digits beside the name of the old card: observed form."""
    for found in OLD.finditer(text):
        if not MONEY.match(text, found.end()):
            yield Finding(Datum.OLD_IDENTITY, mask(digits_of(found[1]), 2, 2), *found.span(1))


def identities(text: str) -> Iterator[Finding]:
    """Twelve digits that are said to be an identity number, or are built like one.

    Source of the twelve digits: TT 59/2021/TT-BCA, kept by Luật Căn cước 26/2023/QH15.
    """
    for found in TWELVE.finditer(text):
        digits = digits_of(found[0])
        alone = is_built_like_identity(digits) and _is_alone(text, *found.span())
        if alone or is_said(text, found.start()):
            yield Finding(Datum.IDENTITY, mask(digits, 4, 2), *found.span())


def short_identities(text: str) -> Iterator[Finding]:
    """Beside the word, an identity number that a spreadsheet has cut or that was typed with a slip."""
    for found in SHORT.finditer(text):
        whole = found[0].zfill(12)
        said = is_said(text, found.start()) and not MONEY.match(text, found.end())
        if said and is_built_like_identity(whole):
            yield Finding(Datum.IDENTITY, mask(found[0], 3, 2), *found.span())
    for found in MISCOUNTED.finditer(text):
        called = CALLED.search(before(text, found.start()))
        if is_said(text, found.start()) and is_built_like_identity(found[0]) and not called:
            yield Finding(Datum.IDENTITY, mask(found[0], 4, 2), *found.span())


def is_said(text: str, start: int) -> bool:
    """Whether the words before a number name the card, and no other thing."""
    words = before(text, start)
    return bool(PERSON.search(words)) and not named(OTHER, words)


def is_built_like_identity(digits: str) -> bool:
    """Place of registration, then century with sex, then a year in which somebody living was born."""
    year = int(digits[4:6])
    this_century = digits[3] in "23"
    born = year <= YOUNGEST if this_century else digits[3] in "01" and year >= OLDEST
    return digits[:3] in PROVINCES and born


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing around a number says that it is part of a code, a sum, or another thing's number."""
    if _glued(text, start, end) or MONEY.match(text, end):
        return False
    return not (named(OTHER, before(text, start)) or is_named_otherwise(text, start))


def _glued(text: str, start: int, end: int) -> bool:
    """Whether the digits are part of a longer code: "HS-019085…", "…/019085", "H55.019085"."""
    front, after = text[max(0, start - 1) : start], text[end : end + 1]
    return bool(re.fullmatch(r"[\w/_.\-=#]", front) or re.fullmatch(r"[\w/_\-]", after))
