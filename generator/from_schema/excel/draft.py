"""One record while it is put together from the rows of a workbook: its tree, and the cell of each value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from pydantic_core import PydanticCustomError

from generator.core import Loc, Problem
from generator.fields import typed
from generator.from_schema.excel.cells import text_of, written
from generator.from_schema.excel.opened import Cell, Filled
from generator.from_schema.excel.present import Existing
from generator.from_schema.excel.recognised import Found
from generator.from_schema.excel.rows import value_at
from generator.from_schema.excel.tables import Column, single, tables
from generator.kinds._kind import Kind
from generator.load.characters import tidy
from generator.load.reading import Reading

Group = dict[str, Any]
Owner = tuple["Draft", Loc, Group]
"""A group in which others repeat: its record, where it stands there, itself."""
VALUES = "Chép ô này rồi dán giá trị (Paste Special, Values)."


@dataclass
class Draft:
    """One record as the workbook has it."""

    tree: Group
    cells: dict[Loc, Cell] = field(default_factory=dict)
    """Where each value stands, and where one would that is not there."""


@dataclass
class Drafts:
    """The records of one kind."""

    kind: Kind[Any]
    found: Mapping[str, Found]
    existing: Mapping[str, Existing]
    thon: Mapping[str, str]
    records: dict[str, Draft] = field(default_factory=dict)
    blanked: set[str] = field(default_factory=set)
    """Records of which nothing but the locked key is left."""
    gone: set[tuple[str, str]] = field(default_factory=set)
    """Sheets with rows of records that the main sheet names no longer, by table and id."""
    problems: list[Problem] = field(default_factory=list)
    owners: dict[str, dict[tuple[str, ...], Owner]] = field(default_factory=dict)

    @property
    def covering(self) -> bool:
        """Whether the workbook says which records there are."""
        first = tables(self.kind)[0]
        return bool(first.steps) or first.name in self.found

    @property
    def only(self) -> str:
        """Id of the record of a kind with one file."""
        return PurePosixPath(self.kind.files[0]).stem if single(self.kind) else ""


def fill(here: Found, row: int, cells: Mapping[int, Filled], owner: Owner, made: Drafts) -> None:
    """The values of a row into its group; also where those would stand that are not written."""
    draft, loc, group = owner
    for number, column in here.columns.items():
        if column.level >= 0:
            continue
        cell = here.sheet.at(row, number)
        for end in range(1, len(column.keys) + 1):
            draft.cells.setdefault((*loc, *column.keys[:end]), cell)
        value = _value(cells.get(number), column, cell, made)
        if value:
            draft.cells[(*loc, *column.keys)] = cell
            put_in(group, column.keys, value)
            for index in range(len(value)) if isinstance(value, list) else ():
                draft.cells[(*loc, *column.keys, index)] = cell


def _value(filled: Filled | None, column: Column, cell: Cell, made: Drafts) -> Any:
    """What the file would have; a formula, which nobody computes here, and an error are told."""
    if filled is None:
        return ""
    if filled.sort == "f":
        message = "là công thức, máy chỉ nhận giá trị"
        made.problems.append(Problem(cell, "excel_formula", message, VALUES, column.heading))
        return ""
    if filled.sort == "e":
        hint = "Mở bảng tính, xem ô bị lỗi hay cột hẹp quá, rồi gõ lại giá trị."
        message = f"ghi “{filled.value}”, là lỗi của bảng tính"
        made.problems.append(Problem(cell, "excel_error", message, hint, column.heading))
        return ""
    if isinstance(filled.value, str):
        reading = Reading("")
        text: Any = tidy(filled.value.replace("_x000D_", ""), reading)
        made.problems += [replace(p, place=cell, field=column.heading) for p in reading.problems]
    else:
        text = filled.value
    found = written(column.field, text, filled.number_format, made.thon)
    return _known_thon(found, column, cell, made) if column.field.of == "thon" and made.thon else found


def _known_thon(found: Any, column: Column, cell: Cell, made: Drafts) -> Any:
    """The codes; a name that is no thôn's is told with the names that are."""
    unknown = [text for text in (found if isinstance(found, list) else [found]) if text not in made.thon]
    if not any(unknown):
        return found
    names = "; ".join(made.thon.values())
    message = f"ghi “{unknown[0]}”, không có trong danh sách thôn của xã"
    hint = f"Mỗi thôn một dòng trong ô. Các thôn: {names}."
    made.problems.append(Problem(cell, "thon_unknown", message, hint, column.heading))
    return [] if isinstance(found, list) else ""


def text_in(filled: Filled | None) -> str:
    """A code or the number of a row, as the readers of codes tidy it."""
    text = text_of(filled.value) if filled and filled.sort not in "ef" else ""
    try:
        return typed.tidy(text)
    except PydanticCustomError:
        return text


def put_in(group: Group, keys: tuple[str, ...], value: Any) -> None:
    for key in keys[:-1]:
        group = group.setdefault(key, {})
    group[keys[-1]] = value


def list_at(group: Group, step: tuple[str, ...]) -> list[Group]:
    if value_at(group, step) is None:
        put_in(group, step, [])
    found: list[Group] = value_at(group, step)
    return found


def take_out(group: Group, step: tuple[str, ...]) -> None:
    inner = value_at(group, step[:-1])
    if isinstance(inner, dict):
        inner.pop(step[-1], None)


def twice(cell: Cell, message: str) -> Problem:
    return Problem(cell, "excel_row_twice", message, "Xóa một dòng, hoặc sửa mã, số của một dòng.")
