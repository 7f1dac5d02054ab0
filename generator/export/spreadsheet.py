"""Workbooks of plain tables (Office Open XML, ECMA-376 part 1 §18), written row by row; nothing of the clock.

Text stands in its cell (§18.18.11, inlineStr), so that no sheet is ever whole in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from decimal import Decimal
from enum import IntEnum
from functools import cache
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

from generator.export.fixed_zip import entry
from generator.export.styles import FORMATS, YEAR, Styles

Cell = tuple[Any, "Look"]
"""A value, and how it looks; text is what is neither a number nor a date nor an hour."""
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-"
FROZEN = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
LETTERS = cache(get_column_letter)


class Look(IntEnum):
    """The looks of cells, by their place in `styles.xml`."""

    PLAIN = 0
    TEXT = 1
    HEADING = 2
    INTEGER = 3
    NUMBER = 4
    DATE = 5
    TIME = 6
    YEAR = 7


class Book:
    """A workbook that is written into a file, one sheet after the other."""

    def __init__(self, into: IO[bytes]) -> None:
        self._zip = ZipFile(into, "w", ZIP_DEFLATED)
        self._names: list[str] = []
        self._filters: dict[int, str] = {}
        self._sheet: IO[bytes]
        self._rows = 0
        """Of the sheet that is open."""

    def start(self, name: str, widths: Iterable[float], frozen: bool = False) -> None:
        """Open a sheet; its first row stays in view where it is frozen."""
        self._names.append(name)
        self._rows = 0
        self._sheet = self._zip.open(entry(f"xl/worksheets/sheet{len(self._names)}.xml"), "w")
        columns = "".join(
            f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
            for n, width in enumerate(widths, 1)
        )
        view = f'<sheetView workbookViewId="0">{FROZEN if frozen else ""}</sheetView>'
        start = f'<worksheet xmlns="{MAIN}"><sheetViews>{view}</sheetViews>'
        self._write(f'{HEAD}{start}<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>')

    def append(self, row: Iterable[Cell | None]) -> None:
        self._rows += 1
        cells = "".join(
            _cell(f"{LETTERS(n)}{self._rows}", *cell) for n, cell in enumerate(row, 1) if cell is not None
        )
        self._write(f'<row r="{self._rows}">{cells}</row>')

    def finish(self, filtered: int = 0) -> None:
        """Close the sheet; its first columns, that many, can be filtered."""
        found = ""
        if filtered:
            last = f"{LETTERS(filtered)}{self._rows}"
            found = f'<autoFilter ref="A1:{last}"/>'
            self._filters[len(self._names) - 1] = f"$A$1:${LETTERS(filtered)}${self._rows}"
        self._write(f"</sheetData>{found}</worksheet>")
        self._sheet.close()

    def close(self) -> None:
        """Write what holds the sheets together."""
        for path, content in _parts(self._names, self._filters):
            self._zip.writestr(entry(path), f"{HEAD}{content}".encode())
        self._zip.close()

    def _write(self, xml: str) -> None:
        self._sheet.write(xml.encode())


def _cell(place: str, value: Any, look: Look) -> str:
    start = f'<c r="{place}" s="{look:d}"'
    if isinstance(value, date | time):
        serial = to_excel(value)  # type: ignore[no-untyped-call]
        return f"{start}><v>{serial}</v></c>"
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return f"{start}><v>{Decimal(value):f}</v></c>"
    text = Styles.fit(str(value))
    kept = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f'{start} t="inlineStr"><is><t{kept}>{escape(text)}</t></is></c>'


def _parts(names: Sequence[str], filters: dict[int, str]) -> Iterable[tuple[str, str]]:
    """Every file of the package that is not a sheet (part 2)."""
    sheets = [(f"rId{n}", f"worksheets/sheet{n}.xml") for n in range(1, len(names) + 1)]
    yield "xl/workbook.xml", _workbook(names, filters)
    yield "xl/styles.xml", _styles()
    styles = ("rIdS", "styles.xml", f"{OFFICE}/styles")
    yield (
        "xl/_rels/workbook.xml.rels",
        _links([*((id, to, f"{OFFICE}/worksheet") for id, to in sheets), styles]),
    )
    core = ("rId2", "docProps/core.xml", f"{PACKAGE}/relationships/metadata/core-properties")
    yield "_rels/.rels", _links([("rId1", "xl/workbook.xml", f"{OFFICE}/officeDocument"), core])
    yield "docProps/core.xml", f'<coreProperties xmlns="{PACKAGE}/metadata/core-properties"/>'
    yield "[Content_Types].xml", _types([to for _, to in sheets])


def _links(found: Iterable[tuple[str, str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{id}" Target="{to}" Type="{kind}"/>' for id, to, kind in found)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _types(sheets: Iterable[str]) -> str:
    own = {"workbook.xml": "sheet.main", "styles.xml": "styles", **dict.fromkeys(sheets, "worksheet")}
    parts = {f"/xl/{path}": f"officedocument.spreadsheetml.{kind}+xml" for path, kind in own.items()}
    parts["/docProps/core.xml"] = "package.core-properties+xml"
    inner = "".join(
        f'<Override PartName="{part}" ContentType="{TYPE}{kind}"/>' for part, kind in parts.items()
    )
    links = f'<Default Extension="rels" ContentType="{TYPE}package.relationships+xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{links}{inner}</Types>'


def _workbook(names: Sequence[str], filters: dict[int, str]) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(names, 1)
    )
    kept = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{n}" hidden="1">{_at(names[n], place)}</definedName>'
        for n, place in filters.items()
    )
    defined = f"<definedNames>{kept}</definedNames>" if kept else ""
    return f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets>{defined}</workbook>'


def _at(name: str, place: str) -> str:
    quoted = name.replace("'", "''")
    return escape(f"'{quoted}'!{place}")


@cache
def _styles() -> str:
    """Dates as in Vietnam, sums with separators, headings bold; text wraps and never begins a formula."""
    formats = {Look[form.upper()]: code for form, code in {**FORMATS, "year": YEAR}.items()}
    numbers = "".join(f'<numFmt numFmtId="{164 + n}" formatCode="{code}"/>' for n, code in formats.items())
    fonts = '<font><sz val="11"/><name val="Calibri"/></font>'
    fonts += '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font>'
    fills = '<fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill>'
    fills += '<fill><patternFill patternType="solid"><fgColor rgb="FF0B3C68"/></patternFill></fill>'
    wrapped, upper = '<alignment vertical="top" wrapText="1"/>', '<alignment vertical="top"/>'
    looks = _look(0, wrapped, ' quotePrefix="1"') + _look(0, wrapped, font=1, fill=2)
    looks += "".join(_look(164 + n, upper) for n in formats)
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts count="{len(formats)}">{numbers}</numFmts>'
        f'<fonts count="2">{fonts}</fonts><fills count="3">{fills}</fills>'
        f'<borders count="1"><border/></borders><cellStyleXfs count="1">{plain}</cellStyleXfs>'
        f'<cellXfs count="{len(Look)}">{plain}{looks}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _look(number: int, alignment: str, more: str = "", font: int = 0, fill: int = 0) -> str:
    ids = f'numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="0" xfId="0"'
    applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"'
    return f"<xf {ids} {applied}{more}>{alignment}</xf>"
