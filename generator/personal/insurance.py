"""Numbers of health and social insurance (NĐ 356/2025/NĐ-CP Đ4: insurance is sensitive)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal.finding import Datum, Finding, digits_of, mask
from generator.personal.numbers import CALLED, FIRM, OTHER, before, is_sum, named
from generator.personal.phones import national_mobile

CARD = re.compile(r"\b[A-Z]{2} ?[1-5] ?(?P<place>\d\d) ?\d{2}(?:[ .]?\d){8}(?!\w|[.,]\d)")
TEN = re.compile(r"(?<![\w/+\-])(?<!\d[.,])\d(?:[ .]?\d){9}(?![\w/]|[.,-]\d)")
CELL = re.compile(r"(?P<group>[A-Za-z]{2})? ?\d(?:[ .]?\d)*")
INSURED = re.compile(
    r"(?:\bBHYT|bảo hiểm y tế|\bBHXH|bảo hiểm xã hội)\b(?P<between>[^\d\n;]{0,30})$", re.IGNORECASE
)
NOT_A_PERSON = re.compile(r"tài khoản|STK|quyết định|công văn|kinh phí|số tiền|\bchi\b", re.IGNORECASE)


def insurance_cards(text: str) -> Iterator[Finding]:
    """A health card: two letters of the group, the level 1–5, two digits of the province, ten of the insured.

    Source: the forms that cards have shown since 2009, observed.
    """
    for found in CARD.finditer(text):
        if 1 <= int(found["place"]) <= 97 and not named(OTHER, before(text, found.start())):
            yield Finding(Datum.INSURANCE, mask(found[0].replace(" ", ""), 2, 2), *found.span())


def insurance_numbers(text: str) -> Iterator[Finding]:
    """Ten digits beside BHYT or BHXH (legal.md: the social insurance number has ten)."""
    for found in TEN.finditer(text):
        words = before(text, found.start())
        said = INSURED.search(words)
        if not said or NOT_A_PERSON.search(said["between"]) or is_sum(text, *found.span()):
            continue
        other = named(OTHER, words) or named(FIRM, words) or CALLED.search(words)
        if not (other or national_mobile(found[0])):
            yield Finding(Datum.INSURANCE, mask(digits_of(found[0]), 2, 2), *found.span())


def number_in_cell(text: str) -> str:
    """The masked number of a cell under such a heading, "" where there is none; round ones are money."""
    found = CELL.fullmatch(text.strip())
    digits = digits_of(text)
    fits = len(digits) == (13 if found and found["group"] else 10) and not digits.endswith("000")
    return mask(digits, 2, 2) if found and fits else ""
