"""Personal data in lists of people: prose with tables, one person's text, documents of many pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.personal.births import births_in_lines
from generator.personal.boxes import Boxes
from generator.personal.finding import Finding, Known, Piece, clean
from generator.personal.headings import sensitive
from generator.personal.labels import Label, without_breaks
from generator.personal.lost import LostTable
from generator.personal.prose import SIGN, find, is_suspect
from generator.personal.shown import as_shown, may_hide
from generator.personal.tables import Table
from generator.personal.wraps import Wrap


def find_in_markdown(text: str, known: Known) -> list[Finding]:
    """Findings of prose by staff, which may hold tables written with upright strokes."""
    if not (SIGN.search(text) or "|" in text or "&" in text):
        return []
    found = _in_lines(text, known)
    if may_hide(text):
        shown, places = as_shown(clean(text))
        found = _with(found, (_back(finding, places) for finding in _in_lines(shown, known)))
    return found


def _back(finding: Finding, places: list[int]) -> Finding:
    return replace(finding, start=places[finding.start], end=places[finding.end - 1] + 1)


def _with(found: list[Finding], more: Iterable[Finding]) -> list[Finding]:
    """Further findings where none was, in the order of the text."""
    taken = bytearray(max((old.end for old in found), default=0))
    for old in found:
        taken[old.start : old.end] = b"\x01" * (old.end - old.start)
    new = [one for one in more if not any(taken[one.start : one.end])]
    return sorted([*found, *new], key=lambda finding: finding.start) if new else found


def _in_lines(text: str, known: Known) -> list[Finding]:
    if "|" not in text:
        return find_in_prose(text, known)
    prose: list[str] = []
    cells: list[Piece] = []
    start = 0
    for line in clean(text).split("\n"):
        row = "|" in line
        prose.append(" " * len(line) if row else line)
        cells += _cells(line, start) if row else ()
        start += len(line) + 1
    in_cells = [_moved(finding, cell) for cell, finding in find_in_pieces(cells, known)]
    return sorted([*find_in_prose("\n".join(prose), known), *in_cells], key=lambda finding: finding.start)


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


def find_in_prose(text: str, known: Known) -> list[Finding]:
    """Findings of a text whose lines may be those of a list."""
    if not is_suspect(text):
        return []
    found = _with(find(text, known), births_in_lines(clean(text)))
    if "\n" not in text:
        return found
    joined, places = without_breaks(clean(text))
    return _with(found, (_back(finding, places) for finding in find(joined, known)))


def find_in_list(text: str, known: Known) -> list[Finding]:
    """Findings of a text that belongs to one person of a list."""
    return [*find_in_markdown(text, known), *sensitive(clean(text))]


def find_in_pieces(pieces: Iterable[Piece], known: Known) -> Iterator[tuple[Piece, Finding]]:
    """Every finding of a document with the piece that it stands in; headings rule what follows them."""
    tables: dict[str, Table] = {}
    lost, boxes, label, wrap = LostTable(), Boxes(), Label(), Wrap()
    for piece in pieces:
        text = clean(piece.text)
        yield from boxes.take(piece, text, known)
        found = find_in_prose(text, known)
        if piece.table:
            table = tables.setdefault(piece.table, Table())
            if not table.learns(piece.column, text):
                found = [*found, *table.find(piece.column, text, known, found)]
        else:
            found = [*found, *lost.find(text, found, known)]
        found = [*found, *label.find(piece, text, found, known)]
        yield from wrap.find(piece, text, found, known)
        yield from ((piece, finding) for finding in found)
    yield from boxes.close(known)
