"""Text of an OpenDocument text or spreadsheet."""

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

TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "


class Drawn:
    """What is said of a picture."""

    TITLE = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0 title"
    DESCRIPTION = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0 desc"


def read(path: Path) -> Iterator[Piece | Note]:
    """A text or a spreadsheet of OpenDocument.

    Raises: ERRORS, limits.LockedError, limits.TooLargeError
    """
    with ZipFile(path) as packed:
        limits.check_packed(packed)
        budget = Budget()
        if "META-INF/manifest.xml" in packed.namelist():
            _refuse_locked(packed)
        yield from read_part(packed, "content.xml", "", _open_document, budget)
        done = {"content.xml", "styles.xml"}
        if "styles.xml" in packed.namelist():
            yield from read_part(packed, "styles.xml", "đầu trang, chân trang, ", _open_document, budget)
        yield from read_beside(packed, done, budget)


def _refuse_locked(packed: ZipFile) -> None:
    """OpenDocument encrypts inside its parts and says so in the manifest."""
    with packed.open("META-INF/manifest.xml") as manifest:
        if b"encryption-data" in manifest.read(1_000_000):
            raise limits.LockedError


def _open_document(flow: Flow, parser: expat.XMLParserType) -> None:
    """Tell the parser what the elements of OpenDocument mean."""
    document = _Document(flow)
    parser.StartElementHandler, parser.EndElementHandler = document.start, document.end
    parser.CharacterDataHandler = flow.take


class _Document:
    """Where the parser stands between the elements of OpenDocument."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.paragraphs = 0
        """Open ones: a note is a paragraph inside another."""
        self.repeated: list[int] = []
        """How often each open row and cell stands for, the innermost last."""
        self.value = ""
        """Of the cell opened last, where it is a number."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        for words in hidden_words(name, attributes) if attributes else ():
            self.flow.aside(words)
        match local_name(name, (TEXT, TABLE)) or name:
            case "p" | "h" | Drawn.TITLE | Drawn.DESCRIPTION:
                self.paragraphs += 1
                self.flow.taking = True
            case "tab" | "s":
                self.flow.take(" ")
            case "line-break":
                self.flow.take("\n")
            case "table":
                self.flow.start_table(attributes.get(f"{TABLE}name", ""))
            case "table-row":
                self.flow.start_row()
                self.repeated.append(_times(attributes, "number-rows-repeated"))
            case "table-cell" | "covered-table-cell":
                self.repeated.append(_times(attributes, "number-columns-repeated"))
                self.value = attributes.get(f"{OFFICE}value", "")

    def end(self, name: str) -> None:
        match local_name(name, (TEXT, TABLE)) or name:
            case "p" | "h" | Drawn.TITLE | Drawn.DESCRIPTION:
                self.paragraphs -= 1
                self.flow.taking = self.paragraphs > 0
                self.flow.end_paragraph()
            case "table-cell" | "covered-table-cell":
                if self.value and "E+" in "".join(self.flow.text):  # shown as 1.9E+10, kept in full
                    self.flow.text[:] = [self.value]
                self.flow.end_cell(self.repeated.pop())
            case "table-row":
                self.flow.skip_rows(self.repeated.pop() - 1)
            case "table" if self.flow.tables:
                self.flow.tables.pop()


def _times(attributes: dict[str, str], key: str) -> int:
    """How often an OpenDocument cell or row stands for; a count without sense is 1."""
    found = attributes.get(f"{TABLE}{key}", "1")
    return int(found) if found.isdigit() and len(found) < 8 else 1
