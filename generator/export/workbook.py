"""A section as a workbook (Office Open XML, ECMA-376): true dates and numbers, no formula, nothing of the clock."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from generator.core import File, Site
from generator.export.book import Book
from generator.export.cells import say, told
from generator.export.columns import Column, columns
from generator.export.section import Section
from generator.export.sheet_info import about
from generator.export.sheet_names import sheet_names

NARROW, WIDE = 9, 60
"""Widths of columns, in characters."""
ABOUT = "Về tệp này"


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
    return File(section.xlsx, workbook(sheets, about(section, site), site.day))


def workbook(sheets: Sequence[Sheet], lines: Iterable[tuple[str, str]], day: date) -> bytes:
    """Tables, each on a sheet of its own, then lines that tell what the file is; the same bytes every time."""
    packed = io.BytesIO()
    book = Book(packed, day)
    *names, last = sheet_names([*(sheet.title for sheet in sheets), ABOUT])
    for name, sheet in zip(names, sheets, strict=True):
        book.table(name, sheet.columns, _widths(sheet))
        for row in sheet.rows:
            book.append(row)
    book.close(last, lines)
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


def _widths(table: Sheet) -> Iterator[int]:
    for place, column in enumerate(table.columns):
        longest = max((_width(row[place]) for row in table.rows), default=0)
        yield min(WIDE, max(NARROW, longest, heading_width(column)))


def _width(value: Any) -> int:
    return max(map(len, say(value).splitlines()), default=0) + 2


def heading_width(column: Column) -> int:
    """Headings break between words: two lines of them, and room for the arrow of the filter."""
    longest = max(map(len, column.heading.split()), default=0)
    return max(longest, len(column.heading) // 2) + 4
