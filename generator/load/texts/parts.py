"""XML parts of a packed office file as a stream of pieces, without any document type."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from typing import IO, Any
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from generator.load.texts import limits
from generator.load.texts.limits import Budget, EnoughError, Note
from generator.personal import Piece

ERRORS: tuple[type[Exception], ...] = (
    BadZipFile,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    expat.ExpatError,
    zlib.error,
)
"""What zipfile and expat raise for broken files; RuntimeError is a part with a password."""
CHUNK = 65_536
REFERENCE = re.compile(r"(?P<column>[A-Za-z]{0,3})(?P<row>[0-9]{1,7})")


def read_part(
    packed: ZipFile,
    name: str,
    part: str,
    handle: Callable[[Flow, expat.XMLParserType], None],
    budget: Budget,
) -> Iterator[Piece | Note]:
    """The pieces of one part; `handle` tells the parser what the elements mean, `part` starts each place.

    Raises: ERRORS
    """
    flow = Flow(part)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_document_type
    handle(flow, parser)
    _count(parser, budget)
    cut = False
    try:
        with packed.open(name) as stream:
            for chunk in _chunks(stream):
                parser.Parse(chunk, False)
                yield from flow.pieces
                flow.pieces.clear()
        parser.Parse(b"", True)
    except EnoughError:
        cut = True
    flow.end()
    yield from flow.pieces
    if cut:
        yield limits.cut(flow.last or "đầu tệp")


def _count(parser: expat.XMLParserType, budget: Budget) -> None:
    """Let no more elements through than the budget has."""
    meant: Callable[[str, dict[str, str]], Any] | None = parser.StartElementHandler  # type: ignore[assignment]

    def start(name: str, attributes: dict[str, str]) -> None:
        budget.element()
        if meant:
            meant(name, attributes)

    parser.StartElementHandler = start


@dataclass
class _Cell:
    """A table while it is being read: where its next cell stands."""

    name: str
    row: int = 0
    column: int = 0


@dataclass
class Flow:
    """The text read so far: pieces that are whole, and the one that is being read."""

    part: str
    pieces: list[Piece] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    taking: bool = False
    paragraphs: int = 0
    named: int = 0
    tables: list[_Cell] = field(default_factory=list)
    last: str = ""
    """Place of the last piece."""

    def end(self) -> None:
        """Text that stands in no paragraph is one too."""
        self.tables.clear()
        self.end_paragraph()

    def take(self, text: str) -> None:
        if self.taking:
            self.text.append(text)

    def end_paragraph(self) -> None:
        """A paragraph is a piece, or a part of its cell."""
        if self.tables:
            self.text.append("\n")
            return
        self.paragraphs += 1
        self._put(Piece(f"{self.part}đoạn {self.paragraphs}", self._taken()))

    def aside(self, text: str) -> None:
        """What a document holds at this place without showing it: an alternative text, where a link leads."""
        self._put(Piece(f"{self.part}phần ẩn {self._place()}", text))

    def _place(self) -> str:
        if not self.tables:
            return f"ở đoạn {self.paragraphs + 1}"
        table = self.tables[-1]
        return f"ở {table.name}!{column_letters(table.column + 1)}{table.row}"

    def start_table(self, name: str) -> None:
        self.named += 1
        self.tables.append(_Cell(name or f"bảng {self.named}"))

    def end_cell(self, times: int = 1) -> None:
        table = self.tables[-1] if self.tables else _Cell("bảng")
        table.column += 1
        if self.text:
            place = f"{table.name}!{column_letters(table.column)}{table.row}"
            self._put(Piece(place, self._taken(), f"{self.part}{table.name}", table.column))
        table.column += times - 1

    def start_row(self) -> None:
        if self.tables:
            self.tables[-1].row += 1
            self.tables[-1].column = 0

    def go_to(self, reference: str) -> None:
        """Where the next cell stands, by its own name, "C5"; a row has its number alone."""
        found = REFERENCE.fullmatch(reference)
        if found and self.tables:
            self.tables[-1].row = int(found["row"])
            self.tables[-1].column = column_number(found["column"]) - 1 if found["column"] else 0

    def skip_rows(self, rows: int) -> None:
        if self.tables:
            self.tables[-1].row += rows

    def _taken(self) -> str:
        text = "".join(self.text).strip()
        self.text.clear()
        return text

    def _put(self, piece: Piece) -> None:
        if piece.text:
            self.pieces.append(piece)
            self.last = piece.place


def column_letters(column: int) -> str:
    """1 → A, 27 → AA, as spreadsheets name columns."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """A → 1, AA → 27"""
    return reduce(lambda number, letter: 26 * number + ord(letter) - ord("A") + 1, letters.upper(), 0)


def local_name(name: str, spaces: tuple[str, ...]) -> str:
    """The element's own name where it belongs to one of the vocabularies."""
    space, parted, own = name.rpartition(" ")
    return own if f"{space}{parted}" in spaces else ""


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK):
        yield chunk


def refuse_document_type(*_: object) -> None:
    """Office files declare none; where entities are declared, somebody means harm."""
    raise ValueError
