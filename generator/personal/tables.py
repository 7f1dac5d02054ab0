"""A table while it is read: its headings rule what follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.personal.births import hidden
from generator.personal.finding import Datum, Finding, Known, digits_of
from generator.personal.headings import HEADINGS, NAME, sensitive
from generator.personal.phones import national_mobile
from generator.personal.values import shown_value
from generator.words.fold import fold

LONGEST_HEADING = 80
PART_OF_DATE = re.compile(r"(ngay|thang|nam)(?: sinh)?")
PARTS = ("ngay", "thang", "nam")
"""Headings of a date whose day, month and year stand in three columns."""
OF_A_PERSON = frozenset((Datum.IDENTITY, Datum.PASSPORT))
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass
class Table:
    """What the headings seen so far say of a table's columns."""

    columns: dict[int, Datum] = field(default_factory=dict)
    names: int = 0
    """The column of the persons' names; 0 while none is known."""
    column: int = 0
    """Of the cell read last."""
    parts: dict[int, str] = field(default_factory=dict)
    """Columns of a day, a month or a year."""
    row: dict[int, str] = field(default_factory=dict)
    """Cells of this row so far, of such columns only."""
    in_person: bool = False
    """Whether this row has named its person: what follows is no heading."""

    def learns(self, column: int, text: str) -> bool:
        """Whether the cell is a heading; the table remembers what its column holds."""
        if column <= self.column:
            self.in_person = False
            self.row.clear()
        self.column = column
        heading = fold(text)
        short = len(heading) <= LONGEST_HEADING and len(digits_of(heading)) <= 3
        if short and NAME.search(heading):
            self.names = column
            self.columns = {other: datum for other, datum in self.columns.items() if other < column}
            return True
        self.in_person = self.in_person or column == self.names
        part = PART_OF_DATE.fullmatch(heading)
        if part and not self.in_person:
            self.parts[column] = part[1]
        datum = next((datum for datum, form in HEADINGS.items() if form.search(heading)), None)
        if datum is None or not short or self.in_person:
            return False
        self.columns[column] = datum
        return True

    def find(self, column: int, text: str, known: Known, already: list[Finding]) -> Iterator[Finding]:
        """What the headings add to what was found in the text of a cell already."""
        datum = self.columns.get(column)
        if datum and text.strip() and not any(finding.datum is datum for finding in already):
            yield from _by_heading(datum, text, self._lists_people(), known)
        if self.names and datum not in (Datum.ETHNICITY, Datum.HEALTH):
            yield from sensitive(text)
        if column in self.parts:
            self.row[column] = text.strip()
            yield from self._birth_in_parts(column)

    def _lists_people(self) -> bool:
        """Whether a column holds names of persons, or numbers of their papers."""
        return self.names > 0 or not OF_A_PERSON.isdisjoint(self.columns.values())

    def _birth_in_parts(self, year: int) -> Iterator[Finding]:
        """A birth whose day, month and year stand side by side, told at its year."""
        columns = range(year - 2, year + 1)
        if tuple(map(self.parts.get, columns)) != PARTS or Datum.BIRTH not in map(
            self.columns.get, columns
        ):
            return
        written = [self.row.get(column, "") for column in columns]
        if YEAR.fullmatch(written[2]) and all(part.isdecimal() and len(part) <= 2 for part in written[:2]):
            yield Finding(Datum.BIRTH, hidden("/".join(written)))


def _by_heading(datum: Datum, text: str, people: bool, known: Known) -> Iterator[Finding]:
    """The value of a cell whose heading says what it is; sensitive facts count in lists of people only."""
    if datum in (Datum.ETHNICITY, Datum.HEALTH):
        if people and any(letter.isalpha() for letter in text):
            yield Finding(datum, "")
        return
    shown = shown_value(datum, text)
    if shown and not (datum is Datum.PHONE and national_mobile(text) in known.phones):
        yield Finding(datum, shown)
