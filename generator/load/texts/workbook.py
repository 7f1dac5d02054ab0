"""What the cells of a workbook refer to: its sheets, its shared texts, which styles are dates."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat
from zipfile import ZipFile

from generator.load.texts.limits import Budget, EnoughError
from generator.load.texts.parts import CHUNK
from generator.load.texts.words import local, new_parser

FORMATS_OF_DATES = frozenset((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)))
"""Numbers of formats that every program knows, with a day in them (ECMA-376, 18.8.30)."""
NOT_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
"""Parts of a written format that are shown as they are."""


@dataclass
class Workbook:
    """One workbook without its cells."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    """Name, and part of the file, in their order; hidden ones too."""
    names: list[str] = field(default_factory=list)
    """Of all sheets, also of those that hold a chart alone."""
    texts: list[str] = field(default_factory=list)
    dates: frozenset[int] = frozenset()
    """Numbers of the styles that show a date."""
    from_1904: bool = False
    cut: bool = False
    """Whether there are more shared texts than are read."""


def read_workbook(packed: ZipFile) -> Workbook:
    """The parts that have to be known before any cell.

    Raises: parts.ERRORS, EnoughError
    """
    book, relations = Workbook(), _relations(packed)
    ids: dict[str, str] = {}

    def start(name: str, told: dict[str, str]) -> None:
        named = {local(key): value for key, value in told.items()}
        if local(name) == "sheet":
            book.names.append(named.get("name", ""))
            ids.setdefault(named.get("id", ""), named.get("name", ""))
        elif local(name) == "workbookPr":
            book.from_1904 = named.get("date1904", "") in ("1", "true")

    _parse(packed, "xl/workbook.xml", start, Budget())
    names = set(packed.namelist())
    book.sheets = [(name, relations[id]) for id, name in ids.items() if relations.get(id) in names]
    book.dates = _dates(packed) if "xl/styles.xml" in names else frozenset()
    if "xl/sharedStrings.xml" in names:
        _shared_texts(packed, book)
    return book


def _relations(packed: ZipFile) -> dict[str, str]:
    """The part of each relation of the workbook."""
    found: dict[str, str] = {}

    def start(_: str, told: dict[str, str]) -> None:
        target = told.get("Target", "")
        path = target[1:] if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        found[told.get("Id", "")] = path

    _parse(packed, "xl/_rels/workbook.xml.rels", start, Budget())
    return found


def _dates(packed: ZipFile) -> frozenset[int]:
    own: set[str] = set()
    styles: list[str] = []
    inside: list[bool] = []

    def start(name: str, told: dict[str, str]) -> None:
        match local(name):
            case "numFmt" if re.search("[dDyY]", NOT_FORMAT.sub("", told.get("formatCode", ""))):
                own.add(told.get("numFmtId", ""))
            case "cellXfs" | "cellStyleXfs" as table:
                inside.append(table == "cellXfs")
            case "xf" if inside and inside[-1]:
                styles.append(told.get("numFmtId", ""))

    _parse(packed, "xl/styles.xml", start, Budget())
    known = own | set(map(str, FORMATS_OF_DATES))
    return frozenset(number for number, style in enumerate(styles) if style in known)


def _shared_texts(packed: ZipFile, book: Workbook) -> None:
    """The texts that cells name by their number; runs of one text are joined."""
    budget, running = Budget(), list[str]()

    def end(name: str) -> None:
        if local(name) == "si":
            book.texts.append("".join(running).strip())
            running.clear()

    def take(text: str) -> None:
        budget.text(text)
        running.append(text)

    try:
        _parse(packed, "xl/sharedStrings.xml", lambda *_: None, budget, end, take)
    except EnoughError:
        book.cut = True


def _parse(
    packed: ZipFile,
    name: str,
    start: Callable[[str, dict[str, str]], None],
    budget: Budget,
    end: Callable[[str], None] | None = None,
    take: Callable[[str], None] | None = None,
) -> None:
    def counted(name: str, told: dict[str, str]) -> None:
        budget.element()
        start(name, told)

    parser: expat.XMLParserType = new_parser()
    parser.StartElementHandler = counted
    parser.EndElementHandler = end
    parser.CharacterDataHandler = take
    with packed.open(name) as stream:
        while chunk := stream.read(CHUNK):
            parser.Parse(chunk, False)
    parser.Parse(b"", True)
