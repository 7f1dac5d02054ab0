"""What was written in the fields of some types, found in plain values also where the model refuses them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, BeforeValidator

from generator.core import Loc

Readers = frozenset[Any]


@dataclass(frozen=True)
class Written:
    """One value as its file has it."""

    loc: Loc
    """The YAML keys that lead to it."""
    title: str
    """Of its field."""
    text: str
    readers: Readers = frozenset()
    """How its field reads it."""


@dataclass(frozen=True)
class _Slot:
    """One declared field: how its value is read, and which models may stand inside."""

    title: str
    readers: Readers
    models: tuple[type[BaseModel], ...]


def readers_of(*types: Any) -> Readers:
    """What tells fields of these types from others: `readers_of(Text, Prose)`."""
    return frozenset(
        mark.func
        for form in types
        for mark in getattr(form, "__metadata__", ())
        if isinstance(mark, BeforeValidator)
    )


def written(model: type[BaseModel], tree: object, readers: Readers, loc: Loc = ()) -> Iterator[Written]:
    """Every value below `tree` whose declared type is read by one of `readers`."""
    slots = _slots_for(model, readers)
    for key, value in tree.items() if isinstance(tree, dict) else ():
        if key not in slots:
            continue
        slot = slots[key]
        for item_loc, item in _items(value, (*loc, key)):
            if not isinstance(item, str):
                for inner in slot.models:
                    yield from written(inner, item, readers, item_loc)
            elif slot.readers & readers:
                yield Written(item_loc, slot.title, item, slot.readers)


def _items(value: object, loc: Loc) -> Iterator[tuple[Loc, object]]:
    """The value itself, or each item of a list."""
    if isinstance(value, list):
        yield from (((*loc, index), item) for index, item in enumerate(value))
    elif value is not None:
        yield loc, value


@cache
def _slots_for(model: type[BaseModel], readers: Readers) -> dict[str, _Slot]:
    """The fields that one of the readers reads, or inside which it reads one."""
    return {key: slot for key, slot in _slots(model).items() if _leads(slot, readers, ())}


def _leads(slot: _Slot, readers: Readers, above: tuple[type[BaseModel], ...]) -> bool:
    return bool(slot.readers & readers) or any(
        _leads(inner, readers, (*above, model))
        for model in slot.models
        if model not in above
        for inner in _slots(model).values()
    )


@cache
def _slots(model: type[BaseModel]) -> dict[str, _Slot]:
    return {
        info.alias or name: _Slot(
            info.title or "",
            frozenset(mark.func for mark in info.metadata if isinstance(mark, BeforeValidator))
            | _readers_in(info.annotation),
            tuple(_models_in(info.annotation)),
        )
        for name, info in model.model_fields.items()
    }


def _readers_in(form: Any) -> Readers:
    """Readers within `Text | None`, `list[Text]` and the like."""
    inner = (_readers_in(part) for part in getattr(form, "__args__", ()))
    return readers_of(form).union(*inner)


def _models_in(form: Any) -> Iterator[type[BaseModel]]:
    if isinstance(form, type) and issubclass(form, BaseModel):
        yield form
    for part in getattr(form, "__args__", ()):
        yield from _models_in(part)
