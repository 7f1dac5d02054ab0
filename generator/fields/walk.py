"""Going through everything that a model holds, with the YAML keys that lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.core import Loc

Found = TypeVar("Found")


def walk(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """Every value below a model, depth first, with its location; models and lists are entered."""
    if not isinstance(value, BaseModel | list):
        if value is not None:
            yield loc, value
        return
    for key, inner in _inside(value):
        if isinstance(inner, BaseModel | list):
            yield from walk(inner, (*loc, key))
        elif inner is not None:
            yield (*loc, key), inner


def find(kind: type[Found], value: object, loc: Loc = ()) -> Iterator[tuple[Loc, Found]]:
    """Every value of one type below a model, in the order of `walk`; what cannot lead to one is not entered."""
    if isinstance(value, kind):
        yield loc, value
    elif isinstance(value, BaseModel):
        for name, key in _ways(type(value), kind):  # type: ignore[arg-type]  # a class is hashable
            yield from find(kind, getattr(value, name), (*loc, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from find(kind, item, (*loc, index))


def _inside(value: BaseModel | list[object]) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, list):
        return enumerate(value)
    return ((key, getattr(value, name)) for name, key in _keys(type(value)))


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Name and YAML key of each field; asking pydantic anew for each record takes longer than the rest."""
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())


@cache
def _ways(model: type[BaseModel], kind: type) -> tuple[tuple[str, str], ...]:
    """Name and YAML key of each field that may hold a value of a type, or lead to one."""
    fields = model.model_fields
    return tuple((name, key) for name, key in _keys(model) if _leads(fields[name].annotation, kind, ()))


def _leads(form: Any, kind: type, above: tuple[type[BaseModel], ...]) -> bool:
    """Whether a declared type, such as `list[Model] | None`, has room for a value of a type."""
    if not isinstance(form, type):
        return any(_leads(part, kind, above) for part in getattr(form, "__args__", ()))
    if issubclass(form, kind) or not issubclass(form, BaseModel):
        return issubclass(form, kind)
    inner = (info.annotation for info in form.model_fields.values())
    return form not in above and any(_leads(part, kind, (*above, form)) for part in inner)
