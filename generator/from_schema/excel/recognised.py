"""Which table a sheet holds and which column each of its columns is, told by the hidden names or by headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.core import Level, Problem
from generator.from_schema.excel.book import COMMUNE, DIGESTS, FILES, LISTS, THON, THON_CODE, names
from generator.from_schema.excel.guide import TITLE
from generator.from_schema.excel.opened import Filled, Sheet
from generator.from_schema.excel.tables import REQUIRED, Column, Table, all_tables
from generator.words.fold import fold, nearest

SEARCHED = 6
"""Rows in which names and headings are looked for."""
AGAIN = "Xuất bảng mới bằng congkhai excel export rồi chép dữ liệu sang."


@dataclass(frozen=True)
class Found:
    """A sheet of which it is known what it holds."""

    table: Table
    sheet: Sheet
    columns: Mapping[int, Column]
    """By their number in the sheet, from 1."""
    first: int
    """The row after the headings."""

    def number_of(self, column: Column) -> int | None:
        return next((number for number, found in self.columns.items() if found.name == column.name), None)

    def rows(self) -> Iterator[tuple[int, dict[int, Filled]]]:
        """Each row in which something stands, with its cells by their column."""
        rows: dict[int, dict[int, Filled]] = {}
        for (row, column), filled in self.sheet.cells.items():
            if row >= self.first:
                rows.setdefault(row, {})[column] = filled
        yield from rows.items()


@dataclass
class Recognised:
    """What a workbook holds, and what in it is not understood."""

    tables: dict[str, Found] = field(default_factory=dict)
    thon: dict[str, str] = field(default_factory=dict)
    """Names of thôn by their codes, as the sheet of lists has them."""
    originals: dict[str, str] = field(default_factory=dict)
    """Files that the workbook was made from, each with the digest of what it held; empty where that is not known."""
    commune: str = ""
    """The folder of the commune that it was made for; empty where that is not known."""
    problems: list[Problem] = field(default_factory=list)


def recognise(sheets: Sequence[Sheet]) -> Recognised:
    tables = all_tables()
    named = {fold(name): table for (_, name), table in zip(names(tables).items(), tables, strict=True)}
    known = {table.name: table for table in tables}
    found = Recognised()
    for sheet in sheets:
        if any(head == THON for _, head in _texts(sheet, 1)):
            found.thon |= _pairs(sheet, THON_CODE, THON)
            found.originals |= _pairs(sheet, FILES, DIGESTS)
            found.commune = next(iter(_pairs(sheet, COMMUNE, COMMUNE)), "")
        elif fold(sheet.name) not in (fold(TITLE), fold(LISTS)) and sheet.cells:
            _sheet(sheet, known, named, found)
    return found


def _sheet(sheet: Sheet, known: Mapping[str, Table], named: Mapping[str, Table], found: Recognised) -> None:
    here = _by_names(sheet, known) or _by_headings(sheet, named.get(fold(sheet.name)))
    if here is None:
        meant = nearest(sheet.name, [table.title for table in known.values()])
        hint = f"Có phải là “{meant}”? Sửa tên trang tính, giữ nguyên tên cột." if meant else AGAIN
        message = "không rõ là trang tính nào, nên bỏ qua"
        found.problems.append(
            Problem(sheet.at(1, 1), "excel_sheet_unknown", message, hint, level=Level.NOTICE)
        )
    elif here.table.name in found.tables:
        other = found.tables[here.table.name].sheet.name
        message = f"cùng loại với trang tính “{other}”"
        hint = "Dồn dữ liệu vào một trang tính, xóa trang tính kia."
        found.problems.append(Problem(sheet.at(1, 1), "excel_sheet_twice", message, hint))
    else:
        found.tables[here.table.name] = here
        found.problems += _strangers(here)


def _by_names(sheet: Sheet, known: Mapping[str, Table]) -> Found | None:
    for row in range(1, SEARCHED + 1):
        told = {column: name for column, name in _texts(sheet, row) if ":" in name}
        table = next((known[t] for t in (n.partition(":")[0] for n in told.values()) if t in known), None)
        if table:
            own = {column.name: column for column in table.columns}
            columns = {number: own[name] for number, name in told.items() if name in own}
            return Found(table, sheet, _once(columns), row + 2)
    return None


def _by_headings(sheet: Sheet, table: Table | None) -> Found | None:
    """Of a sheet with the right name whose hidden row is gone; all its headings must be known."""
    own = {fold(column.heading): column for column in table.columns} if table else {}
    for row in range(1, SEARCHED + 1):
        told = {column: own.get(fold(text.removesuffix(REQUIRED))) for column, text in _texts(sheet, row)}
        columns = {number: column for number, column in told.items() if column}
        if table and columns and 2 * len(columns) >= len(told):
            return Found(table, sheet, _once(columns), row + 1)
    return None


def _once(columns: Mapping[int, Column]) -> dict[int, Column]:
    """The first of several columns with one name; what stands in the others is told as unknown."""
    taken: dict[str, int] = {}
    for number, column in columns.items():
        taken.setdefault(column.name, number)
    return {number: columns[number] for number in taken.values()}


def _strangers(found: Found) -> Iterator[Problem]:
    """Columns in which something stands and that nothing reads."""
    used = {column for _, cells in found.rows() for column in cells}
    for number in sorted(used - found.columns.keys()):
        filled = found.sheet.cells.get((found.first - 1, number))
        title = f"“{filled.value}” " if filled else ""
        yield Problem(
            found.sheet.at(found.first - 1, number),
            "excel_column_unknown",
            f"cột {title}không có trong mẫu, hoặc có hai cột như nhau",
            f"Xóa cột này, hoặc chép nội dung sang đúng cột. {AGAIN}",
        )


def _texts(sheet: Sheet, row: int) -> Iterator[tuple[int, str]]:
    for (at, column), filled in sheet.cells.items():
        if at > row:
            return
        if at == row:
            yield column, str(filled.value).strip()


def _pairs(sheet: Sheet, first: str, second: str) -> dict[str, str]:
    """Two columns of the sheet of lists, row by row."""
    heads = {name: column for column, name in _texts(sheet, 1)}
    a, b = heads.get(first, 0), heads.get(second, 0)
    rows = (row for row, column in sheet.cells if row > 2 and column == a)
    return {
        str(sheet.cells[row, a].value): str(sheet.cells[row, b].value)
        for row in rows
        if (row, b) in sheet.cells
    }
