"""Personal data in running text."""

from __future__ import annotations

import re

from generator.personal.births import births
from generator.personal.contacts import emails, phones
from generator.personal.finding import Finding, Known, clean
from generator.personal.numbers import accounts, identities, old_identities, passports

SUSPECT = re.compile(
    r"\d[\d\s.\-\u2010-\u2015\u00b7\u2022\u2212/()\u00ad\u200b-\u200d\u2060\ufeff]{5}|@|sinh|\b[sn]s\b|\bsn\b|hộ chiếu|passport",
    re.IGNORECASE,
)
"""What any of the detectors needs; most texts have none of it."""


def find(text: str, known: Known = Known()) -> list[Finding]:  # noqa: B008 - Known is frozen
    """What looks like personal data, in the order of the text; one place is told once."""
    if not SUSPECT.search(text):
        return []
    text = clean(text)
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
