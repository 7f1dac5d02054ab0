"""Text of Word and OpenDocument files: parts of a zip, read as a stream of XML without any declaration."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from generator.load.texts import limits
from generator.load.texts.limits import Note
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
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
BESIDE = ("word/footnotes.xml", "word/endnotes.xml", "word/comments.xml")
CHUNK = 65_536


@dataclass
class _Cell:
    """A table while it is being read: where its next cell stands."""

    name: str
    row: int = 0
    column: int = 0


@dataclass
class _Flow:
    """The text read so far: pieces that are whole, and the one that is being read."""

    part: str
    pieces: list[Piece] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    taking: bool = False
    paragraphs: int = 0
    named: int = 0
    tables: list[_Cell] = field(default_factory=list)

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

    def start_table(self, name: str) -> None:
        self.named += 1
        self.tables.append(_Cell(name or f"bảng {self.named}"))

    def end_cell(self, times: int = 1) -> None:
        table = self.tables[-1] if self.tables else _Cell("bảng")
        table.column += 1
        place = f"{table.name}!{column_letters(table.column)}{table.row}"
        self._put(Piece(place, self._taken(), f"{self.part}{table.name}", table.column))
        table.column += times - 1

    def start_row(self) -> None:
        if self.tables:
            self.tables[-1].row += 1
            self.tables[-1].column = 0

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


Handler = Callable[[_Flow, dict[str, str]], None]


def read_docx(path: Path) -> Iterator[Piece | Note]:
    """Body, headers, footers, notes and comments; what tracked changes deleted is still in the file.

    Raises: ERRORS, limits.LockedError, limits.TooLargeError
    """
    with ZipFile(path) as packed:
        limits.check_packed(packed)
        around = [n for n in packed.namelist() if n.startswith(("word/header", "word/footer"))]
        yield from _read(packed, "word/document.xml", "", _word)
        for name in sorted({*BESIDE, *around} & set(packed.namelist())):
            yield from _read(packed, name, "lề và chú thích, ", _word)


def read_open_document(path: Path) -> Iterator[Piece | Note]:
    """A text or a spreadsheet of OpenDocument.

    Raises: ERRORS, limits.LockedError, limits.TooLargeError
    """
    with ZipFile(path) as packed:
        limits.check_packed(packed)
        if "META-INF/manifest.xml" in packed.namelist():
            _refuse_locked(packed)
        yield from _read(packed, "content.xml", "", _open_document)


def column_letters(column: int) -> str:
    """1 → A, 27 → AA, as spreadsheets name columns."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _refuse_locked(packed: ZipFile) -> None:
    """OpenDocument encrypts inside its parts and says so in the manifest."""
    with packed.open("META-INF/manifest.xml") as manifest:
        if b"encryption-data" in manifest.read(1_000_000):
            raise limits.LockedError


def _read(
    packed: ZipFile, name: str, part: str, handle: Callable[[_Flow, expat.XMLParserType], None]
) -> Iterator[Piece]:
    flow = _Flow(part)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    handle(flow, parser)
    with packed.open(name) as stream:
        for chunk in _chunks(stream):
            parser.Parse(chunk, False)
            yield from flow.pieces
            flow.pieces.clear()
    parser.Parse(b"", True)
    yield from flow.pieces


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK):
        yield chunk


def _refuse_document_type(*_: object) -> None:
    """Office files declare none; where entities are declared, somebody means harm."""
    raise ValueError


def _word(flow: _Flow, parser: expat.XMLParserType) -> None:
    """Tell the parser what the elements of Word mean."""

    def start(name: str, attributes: dict[str, str]) -> None:
        match _local(name, (WORD, STRICT)):
            case "t" | "delText" | "instrText":
                flow.taking = True
            case "tab":
                flow.text.append("\t")
            case "br" | "cr":
                flow.text.append("\n")
            case "tbl":
                flow.start_table("")
            case "tr":
                flow.start_row()

    def end(name: str) -> None:
        match _local(name, (WORD, STRICT)):
            case "t" | "delText" | "instrText":
                flow.taking = False
            case "p":
                flow.end_paragraph()
            case "tc":
                flow.end_cell()
            case "tbl" if flow.tables:
                flow.tables.pop()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = flow.take


def _open_document(flow: _Flow, parser: expat.XMLParserType) -> None:
    """Tell the parser what the elements of OpenDocument mean."""
    repeated: list[int] = []
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        match _local(name, (TEXT, TABLE)):
            case "p" | "h":
                depth += 1
                flow.taking = True
            case "tab" | "s":
                flow.take(" ")
            case "line-break":
                flow.take("\n")
            case "table":
                flow.start_table(attributes.get(f"{TABLE}name", ""))
            case "table-row":
                flow.start_row()
                repeated.append(_times(attributes, "number-rows-repeated"))
            case "table-cell" | "covered-table-cell":
                repeated.append(_times(attributes, "number-columns-repeated"))

    def end(name: str) -> None:
        nonlocal depth
        match _local(name, (TEXT, TABLE)):
            case "p" | "h":
                depth -= 1
                flow.taking = depth > 0
                flow.end_paragraph()
            case "table-cell" | "covered-table-cell":
                flow.end_cell(repeated.pop())
            case "table-row":
                flow.skip_rows(repeated.pop() - 1)
            case "table" if flow.tables:
                flow.tables.pop()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = flow.take


def _local(name: str, spaces: tuple[str, ...]) -> str:
    """The element's own name where it belongs to one of the vocabularies."""
    return next((name.removeprefix(space) for space in spaces if name.startswith(space)), "")


def _times(attributes: dict[str, str], key: str) -> int:
    """How often an OpenDocument cell or row stands for; a count without sense is 1."""
    found = attributes.get(f"{TABLE}{key}", "1")
    return int(found) if found.isdigit() and len(found) < 8 else 1
