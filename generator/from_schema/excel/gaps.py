"""Sheets and columns that a workbook lacks though something is written there now: it would be lost unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.core import Problem
from generator.from_schema.excel.present import Existing
from generator.from_schema.excel.recognised import AGAIN, Found
from generator.from_schema.excel.rows import items, value_at
from generator.from_schema.excel.tables import Column, Table, tables
from generator.kinds._kind import Kind


def gaps(
    kind: Kind[Any], found: Mapping[str, Found], existing: Mapping[str, Existing]
) -> Iterator[Problem]:
    for table in tables(kind):
        here, owner = found.get(table.name), found.get(table.owner)
        if here:
            yield from _columns(here, existing)
        if table.depth > 1 and (here is None) != (owner is None):
            yield from _apart(table, here or owner, here is not None, existing)


def _columns(here: Found, existing: Mapping[str, Existing]) -> Iterator[Problem]:
    there = {column.name for column in here.columns.values()}
    has_rows = any(True for _ in here.rows())
    for column in here.table.columns:
        if column.name in there:
            continue
        if (has_rows and column.level >= 0) or _used(here.table, column, existing):
            yield Problem(
                here.sheet.at(here.first - 1, 1),
                "excel_column_missing",
                f"thiếu cột “{column.heading}”, trong dữ liệu đang có giá trị ở cột này",
                f"Đừng xóa cột. {AGAIN}",
            )


def _used(table: Table, column: Column, existing: Mapping[str, Existing]) -> bool:
    groups = (group for one in existing.values() for _, group in items(table.steps, one.tree))
    return column.level < 0 and any(value_at(group, column.keys) is not None for group in groups)


def _apart(
    table: Table, there: Found | None, is_inner: bool, existing: Mapping[str, Existing]
) -> Iterator[Problem]:
    """Rows and what they belong to are told apart by numbers of rows, so both sheets must be there."""
    used = any(True for one in existing.values() for _ in items(table.steps, one.tree))
    if there and (used or (is_inner and any(True for _ in there.rows()))):
        yield Problem(
            there.sheet.at(1, 1),
            "excel_sheet_missing",
            f"“{table.title}” đi với trang tính mà các dòng của nó thuộc về, ở đây chỉ có một trong hai",
            f"Để cả hai trang tính, hoặc xóa cả hai. {AGAIN}",
        )
