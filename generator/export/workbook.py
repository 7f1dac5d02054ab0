"""A section as a workbook (Office Open XML, ECMA-376): true dates and numbers, no formula, nothing of the clock."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.cell import WriteOnlyCell
from pydantic import BaseModel

from generator.core import File, Site
from generator.export.cells import say, told
from generator.export.columns import Column, columns
from generator.export.section import Section
from generator.export.sheet_info import about
from generator.export.sheet_names import sheet_names
from generator.export.spreadsheet import Book, Cell, Look
from generator.export.styles import Styles, form_of

NARROW, WIDE = 9, 60
"""Widths of columns, in characters."""
ABOUT = "Về tệp này"
ABOUT_WIDTHS = 36, 90
LOOKS = {
    "integer": Look.INTEGER,
    "number": Look.NUMBER,
    "date": Look.DATE,
    "time": Look.TIME,
    "year": Look.YEAR,
}
"""Of columns by their form; others are text."""


@dataclass(frozen=True)
class Sheet:
    """One table of a workbook: its columns, and a value for each in every row."""

    title: str
    columns: tuple[Column, ...]
    rows: list[list[Any]]


def workbook_file(section: Section, site: Site) -> File:
    """The rows on the first sheet, each repeated group on one of its own, then what the file is."""
    inner = list(_inner(section))
    names = sheet_names([section.kind.title, *(sheet.title for _, sheet in inner), ABOUT])
    where = {column: name for (column, _), name in zip(inner, names[1:], strict=False)}
    sheets = [_main(section, where), *(sheet for _, sheet in inner)]
    return File(section.xlsx, workbook(sheets, about(section, site)))


def workbook(sheets: Sequence[Sheet], lines: Iterable[tuple[str, str]]) -> bytes:
    """Tables, each on a sheet of its own, then lines that tell what the file is; the same bytes every time."""
    packed = io.BytesIO()
    book = Book(packed)
    *names, last = sheet_names([*(sheet.title for sheet in sheets), ABOUT])
    for name, sheet in zip(names, sheets, strict=True):
        _table(book, name, sheet)
    book.start(last, ABOUT_WIDTHS)
    for line in lines:
        book.append((text, Look.TEXT) if text else None for text in line)
    book.finish()
    book.close()
    return packed.getvalue()


def _main(section: Section, where: dict[Column, str]) -> Sheet:
    """Without columns of inner groups in which no row has anything: there may be dozens."""
    found = tuple(c for c in columns(section.model) if len(c.names) == 1 or _filled(c, section.rows))
    rows = [[_shown(column, row, where) for column in found] for row in section.rows]
    return Sheet(section.kind.title, found, rows)


def _filled(column: Column, rows: Iterable[BaseModel]) -> bool:
    return any(told(column.value(row)) for row in rows)


def _shown(column: Column, row: BaseModel, where: dict[Column, str]) -> Any:
    """The value; where it is a group that repeats, how often, and on which sheet it stands."""
    value = column.value(row)
    return f"{len(value)} dòng, xem trang tính “{where[column]}”" if value and column in where else value


def _inner(section: Section) -> Iterator[tuple[Column, Sheet]]:
    """The repeated groups that are not empty; each row begins with what names the one it belongs to."""
    found = columns(section.model)
    one = len(section.rows) == 1
    owner = () if one else (next((column for column in found if column.names == ("id",)), found[0]),)
    for column in found:
        if column.repeated and _filled(column, section.rows):
            own = columns(column.repeated)
            rows = [
                [*(each.value(row) for each in owner), *(each.value(item) for each in own)]
                for row in section.rows
                for item in column.value(row) or ()
            ]
            yield column, Sheet(column.title, (*owner, *own), rows)


def _table(book: Book, name: str, table: Sheet) -> None:
    """A sheet with a frozen, filterable heading."""
    book.start(name, (_column_width(table, index) for index in range(len(table.columns))), frozen=True)
    book.append((head.heading, Look.HEADING) for head in table.columns)
    looks = [LOOKS.get(form_of(column)) for column in table.columns]
    for row in table.rows:
        book.append(_cell(*pair) for pair in zip(row, looks, strict=True))
    book.finish(filtered=len(table.columns))


def _cell(value: Any, look: Look | None) -> Cell | None:
    if not told(value):
        return None
    return (say(value), Look.TEXT) if look is None else (value, look)


def _column_width(table: Sheet, index: int) -> int:
    longest = max((_width(row[index]) for row in table.rows), default=0)
    return min(WIDE, max(NARROW, longest, heading_width(table.columns[index])))


def write_plain(book: Any, name: str, lines: Iterable[tuple[str, str]], styles: Styles) -> None:
    sheet = book.create_sheet(name)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = ABOUT_WIDTHS
    for line in lines:
        sheet.append([text_cell(sheet, text, styles.text) for text in line])


def typed_cell(sheet: Any, value: Any, column: Column, styles: Styles) -> Any:
    style = styles.of(column)
    if not told(value):
        return None
    if style is None:
        return text_cell(sheet, say(value), styles.text)
    cell: Any = WriteOnlyCell(sheet, value)
    cell._style = style
    return cell


def text_cell(sheet: Any, text: str, style: Any) -> Any:
    """A cell of text, whatever the text begins with."""
    cell: Any = WriteOnlyCell(sheet)
    cell.value = Styles.fit(text)
    cell.data_type = "s"
    cell._style = style
    return cell


def _width(value: Any) -> int:
    return max(map(len, say(value).splitlines()), default=0) + 2


def heading_width(column: Column) -> int:
    """Headings break between words: two lines of them, and room for the arrow of the filter."""
    longest = max(map(len, column.heading.split()), default=0)
    return max(longest, len(column.heading) // 2) + 4
