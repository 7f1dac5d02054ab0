"""Which sheets and columns a workbook has: a table for each kind and for each group that repeats in it.

A row of a group names the record that it belongs to, then, level by level, the number of the row in which
its own group stands: a rule of the reception schedule belongs to record and year, "Lịch từng năm" 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from generator.from_schema.called import own_code
from generator.from_schema.inputs import Form, Input, inputs
from generator.kinds import kinds
from generator.kinds._kind import Kind

FILE = Input("", "", "Tên tệp", "Tên tệp dữ liệu, không kèm .yml: chữ không dấu, chữ số, gạch nối.", Form.CODE, True, False, 0)  # fmt: skip
NUMBER = Input("", "", "Dòng số", "Số của dòng này, để dòng ở trang tính khác chỉ vào.", Form.LINE, False, False, 0)  # fmt: skip
SHOWN_NAME = 31
REQUIRED = " *"


@dataclass(frozen=True)
class Column:
    """One column: a field of the row's group, or a part of what the row belongs to."""

    name: str
    """How the hidden row names it: "project/goi_thau:ten", "project/goi_thau:#0"."""
    heading: str
    field: Input
    keys: tuple[str, ...] = ()
    """The YAML keys that lead to the value from the row's own group; none for a coordinate."""
    level: int = -1
    """Of a coordinate: 0 names the record, 1 the row of the first group that repeats, and so on."""
    required: bool = False
    """Whether every row must have it; within a group that may be left out it need not."""


@dataclass(frozen=True)
class Table:
    """The rows of one kind, or of one group that repeats inside it."""

    kind: Kind[Any]
    steps: tuple[tuple[str, ...], ...]
    """The YAML keys from group to group: (("lich",), ("dinh_ky",)); none for the records themselves."""
    title: str
    columns: tuple[Column, ...]

    @property
    def name(self) -> str:
        """ "reception/lich/dinh_ky" """
        return _name(self.kind, self.steps)

    @property
    def owner(self) -> str:
        """Name of the table in whose rows this group repeats."""
        return _name(self.kind, self.steps[:-1])

    @property
    def depth(self) -> int:
        return len(self.steps)

    @property
    def coordinates(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.level >= 0)

    @property
    def fields(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.level < 0)


def single(kind: Kind[Any]) -> bool:
    """Whether all of a kind stands in one file."""
    return len(kind.files) == 1 and "*" not in kind.files[0]


def path_of(kind: Kind[Any], key: str) -> str:
    """The file of a record below the commune's folder; of a kind with one file, that one."""
    fixed = {PurePosixPath(name).stem: name for name in kind.files if "*" not in name}
    return kind.files[0] if single(kind) else fixed.get(key) or kind.files[-1].replace("*", key)


def fields_of(kind: Kind[Any]) -> tuple[Input, ...]:
    model: type[BaseModel] = kind.model
    return inputs(model)


def key_field(kind: Kind[Any]) -> Input | None:
    """The field of a record that is also the name of its file."""
    return None if single(kind) else own_code(fields_of(kind))


def all_tables(chosen: Iterable[Kind[Any]] | None = None) -> tuple[Table, ...]:
    """Of kinds only: a false alarm is marked with what its message says, and withdrawing takes more than a file."""
    return tuple(table for kind in (kinds() if chosen is None else chosen) for table in tables(kind))


@cache
def tables(kind: Kind[Any]) -> tuple[Table, ...]:
    """The tables of a kind, each after the one that it belongs to."""
    return tuple(_tables(kind, fields_of(kind), (), ()))


def _tables(
    kind: Kind[Any], fields: tuple[Input, ...], steps: tuple[tuple[str, ...], ...], titles: tuple[str, ...]
) -> Iterator[Table]:
    spread = tuple(_spread(fields, (), (), needed=True))
    inner = [column for column in spread if column.field.repeated and column.field.inside]
    name = _name(kind, steps)
    own = [
        Column(f"{name}:{'.'.join(c.keys)}", c.heading, c.field, c.keys, required=c.required)
        for c in spread
        if c not in inner
    ]
    columns = (*_coordinates(kind, steps, titles, numbered=bool(inner)), *own)
    if columns:
        yield Table(kind, steps, _title(kind, titles), columns)
    for column in inner:
        yield from _tables(kind, column.field.inside, (*steps, column.keys), (*titles, column.heading))


def _spread(
    fields: tuple[Input, ...], keys: tuple[str, ...], titles: tuple[str, ...], needed: bool
) -> Iterator[Column]:
    """Groups over columns of their own; groups that repeat as one column, for a table of their own."""
    for field in fields:
        here, named = (*keys, field.key), (*titles, field.title)
        if field.inside and not field.repeated:
            yield from _spread(field.inside, here, named, needed and field.required)
        else:
            yield Column("", ": ".join(named), field, here, required=needed and field.required)


def _coordinates(
    kind: Kind[Any], steps: tuple[tuple[str, ...], ...], titles: tuple[str, ...], numbered: bool
) -> Iterator[Column]:
    name, depth = _name(kind, steps), len(steps)
    own = key_field(kind)
    if not single(kind) and (depth or own is None):
        field = own or FILE
        yield Column(f"{name}:#0", field.title, field, level=0, required=True)
    for level in range(1, depth):
        heading = f"Thuộc dòng số ({titles[level - 1]})"
        yield Column(f"{name}:#{level}", heading, NUMBER, level=level, required=True)
    if depth and numbered:
        yield Column(f"{name}:#{depth}", NUMBER.title, NUMBER, level=depth)


def _name(kind: Kind[Any], steps: tuple[tuple[str, ...], ...]) -> str:
    return "/".join((kind.name, *(".".join(step) for step in steps)))


def _title(kind: Kind[Any], titles: tuple[str, ...]) -> str:
    """ "Dự án, công trình", "Dự án… - Gói thầu": the kind gives way where both are too long for a sheet."""
    if not titles:
        return kind.title
    tail = f" - {titles[-1].rpartition(': ')[2]}"
    room = max(SHOWN_NAME - len(tail), 8)
    if len(kind.title) <= room:
        return f"{kind.title}{tail}"
    words = kind.title[: room - 1].rpartition(" ")[0] or kind.title[: room - 1]
    return f"{words.rstrip(' ,')}…{tail}"
