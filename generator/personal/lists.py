"""Personal data in lists of people: tables by their headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.personal.births import FULL_DATE, SHORT_DATE, hidden
from generator.personal.finding import Datum, Finding, Known, Piece, clean, digits_of, mask
from generator.personal.headings import HEADINGS, NAME, sensitive
from generator.personal.identities import is_built_like_identity
from generator.personal.insurance import number_in_cell
from generator.personal.lost import LostTable
from generator.personal.phones import national_mobile
from generator.personal.prose import find
from generator.words.fold import fold

LONGEST_HEADING = 80
MARK = re.compile(r"[*_`]+|</?[A-Za-z][^<>]{0,200}>")
MARKED_NUMBER = re.compile(rf"\d(?:{MARK.pattern}) ?\d")
"""Bold or a tag inside a number: a page shows the number whole."""


def find_in_markdown(text: str, known: Known) -> list[Finding]:
    """Findings of prose by staff, which may hold tables written with upright strokes."""
    if MARKED_NUMBER.search(text):
        return [replace(found, start=0, end=0) for found in _in_lines(MARK.sub("", text), known)]
    return _in_lines(text, known)


def _in_lines(text: str, known: Known) -> list[Finding]:
    if "|" not in text:
        return find(text, known)
    prose: list[str] = []
    cells: list[Piece] = []
    start = 0
    for line in clean(text).split("\n"):
        row = "|" in line
        prose.append(" " * len(line) if row else line)
        cells += _cells(line, start) if row else ()
        start += len(line) + 1
    in_cells = [_moved(finding, cell) for cell, finding in find_in_pieces(cells, known)]
    return sorted([*find("\n".join(prose), known), *in_cells], key=lambda finding: finding.start)


def _cells(line: str, start: int) -> Iterator[Piece]:
    """The cells of a row of a table; the place of each is where it begins in the whole text."""
    inner = line.strip().strip("|")
    at = start + line.index(inner)
    for column, cell in enumerate(inner.split("|"), 1):
        yield Piece(str(at), cell, "bảng", column)
        at += len(cell) + 1


def _moved(finding: Finding, cell: Piece) -> Finding:
    """The finding within the whole text; what a heading says is said of the whole cell."""
    at, text = int(cell.place), cell.text
    first = len(text) - len(text.lstrip())
    start, end = (finding.start, finding.end) if finding.end else (first, len(text.rstrip()))
    return replace(finding, start=at + start, end=at + end)


def find_in_list(text: str, known: Known) -> list[Finding]:
    """Findings of a text that belongs to one person of a list."""
    return [*find(text, known), *sensitive(clean(text))]


def find_in_pieces(pieces: Iterable[Piece], known: Known) -> Iterator[tuple[Piece, Finding]]:
    """Every finding of a document with the piece that it stands in; headings rule what follows them."""
    tables: dict[str, _Table] = {}
    lost = LostTable()
    for piece in pieces:
        text = clean(piece.text)
        found = find(text, known)
        if piece.table:
            table = tables.setdefault(piece.table, _Table())
            if not table.learns(piece.column, text):
                found = [*found, *_in_cell(table, piece.column, text, known, found)]
        else:
            found = [*found, *lost.find(text, found, known)]
        yield from ((piece, finding) for finding in found)


@dataclass
class _Table:
    """What the headings seen so far say of a table's columns."""

    columns: dict[int, Datum] = field(default_factory=dict)
    names: int = 0
    """The column of the persons' names; 0 while none is known."""
    column: int = 0
    """Of the cell read last."""
    in_person: bool = False
    """Whether this row has named its person: what follows is no heading."""

    def learns(self, column: int, text: str) -> bool:
        """Whether the cell is a heading; the table remembers what its column holds."""
        self.in_person = self.in_person and column > self.column
        self.column = column
        heading = fold(text)
        short = len(heading) <= LONGEST_HEADING and len(digits_of(heading)) <= 3
        if short and NAME.search(heading):
            self.names = column
            self.columns = {other: datum for other, datum in self.columns.items() if other < column}
            return True
        self.in_person = self.in_person or column == self.names
        datum = next((datum for datum, form in HEADINGS.items() if form.search(heading)), None)
        if datum is None or not short or self.in_person:
            return False
        self.columns[column] = datum
        return True


def _in_cell(
    table: _Table, column: int, text: str, known: Known, already: list[Finding]
) -> Iterator[Finding]:
    datum = table.columns.get(column)
    if datum and text.strip() and not any(finding.datum is datum for finding in already):
        yield from _by_heading(datum, text, table.names > 0, known)
    if table.names and datum not in (Datum.ETHNICITY, Datum.HEALTH):
        yield from sensitive(text)


def _by_heading(datum: Datum, text: str, people: bool, known: Known) -> Iterator[Finding]:
    """The value of a cell whose heading says what it is; sensitive facts count in lists of people only."""
    if datum in (Datum.ETHNICITY, Datum.HEALTH):
        if people and any(letter.isalpha() for letter in text):
            yield Finding(datum, "")
        return
    shown = VALUES[datum](text)
    if shown and not (datum is Datum.PHONE and national_mobile(text) in known.phones):
        yield Finding(datum, shown)


def _identity(text: str) -> str:
    """9 or 12 digits, or what is left of them where a spreadsheet dropped the leading zeros."""
    digits = digits_of(text)
    fits = len(digits) in (8, 9, 11, 12) or (len(digits) == 10 and is_built_like_identity(f"00{digits}"))
    return mask(digits, 2, 2) if fits else ""


def _account(text: str) -> str:
    digits = digits_of(text)
    return mask(digits, 2, 2) if 6 <= len(digits) <= 19 else ""


def _passport(text: str) -> str:
    return mask(text.strip(), 2, 2) if re.fullmatch(r"\s*[A-Za-z]\d{7,8}\s*", text) else ""


def _phone(text: str) -> str:
    national = national_mobile(text)
    return mask(f"0{national}", 4, 2) if national else ""


def _birth(text: str) -> str:
    found = FULL_DATE.search(text) or re.fullmatch(rf"\s*{SHORT_DATE}\s*", text)
    return hidden(found[0].strip()) if found else ""


VALUES: dict[Datum, Callable[[str], str]] = {
    Datum.IDENTITY: _identity,
    Datum.PASSPORT: _passport,
    Datum.PHONE: _phone,
    Datum.BANK: _account,
    Datum.BIRTH: _birth,
    Datum.INSURANCE: number_in_cell,
}
