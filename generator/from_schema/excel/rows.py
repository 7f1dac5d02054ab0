"""A record's tree as the rows of its tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.from_schema.excel.tables import Table


def rows_of(table: Table, key: str, tree: Any) -> Iterator[list[Any]]:
    """The values of each row in the order of the table's columns; None where nothing is written."""
    for numbers, group in items(table.steps, tree):
        coordinates = (key, *numbers)
        yield [
            coordinates[column.level] if column.level >= 0 else value_at(group, column.keys)
            for column in table.columns
        ]


def items(steps: tuple[tuple[str, ...], ...], tree: Any) -> Iterator[tuple[tuple[int, ...], Any]]:
    """The groups that stand at the end of some steps, each with its number at every step, from 1."""
    found: list[tuple[tuple[int, ...], Any]] = [((), tree)]
    for step in steps:
        found = [
            ((*numbers, number), item)
            for numbers, group in found
            for number, item in enumerate(value_at(group, step) or [], 1)
        ]
    yield from found


def value_at(tree: Any, keys: tuple[str, ...]) -> Any:
    for key in keys:
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree
