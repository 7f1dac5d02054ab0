"""How the sheets look and what they let people type: formats, drop-downs, comments, locks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from generator.export.styles import FORMATS
from generator.from_schema.excel.tables import REQUIRED, Column, Table, key_field
from generator.from_schema.inputs import Form, Input
from generator.from_schema.spelled import SPELLED

LAST_ROW = 2_000
"""Rows down to which drop-downs are laid."""
FIRST_ROW = 3
TEXT, PERCENT = "@", "0.00%"
NUMBER_FORMATS: Mapping[Form, str] = {
    Form.DAY: FORMATS["date"],
    Form.CLOCK: FORMATS["time"],
    Form.MONEY: FORMATS["integer"],
    Form.COUNT: FORMATS["integer"],
    Form.YEAR: FORMATS["year"],
    Form.NUMBER: "General",
    Form.PERCENT: PERCENT,
}
"""All else is text, so that a spreadsheet leaves codes, telephone numbers and periods as they are typed."""
WIDTHS: Mapping[Form, int] = {
    Form.PROSE: 50, Form.LINE: 26, Form.DAY: 13, Form.MONEY: 18, Form.COUNT: 12, Form.YEAR: 9, Form.CHOICE: 24,
}  # fmt: skip
HOW: Mapping[Form, str] = {
    **SPELLED,
    Form.YES_NO: "Chọn có hoặc không.",
    Form.CHOICE: "Chọn trong danh sách thả xuống.",
}
HEAD_FILL, KEY_FILL = PatternFill("solid", fgColor="0B3C68"), PatternFill("solid", fgColor="E7ECF1")
TOP = Alignment(vertical="top", wrap_text=True)
UNLOCKED, LOCKED = Protection(locked=False), Protection(locked=True)


def number_format(field: Input) -> str:
    return TEXT if field.repeated else NUMBER_FORMATS.get(field.form, TEXT)


def heading(column: Column) -> str:
    return f"{column.heading}{REQUIRED}" if column.required else column.heading


def lay_out(sheet: Any, table: Table, lists: Mapping[str, str]) -> None:
    """All of a sheet but its rows: hidden names, headings, formats, drop-downs, the lock of keys."""
    for index, column in enumerate(table.columns, 1):
        letter = get_column_letter(index)
        sheet.cell(1, index, column.name)
        _head(sheet.cell(2, index, heading(column)), column)
        look = sheet.column_dimensions[letter]
        look.width = WIDTHS.get(column.field.form, 18)
        look.number_format = number_format(column.field)
        look.protection, look.alignment = UNLOCKED, TOP
        if formula := lists.get(list_name(column.field)):
            _drop_down(sheet, letter, formula, closed=bool(column.field.choices) or not column.field.of)
    sheet.row_dimensions[1].hidden = True
    sheet.row_dimensions[2].height = 48
    keys = len(table.coordinates) or sum(is_key(column, table) for column in table.columns)
    sheet.freeze_panes = f"{get_column_letter(keys + 1)}{FIRST_ROW}"
    sheet.auto_filter.ref = f"A2:{get_column_letter(len(table.columns))}{LAST_ROW}"
    _protect(sheet)


def is_key(column: Column, table: Table) -> bool:
    """Whether a column says which record or row this is; of rows that are there it is locked."""
    return column.level >= 0 or (not table.steps and column.field == key_field(table.kind))


def list_name(field: Input) -> str:
    """Which list a drop-down takes its words from; empty where anything may be typed, or several."""
    if field.repeated:
        return ""
    if field.form is Form.YES_NO:
        return "yes_no"
    return field.of or "\n".join(label for _, label in field.choices)


def put(cell: Any, value: Any, column: Column, table: Table) -> None:
    """One value of a record; a text stays a text whatever it begins with."""
    if value is not None:
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    as_text = isinstance(value, str)
    cell.number_format = TEXT if as_text else number_format(column.field)
    if column.field.form is Form.NUMBER and not as_text:
        whole = value is not None and value == int(value)
        cell.number_format = FORMATS["integer"] if whole else FORMATS["number"]
    locked = is_key(column, table)
    cell.protection = LOCKED if locked else UNLOCKED
    if locked:
        cell.fill = KEY_FILL
    cell.alignment = TOP
    cell.quotePrefix = as_text


def _head(cell: Any, column: Column) -> None:
    cell.font, cell.fill, cell.alignment = Font(name="Calibri", bold=True, color="FFFFFF"), HEAD_FILL, TOP
    said = [column.field.hint, HOW.get(column.field.form, "")]
    if column.field.repeated:
        said.append("Nhiều mục thì mỗi mục một dòng trong ô (Alt + Enter).")
        if column.field.choices:
            said.append(f"Chọn trong: {'; '.join(label for _, label in column.field.choices)}.")
    if column.field.of and column.field.of != "thon":
        said.append("Mã và tên có ở trang tính “Danh mục”.")
    if column.required:
        said.append("Phải có.")
    elif column.field.required and len(column.keys) > 1:
        said.append(f"Phải có khi đã ghi ô khác của “{column.heading.rpartition(': ')[0]}”.")
    text = "\n".join(filter(None, said))
    cell.comment = Comment(text, "Công khai", height=40 + 20 * (len(text) // 38 + text.count("\n") + 1), width=300)  # fmt: skip


def _drop_down(sheet: Any, letter: str, formula: str, closed: bool) -> None:
    """A closed list stops what it does not know; of names that may be new, it only asks."""
    found = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
    found.errorStyle = "stop" if closed else "warning"
    found.errorTitle, found.error = "Chưa có trong danh sách", "Chọn trong danh sách thả xuống của ô này."
    found.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
    sheet.add_data_validation(found)


def _protect(sheet: Any) -> None:
    """Locks only what is marked as locked, without a password; rows may be added, widths changed."""
    lock = sheet.protection
    lock.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter"):  # fmt: skip
        setattr(lock, allowed, False)


def list_range(sheet: str, letter: str, count: int) -> str:
    return f"{quote_sheetname(sheet)}!${letter}${FIRST_ROW}:${letter}${FIRST_ROW + max(count, 1) - 1}"
