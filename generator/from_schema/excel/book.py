"""A commune's records to one workbook: guide, a sheet for each table, the lists of its drop-downs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from generator.export.cells import NO, YES
from generator.export.sheet_names import sheet_names
from generator.export.styles import fit
from generator.from_schema.called import naming
from generator.from_schema.excel.cells import shown
from generator.from_schema.excel.fixed_zip import saved
from generator.from_schema.excel.guide import TITLE, write_guide
from generator.from_schema.excel.looks import FIRST_ROW, HEAD_FILL, lay_out, list_name, list_range, put
from generator.from_schema.excel.present import Present
from generator.from_schema.excel.rows import rows_of
from generator.from_schema.excel.tables import Table, all_tables, fields_of, key_field
from generator.from_schema.inputs import Input
from generator.from_schema.offered import Offered
from generator.kinds._kind import Kind

LISTS = "Danh mục"
THON, THON_CODE = "#thon", "#thon:ma"
"""How the hidden row of the sheet of lists names the thôn and their codes."""
FILES, DIGESTS = "#tep", "#tep:goc"
"""The same of the files that the workbook was made from, and of what each held then; not shown."""
COMMUNE = "#xa"
"""The same of the name of the commune's folder; not shown."""


def workbook(
    found: Present,
    chosen: Sequence[Kind[Any]],
    commune: str,
    slug: str,
    day: date,
    file: str,
    offered: Offered,
) -> bytes:
    """The bytes of the workbook; the same records on the same day give the same bytes."""
    tables = all_tables(chosen)
    named = names(tables)
    book = Workbook()
    guide: Any = book.active
    guide.title = TITLE
    write_guide(guide, commune, slug, file, day, [(table, named[table.name]) for table in tables])
    sheets = [(table, book.create_sheet(named[table.name])) for table in tables]
    lists = _lists(book.create_sheet(LISTS), tables, found, {**offered, **_own(chosen, found)}, slug)
    for table, sheet in sheets:
        lay_out(sheet, table, lists)
        _fill(sheet, table, found)
    return saved(book)


def names(tables: Sequence[Table]) -> dict[str, str]:
    """The name of each table's sheet, by the name of the table."""
    given = sheet_names([TITLE, LISTS, *(table.title for table in tables)])[2:]
    return {table.name: name for table, name in zip(tables, given, strict=True)}


def _fill(sheet: Any, table: Table, found: Present) -> None:
    rows = (
        row
        for key, record in sorted(found.records.get(table.kind.name, {}).items())
        for row in rows_of(table, key, record.tree)
    )
    for number, row in enumerate(rows, FIRST_ROW):
        for index, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
            text = shown(column.field, value, found.thon)
            put(
                sheet.cell(number, index),
                fit(text) if isinstance(text, str) else text,
                column,
                table,
            )


def _own(chosen: Iterable[Kind[Any]], found: Present) -> Offered:
    """The records that others name by their code, by their kind."""
    return {
        kind.name: [
            (key, f"{key} {_title(kind, one.tree)}")
            for key, one in sorted(found.records[kind.name].items())
        ]
        for kind in chosen
        if key_field(kind)
    }


def _title(kind: Kind[Any], tree: Any) -> str:
    key = key_field(kind)
    return str(tree.get(naming([field for field in fields_of(kind) if field != key]), ""))


def _words(field: Input, offered: Offered) -> list[str]:
    """The words of a list; of codes, each before its name."""
    return [label for _, label in (offered.get(field.of, ()) if field.of else field.choices)]


def _lists(
    sheet: Any, tables: Sequence[Table], found: Present, offered: Offered, slug: str
) -> dict[str, str]:
    """Every list of words to choose from in a column of its own; where each stands, by its name."""
    originals = [one for kind in found.records.values() for one in kind.values()]
    columns: dict[str, tuple[str, str, list[str]]] = {
        FILES: (FILES, "Tệp", [one.path for one in originals]),
        DIGESTS: (DIGESTS, "Lúc xuất", [one.digest for one in originals]),
        COMMUNE: (COMMUNE, "Xã", [slug]),
        "thon": (THON, "Thôn, tổ dân phố", list(found.thon.values())),
        THON_CODE: (THON_CODE, "Mã thôn", list(found.thon)),
        "yes_no": ("#yes_no", "Có, không", [YES, NO]),
    }
    for column in (column for table in tables for column in table.fields):
        if name := list_name(column.field):
            columns.setdefault(name, ("#", column.field.title, _words(column.field, offered)))
    for index, (key, title, words) in enumerate(columns.values(), 1):
        for row, text in enumerate((key, title, *words), 1):
            cell = sheet.cell(row, index, text)
            cell.data_type = "s"
        sheet.cell(2, index).fill = HEAD_FILL
        sheet.cell(2, index).font = Font(name="Calibri", bold=True, color="FFFFFF")
        look = sheet.column_dimensions[get_column_letter(index)]
        look.width, look.hidden = 28, key in (FILES, DIGESTS, COMMUNE)
    sheet.row_dimensions[1].hidden = True
    sheet.protection.sheet = True
    return {
        name: list_range(sheet.title, get_column_letter(index), len(words))
        for index, (name, (_, _, words)) in enumerate(columns.items(), 1)
    }
