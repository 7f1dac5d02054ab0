"""Text of a Word document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat
from zipfile import ZipFile

from generator.load.texts import limits
from generator.load.texts.beside import read_beside
from generator.load.texts.limits import Budget, Note
from generator.load.texts.parts import Flow, local_name, read_part
from generator.load.texts.words import hidden_words
from generator.personal import Piece

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
    "http://schemas.openxmlformats.org/drawingml/2006/main ",
)
BESIDE = ("word/footnotes.xml", "word/endnotes.xml", "word/comments.xml")


def read(path: Path) -> Iterator[Piece | Note]:
    """Body, headers, footers, notes, comments and what is beside; deleted tracked changes are still in the file.

    Raises: ERRORS, limits.LockedError, limits.TooLargeError
    """
    with ZipFile(path) as packed:
        limits.check_packed(packed)
        budget = Budget()
        around = [n for n in packed.namelist() if n.startswith(("word/header", "word/footer"))]
        yield from read_part(packed, "word/document.xml", "", _word, budget)
        beside = {*BESIDE, *around} & set(packed.namelist())
        for name in sorted(beside):
            yield from read_part(packed, name, "lề và chú thích, ", _word, budget)
        yield from read_beside(packed, {"word/document.xml", *beside}, budget)


def _word(flow: Flow, parser: expat.XMLParserType) -> None:
    """Tell the parser what the elements of Word mean."""

    def start(name: str, attributes: dict[str, str]) -> None:
        for words in hidden_words(name, attributes) if attributes else ():
            flow.aside(words)
        match local_name(name, WORD):
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
        match local_name(name, WORD):
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
