"""A model as the columns of a table: heading, type (Table Schema 2.0) and how to read each from a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.fields.choice import Choice
from generator.fields.declared import declared
from generator.fields.titles import model_inside

TYPES: tuple[tuple[type, str], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (Decimal, "number"),
    (date, "date"),
    (time, "time"),
)
PUBLICATION = "disclosure"
"""How a record was made public comes last: readers look for its content first."""


@dataclass(frozen=True)
class Column:
    """One column; groups are spread over columns of their own, repeated groups stay in one."""

    names: tuple[str, ...]
    """Attributes that lead to the value."""
    keys: tuple[str, ...]
    """The same as YAML keys."""
    title: str
    heading: str
    """Titles of the fields that lead to the value: "Việc công khai: Ngày đăng"."""
    description: str
    form: str
    """As Table Schema names it: string, integer, number, boolean, date, time."""
    required: bool
    choices: tuple[str, ...] = ()
    """All that may stand in it, where that is a closed list."""
    repeated: type[BaseModel] | None = None
    """The model of a group that may stand there several times."""

    def value(self, row: BaseModel) -> Any:
        found: Any = row
        for name in self.names:
            found = getattr(found, name, None)
        return found


@cache
def columns(model: type[BaseModel]) -> tuple[Column, ...]:
    """The columns of a table whose rows are of one model; no two have one heading."""
    return tuple(_columns(model, Column((), (), "", "", "", "", required=True)))


def _columns(model: type[BaseModel], above: Column) -> Iterator[Column]:
    fields = sorted(model.model_fields.items(), key=lambda field: field[0] == PUBLICATION)
    for name, info in fields:
        here = _column(name, info, above)
        group = model_inside(info.annotation)
        if group and not here.repeated:
            yield from _columns(group, here)
        else:
            yield here


def _column(name: str, info: FieldInfo, above: Column) -> Column:
    found, inside = declared(info), model_inside(info.annotation)
    title = info.title or name
    choice = not found.repeated and isinstance(found.type, type) and issubclass(found.type, Choice)
    return Column(
        (*above.names, name),
        (*above.keys, info.alias or name),
        title,
        f"{above.heading}: {title}" if above.heading else title,
        info.description or "",
        "string" if found.repeated else _type(found.type),
        required=above.required and info.is_required() and not found.repeated and not _may_be_blank(info),
        choices=tuple(member.label for member in found.type) if choice else (),
        repeated=inside if found.repeated else None,
    )


def _type(form: Any) -> str:
    if not isinstance(form, type):
        return "string"
    return next((name for kind, name in TYPES if issubclass(form, kind)), "string")


def _may_be_blank(info: FieldInfo) -> bool:
    """A computed text may be empty, and an empty cell counts as none."""
    return info.annotation is str and not info.metadata
