"""A workbook against a commune's folder: what would be new, changed or gone, and every mistake with its cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.canonical import as_tree, as_yaml
from generator.core import Loc, Place, Problem, has_error, in_order, only_errors
from generator.fields.base import Model
from generator.from_schema.excel.difference import changes, same
from generator.from_schema.excel.draft import Draft, Drafts
from generator.from_schema.excel.drafts import drafts
from generator.from_schema.excel.opened import Cell, RefusedError, open_workbook
from generator.from_schema.excel.present import Existing, present
from generator.from_schema.excel.recognised import Recognised, recognise
from generator.from_schema.excel.tables import fields_of, path_of, tables
from generator.inspection import Question, known_errors, new_errors
from generator.kinds import kinds
from generator.kinds._kind import Kind
from generator.load.models import read_model
from generator.load.reading import Reading
from generator.tidy import has_comment

EMPTY = "Ghi vào ô này"
OTHER = "Nhập vào đúng xã ấy; hoặc xuất bảng của xã mình rồi chép dữ liệu sang."
IN_CELLS = {"xóa cả dòng": "để trống ô này"}
"""What hints say of lines of a data file, as it is done in a workbook."""


@dataclass(frozen=True)
class Change:
    """One data file that would be written, or is no longer in the workbook."""

    path: str
    """Below the commune's folder."""
    kind: Kind[Any]
    content: bytes | None
    """What it would hold; None where the workbook has no such record any more."""
    is_new: bool = False
    lines: tuple[str, ...] = ()
    """What differs, in words."""
    loses_comments: bool = False
    is_newer: bool = False
    """Whether the file was changed after the workbook had been made from it."""
    cells: Mapping[Loc, Cell] = field(default_factory=dict, repr=False)
    """Where each value stands in the workbook."""


@dataclass(frozen=True)
class Plan:
    """What importing a workbook would do; nothing where there is an error."""

    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]


def plan(path: Path, root: Path) -> Plan:
    """Nothing is written. Raises: OSError"""
    try:
        return compare(read(path), path, root)
    except RefusedError as refused:
        return Plan((), (refused.problem,))


def read(path: Path) -> Recognised:
    """What a workbook holds. Raises: RefusedError, OSError"""
    return recognise(open_workbook(path))


def compare(book: Recognised, path: Path, root: Path) -> Plan:
    """A workbook that was read from `path`, against a commune's folder."""
    if book.commune not in ("", root.name):
        message = f"là bảng của “{book.commune}”, không phải của “{root.name}”"
        return Plan((), (Problem(Place(path.as_posix()), "excel_other_commune", message, OTHER),))
    chosen = [kind for kind in kinds() if any(table.name in book.tables for table in tables(kind))]
    if not chosen:
        message = "không có trang tính nào của bảng nhập liệu"
        hint = "Xuất bảng bằng congkhai excel export, điền vào bảng ấy."
        return Plan((), (*book.problems, Problem(Place(path.as_posix()), "excel_no_sheet", message, hint)))
    there = present(root, chosen)
    if has_error(there.problems):
        return Plan((), there.problems)
    thon = {**book.thon, **there.thon}
    found: list[Change] = []
    problems = list(book.problems)
    for kind in chosen:
        own, told = _of_kind(kind, book, there.records[kind.name], thon)
        found += own
        problems += told
    return Plan(() if has_error(problems) else tuple(found), in_order(problems))


def tried(found: Plan, question: Question, root: Path) -> Plan:
    """The same plan with the errors that its changes would make; then nothing is to be written."""
    changes = {change.path: change.content for change in found.changes if change.content is not None}
    errors = new_errors(question, root, changes, known_errors(question, root)) if changes else ()
    cells = {f"{root.as_posix()}/{change.path}": change.cells for change in found.changes}
    told = (_at_its_cell(problem, cells.get(problem.place.path, {})) for problem in errors)
    return replace(found, problems=in_order((*found.problems, *told)))


def _at_its_cell(problem: Problem, cells: Mapping[Loc, Cell]) -> Problem:
    """At the cell of the value, else of the nearest group around it; in its file where the workbook has none."""
    ends = range(len(problem.loc), -1, -1)
    cell = next((cells[problem.loc[:end]] for end in ends if problem.loc[:end] in cells), None)
    return replace(problem, place=cell) if cell else problem


def _of_kind(
    kind: Kind[Any], book: Recognised, existing: Mapping[str, Existing], thon: Mapping[str, str]
) -> tuple[list[Change], list[Problem]]:
    made = drafts(kind, book, existing, thon)
    problems = list(made.problems)
    found: list[Change] = []
    for key, draft in made.records.items():
        model, found_wrong = _read(draft, made)
        told = {problem.place for problem in only_errors(problems)}
        problems += [problem for problem in found_wrong if problem.place not in told]
        if model is not None:
            change = _change(kind, key, model, existing.get(key), thon)
            newer = _is_newer(existing.get(key), book)
            found += [replace(change, is_newer=newer, cells=draft.cells)] if change else []
    if made.covering and not has_error(problems):
        known = book.originals or {one.path for one in existing.values()}
        gone = (one for key, one in existing.items() if key not in made.records and one.path in known)
        found += [Change(one.path, kind, None) for one in gone]
    return found, problems


def _is_newer(old: Existing | None, book: Recognised) -> bool:
    return bool(old and book.originals and book.originals.get(old.path) != old.digest)


def _read(draft: Draft, made: Drafts) -> tuple[Model | None, list[Problem]]:
    """The model, by the reader of data files; each problem at its cell instead of its line."""
    cells = sorted(set(draft.cells.values()))
    lines = {cell: line for line, cell in enumerate(cells, 1)}
    places = {loc: (lines[cell], 1) for loc, cell in draft.cells.items()}
    reading = Reading("", tree=draft.tree, places=places)
    model = read_model(made.kind.model, reading)
    return model, [_at_cell(problem, cells) for problem in reading.problems]


def _at_cell(problem: Problem, cells: Sequence[Cell]) -> Problem:
    hint = problem.hint
    if problem.code == "missing":
        hint = f"{EMPTY}{hint.partition('…')[2] or '.'}"
    elif problem.code == "too_short":
        hint = "Ghi ít nhất một dòng ở trang tính này."
    for line, cell in IN_CELLS.items():
        hint = hint.replace(line, cell)
    return replace(problem, place=cells[problem.place.line - 1], hint=hint)


def _change(
    kind: Kind[Any], key: str, model: Model, old: Existing | None, thon: Mapping[str, str]
) -> Change | None:
    if old and same(old.model, model):
        return None
    content = as_yaml(model)
    path = old.path if old else path_of(kind, key)
    told = tuple(changes(fields_of(kind), old.tree if old else {}, as_tree(model), thon))
    return Change(path, kind, content, old is None, told, bool(old and has_comment(old.content)))
