"""The Vietnamese name of a value: the titles of the fields that lead to it, and which item of a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.core import Loc, Problem, Record


def title_of(model: type[BaseModel] | None, loc: Loc) -> str:
    """ "Lịch từng năm, mục 2: Quy tắc"; what no model declares is left out, "" where nothing is."""
    named: list[str] = []
    for part in loc:
        if isinstance(part, int):
            named[-1:] = [f"{named[-1]}, mục {part + 1}"] if named else []
            continue
        field = fields_of(model).get(part) if model else None
        if field is None:
            break
        named.append(field.title or part)
        model = model_inside(field.annotation)
    return ": ".join(named)


def titled(problems: Iterable[Problem], records: Iterable[Record[Any]]) -> list[Problem]:
    """The same problems; those that a rule found at a value of a record also carry its title."""
    models = {record.source.path: type(record.data) for record in records}
    return [
        problem
        if problem.field
        else replace(problem, field=title_of(models.get(problem.place.path), problem.loc))
        for problem in problems
    ]


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model of the group that stands at a location; None where there is none."""
    found: type[BaseModel] | None = model
    for part in loc:
        field = fields_of(found).get(part) if found and isinstance(part, str) else None
        if isinstance(part, str):
            found = model_inside(field.annotation) if field else None
    return found


def fields_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The declared fields by their YAML keys."""
    return _fields(model)


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def model_inside(annotation: Any) -> type[BaseModel] | None:
    """The model within `Model | None`, `list[Model]` and the like; None where there is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (model_inside(part) for part in getattr(annotation, "__args__", ()))
    return next((part for part in inner if part), None)
