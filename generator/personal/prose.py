"""Personal data in running text."""

from __future__ import annotations

import re

from generator.personal.births import births
from generator.personal.contacts import emails, phones
from generator.personal.finding import Finding, Known, clean
from generator.personal.numbers import accounts, identities, old_identities, passports

SUSPECT = re.compile(r"\d[\d .\-/]{5}|@|sinh", re.IGNORECASE)


def find(text: str, known: Known = Known()) -> list[Finding]:  # noqa: B008 - Known is frozen
    """What looks like personal data, in the order of the text; one place is told once."""
    text = clean(text)
    if not SUSPECT.search(text):
        return []
    kept: list[Finding] = []
    taken = bytearray(len(text))
    for found in (
        *accounts(text),
        *passports(text),
        *old_identities(text),
        *identities(text),
        *phones(text, known),
        *emails(text, known),
        *births(text),
    ):
        if not any(taken[found.start : found.end]):
            taken[found.start : found.end] = b"\x01" * (found.end - found.start)
            kept.append(found)
    return sorted(kept, key=lambda found: found.start)
