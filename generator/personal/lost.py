"""Lists of people whose table is lost: a PDF gives their headings and numbers as running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.personal.births import FULL_DATE, hidden
from generator.personal.finding import Datum, Finding, Known, digits_of, mask
from generator.personal.headings import HEADINGS, ILLNESS, NAME
from generator.personal.names import ends_with_name
from generator.personal.phones import national_mobile
from generator.words.fold import fold

NUMBERED = re.compile(r"\b(?:stt|tt|so tt)\b")
PEOPLES = re.compile(r"\bdan toc\b|\bdtts\b")
BESIDE_PEOPLES = re.compile(rf"{NAME.pattern}|{NUMBERED.pattern}|{HEADINGS[Datum.BIRTH].pattern}|gioi tinh")
RUN = re.compile(r"(?<![\d.,/-])\d(?:[ .]?\d){7,18}(?![\d]|[.,/-]\d)")
"""Digits of a card or an account, wherever a PDF has put them."""
APART = re.compile(r"(?<![\d.,/-])\d{1,2} \d{1,2} (?:19|20)\d\d(?![\d.,/-])")
"""Day, month and year of three columns."""
SHORT_PHONE = re.compile(r"(?<![\d.,/-])[35789]\d{8}(?!\d|[.,/-]\d)")
"""A mobile number whose zero a spreadsheet has dropped before the PDF was made."""


@dataclass
class LostTable:
    """A list whose table is lost: running text that has the headings of a list of people."""

    people: bool = False
    numbered: bool = False
    columns: set[Datum] = field(default_factory=set)

    def find(self, text: str, already: list[Finding], known: Known) -> Iterator[Finding]:
        folded = fold(text)
        self.people = self.people or bool(NAME.search(folded))
        self.numbered = self.numbered or bool(NUMBERED.search(folded))
        if not (self.people and self.numbered):
            return
        self.columns |= {datum for datum, form in HEADINGS.items() if form.search(folded)}
        yield from _bare_numbers(text, self.columns, {finding.start for finding in already})
        if Datum.PHONE in self.columns:
            yield from _short_phones(text, known)
        if Datum.BIRTH in self.columns and Datum.BIRTH not in {finding.datum for finding in already}:
            yield from (Finding(Datum.BIRTH, hidden(date)) for date in _dates(text))
        if PEOPLES.search(folded) and any(map(_heads_peoples, text.split("\n"))):
            yield Finding(Datum.ETHNICITY, "")
        if ILLNESS.search(text):
            yield Finding(Datum.HEALTH, "")


def _dates(text: str) -> Iterator[str]:
    yield from (found[0] for found in FULL_DATE.finditer(text))
    yield from (found[0] for found in APART.finditer(text) if ends_with_name(text, found.start()))


def _heads_peoples(line: str) -> bool:
    """Whether a line of headings has a column of peoples: "TT Họ và tên Dân tộc"; others only speak of them."""
    heading = fold(line)
    alone = heading in ("dan toc", "dtts")
    return alone or bool(PEOPLES.search(heading) and BESIDE_PEOPLES.search(heading))


def _short_phones(text: str, known: Known) -> Iterator[Finding]:
    for found in SHORT_PHONE.finditer(text):
        national = national_mobile(found[0])
        if national and national not in known.phones and not found[0].endswith("000"):
            yield Finding(Datum.PHONE, mask(f"0{national}", 4, 2), *found.span())


def _bare_numbers(text: str, columns: set[Datum], claimed: set[int]) -> Iterator[Finding]:
    """Numbers far from the heading that names them; round ones are money."""
    for found in RUN.finditer(text) if columns & {Datum.IDENTITY, Datum.BANK} else ():
        digits = digits_of(found[0])
        if found.start() in claimed or digits.endswith("000"):
            continue
        if Datum.IDENTITY in columns and (len(digits) == 12 or (len(digits) == 9 and digits[0] in "0123")):
            yield Finding(Datum.IDENTITY, mask(digits, 2, 2), *found.span())
        elif Datum.BANK in columns and len(digits) >= 9 and not national_mobile(digits):
            yield Finding(Datum.BANK, mask(digits, 2, 2), *found.span())
