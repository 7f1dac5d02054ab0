"""Personal data in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal.accounts import accounts, accounts_by_bank
from generator.personal.births import births, births_behind_names
from generator.personal.emails import emails
from generator.personal.finding import RAISED, Finding, Known, clean
from generator.personal.identities import identities, old_identities, passports, short_identities
from generator.personal.insurance import insurance_cards, insurance_numbers
from generator.personal.phones import phones, short_phones

_SUSPECT = re.compile(
    rf"[\d{RAISED}](?:[\d{RAISED}\s.,_OoIl\-\u2010-\u2015\u00b7\u2022\u2212/()\u00ad\u200b-\u200d\u2060\ufeff\ufe0f\u20e3]{{5}}| tháng \d)"
    r"|@|[\[({] ?(?:[Aa][Tt]\b|[Aa] [Cc]òng)"
)
"""Digits in a row, a date in words or the sign of an address: what any detector needs; most texts have none."""
SIGN = re.compile(rf"[\d{RAISED}@\[({{]")
"""What one of these begins with."""
LONG_NUMBER = re.compile(r"(?!(?:19|20)\d\d-\d\d-\d\d\b)\d(?:[ .,\-)]{0,2}\d){7}|\d{7}|\d{3}/\d{3}")
"""Eight digits that are no date, or seven in one run: the shortest number of a person."""
AT = re.compile(r"@|[\[({] ?(?:at\b|a còng)", re.IGNORECASE)
DATE = re.compile(r"\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d|\d tháng \d|\d{4}-\d")


def find(text: str, known: Known = Known()) -> list[Finding]:  # noqa: B008 - Known is frozen
    """What looks like personal data, in the order of the text; one place is told once."""
    if not is_suspect(text):
        return []
    text = clean(text)
    kept: list[Finding] = []
    taken = bytearray(len(text))
    for found in _candidates(text, known):
        if not any(taken[found.start : found.end]):
            taken[found.start : found.end] = b"\x01" * (found.end - found.start)
            kept.append(found)
    return sorted(kept, key=lambda found: found.start)


def is_suspect(text: str) -> bool:
    """Whether any detector can find anything: a quick look that spares most texts the slow ones."""
    first = SIGN.search(text)
    return bool(first) and bool(_SUSPECT.search(text, first.start() if first else 0))


def _candidates(text: str, known: Known) -> Iterator[Finding]:
    """Findings of every detector, the surest first; a detector is spared where its text cannot be."""
    if LONG_NUMBER.search(text):
        yield from accounts(text)
        yield from passports(text)
        yield from old_identities(text)
        yield from insurance_cards(text)
        yield from identities(text)
        yield from short_identities(text)
        yield from insurance_numbers(text)
        yield from accounts_by_bank(text)
        yield from phones(text, known)
        yield from short_phones(text, known)
    if AT.search(text):
        yield from emails(text, known)
    if DATE.search(text):
        yield from births(text)
        yield from births_behind_names(text)
