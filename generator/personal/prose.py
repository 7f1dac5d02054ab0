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
    claimed: list[Finding] = []
    for found in (
        *accounts(text),
        *passports(text),
        *old_identities(text),
        *identities(text),
        *phones(text, known),
        *emails(text, known),
        *births(text),
    ):
        if not any(found.start < other.end and other.start < found.end for other in claimed):
            claimed.append(found)
    return sorted(claimed, key=lambda found: found.start)
