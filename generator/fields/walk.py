"""Going through everything that a model holds, with the YAML keys that lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pydantic import BaseModel

from generator.core import Loc


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


def _inside(value: BaseModel | list[object]) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, list):
        return enumerate(value)
    return ((key, getattr(value, name)) for name, key in _keys(type(value)))


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Name and YAML key of each field; asking pydantic anew for each record takes longer than the rest."""
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())
