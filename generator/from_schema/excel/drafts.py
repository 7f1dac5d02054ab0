"""Rows of a workbook to the trees that data files would give, each value with the cell it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from pydantic_core import PydanticCustomError

from generator.core import Problem
from generator.fields.codes import read_record_id
from generator.from_schema.excel.draft import Draft, Drafts, fill, text_in, twice
from generator.from_schema.excel.gaps import gaps
from generator.from_schema.excel.groups import read_groups
from generator.from_schema.excel.opened import Filled
from generator.from_schema.excel.present import Existing
from generator.from_schema.excel.recognised import Found, Recognised
from generator.from_schema.excel.tables import Table, key_field, tables
from generator.kinds._kind import Kind


def drafts(
    kind: Kind[Any], book: Recognised, existing: Mapping[str, Existing], thon: Mapping[str, str]
) -> Drafts:
    """What the workbook says of a kind; of what it has no sheet for, what is there stays."""
    all_found = {table.name: book.tables[table.name] for table in tables(kind) if table.name in book.tables}
    made = Drafts(kind, all_found, existing, thon)
    made.problems += gaps(kind, all_found, existing)
    if made.problems:
        return made
    _records(made)
    for table in tables(kind):
        if table.steps:
            read_groups(table, made)
    if made.only and not made.records[made.only].tree:
        del made.records[made.only]
    return made


def _records(made: Drafts) -> None:
    main = tables(made.kind)[0]
    if not made.covering:
        made.records = {key: Draft(deepcopy(one.texts)) for key, one in made.existing.items()}
    elif main.steps:
        made.records[made.only] = Draft({})
    else:
        _main_rows(made.found[main.name], made)
    if made.only and made.only not in made.records:
        made.records[made.only] = Draft({})
    start = next(iter(made.found.values()))
    for draft in made.records.values():
        draft.cells.setdefault((), start.sheet.at(start.first, 1))
    name = main.owner if main.steps else main.name
    made.owners[name] = {(key,): (draft, (), draft.tree) for key, draft in made.records.items()}


def _main_rows(here: Found, made: Drafts) -> None:
    for row, cells in here.rows():
        key = made.only or _key(here, row, cells, made)
        if key is None:
            continue
        filled = any(
            c.name != _key_name(here.table) and here.number_of(c) in cells for c in here.table.fields
        )
        if not filled and key in made.existing:
            made.blanked.add(key)
        elif key in made.records:
            message = "mã này đã có ở dòng trên" if not made.only else "mục này chỉ có một dòng"
            cell = here.sheet.at(row, min(cells))
            made.problems.append(twice(cell, message))
        else:
            made.records[key] = draft = Draft({})
            draft.cells[()] = here.sheet.at(row, 1)
            fill(here, row, cells, (draft, (), draft.tree), made)
    made.blanked -= made.records.keys()


def _key_name(table: Table) -> str:
    found = key_field(table.kind)
    return next((column.name for column in table.fields if found and column.keys == (found.key,)), "")


def _key(here: Found, row: int, cells: Mapping[int, Filled], made: Drafts) -> str | None:
    """Which record a row is; None, and a problem, where it cannot be told. A missing `ma` is told later."""
    named = _key_name(here.table)
    column = next(c for c in here.table.columns if c.name == named or c.level == 0)
    number = here.number_of(column)
    text = text_in(cells.get(number)) if number else ""
    if column.level < 0:
        return text or f"\0{row}"
    try:
        return read_record_id(text)
    except PydanticCustomError as error:
        said = error.context or {}
        place = here.sheet.at(row, number or 1)
        made.problems.append(
            Problem(place, error.type, said.get("message", ""), said.get("hint", ""), column.heading)
        )
        return None
