"""Rows of the groups that repeat, each put into the group that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping

from generator.core import Problem
from generator.from_schema.excel.draft import Drafts, Owner, fill, list_at, put_in, take_out, text_in, twice
from generator.from_schema.excel.opened import Filled
from generator.from_schema.excel.recognised import Found
from generator.from_schema.excel.rows import value_at
from generator.from_schema.excel.tables import Table


def read_groups(table: Table, made: Drafts) -> None:
    """The rows of a group that repeats, each put into the group that it belongs to."""
    owners, step = made.owners.get(table.owner, {}), table.steps[-1]
    here = made.found.get(table.name)
    if here is None:
        if table.depth == 1 and made.covering:
            _keep(owners, step, made)
        return
    for _, _, group in owners.values() if not made.covering else ():
        take_out(group, step)
    own = made.owners.setdefault(table.name, {})
    last = here.first - 1
    for last, cells in here.rows():
        if any(here.number_of(column) in cells for column in table.fields):
            _group_row(here, last, cells, owners, own, made)
    for draft, loc, _ in owners.values():
        draft.cells.setdefault((*loc, *step), here.sheet.at(last + 1, 1))


def _group_row(
    here: Found,
    row: int,
    cells: Mapping[int, Filled],
    owners: Mapping[tuple[str, ...], Owner],
    own: dict[tuple[str, ...], Owner],
    made: Drafts,
) -> None:
    table = here.table
    told = {column.level: text_in(cells.get(here.number_of(column) or 0)) for column in table.coordinates}
    where = tuple(made.only if level == 0 and made.only else told[level] for level in range(table.depth))
    if where[0] in made.blanked:
        return
    owner = owners.get(where)
    if owner is None:
        _orphan(here, row, where, made)
        return
    draft, loc, group = owner
    items = list_at(group, table.steps[-1])
    place = (*loc, *table.steps[-1], len(items))
    items.append({})
    first = here.sheet.at(row, min(cells))
    draft.cells.setdefault(place[:-1], first)
    draft.cells[place] = first
    fill(here, row, cells, (draft, place, items[-1]), made)
    number = told.get(table.depth, "")
    if number and (*where, number) in own:
        made.problems.append(twice(first, f"“Dòng số” {number} đã dùng ở dòng trên"))
    if number:
        own[(*where, number)] = draft, place, items[-1]


def _orphan(here: Found, row: int, where: tuple[str, ...], made: Drafts) -> None:
    """A row that belongs to nothing; of a record that was taken out, told once a sheet."""
    gone = where[0] in made.existing and where[0] not in made.records
    if not gone or (here.table.name, where[0]) not in made.gone:
        made.problems.append(_no_owner(here, row, where, gone))
    made.gone.add((here.table.name, where[0]))


def _keep(owners: Mapping[tuple[str, ...], Owner], step: tuple[str, ...], made: Drafts) -> None:
    """The list that a record has now, for which the workbook has no sheet."""
    for (key, *_), (_, _, group) in owners.items():
        kept = value_at(made.existing[key].texts, step) if key in made.existing else None
        if kept:
            put_in(group, step, kept)


def _no_owner(here: Found, row: int, where: tuple[str, ...], gone: bool) -> Problem:
    """`gone`: there is such a record, but the workbook's main sheet names it no longer."""
    column = next((c for c in reversed(here.table.coordinates) if c.level < here.table.depth), None)
    number = here.number_of(column) if column else None
    said = ", ".join(filter(None, where))
    message = f"thuộc “{said}”, nhưng không có mục ấy" if said else "chưa ghi thuộc mục nào"
    hint = "Ghi đúng mã (và số dòng) của mục đã có ở trang tính mà dòng này thuộc về."
    if gone:
        message = f"thuộc “{where[0]}”, mục ấy không còn ở trang tính chính"
        hint = (
            "Bỏ hẳn mục ấy thì xóa cả dòng này và các dòng khác của nó; không thì ghi lại nó, đúng mã cũ."
        )
    title = column.heading if column else ""
    return Problem(here.sheet.at(row, number or 1), "excel_owner_unknown", message, hint, title)
