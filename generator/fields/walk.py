"""Going through everything that a model holds, with the YAML keys that lead to it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.core import Loc


def walk(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """Every value below a model, depth first, with its location; models and lists are entered."""
    if isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            yield from walk(getattr(value, name), (*loc, info.alias or name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk(item, (*loc, index))
    elif value is not None:
        yield loc, value
