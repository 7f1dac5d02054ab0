"""Letters and spaces: how a sentence begins and goes on, what other programs can hold."""

from __future__ import annotations

import re

UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+")


def capital(text: str) -> str:
    """The first letter large."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The first letter small, unless it begins an abbreviation or a code: "UBND xã", "M7"."""
    abbreviated = text[1:2].isupper() or text[1:2].isdigit()
    return text if abbreviated else text[:1].lower() + text[1:]


def plain_spaces(text: str) -> str:
    """Every space a plain one, as whoever filters a table types it; pages keep those that do not break."""
    return text.replace("\u00a0", " ")


def printable(text: str) -> str:
    """On one line, without what formats of other programs have no place for (XML 1.0, RFC 5545)."""
    return UNFIT.sub(" ", text)
