"""The thôn of a commune as a page names and links them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.core import Link, Record
from generator.fields.codes import CodeOf
from generator.fields.declared import declared
from generator.fields.titles import model_inside
from generator.kinds._kind import Scope


def thon_links(ids: Iterable[str], scope: Scope) -> tuple[Link, ...]:
    """Full name and place on the page of the thôn; the id where the profile does not know it."""
    names = thon_names(scope)
    return tuple(Link(names.get(id, id), f"thon/#{id}") for id in ids)


def thon_names(scope: Scope) -> dict[str, str]:
    """Full name by id, in the order of the profile."""
    profile = scope.commune.one("profile")
    return {thon.id: thon.full_name for thon in profile.data.thon} if profile else {}


def thon_of(record: Record[Any]) -> frozenset[str]:
    """Ids of the thôn that a record names, itself or in its parts; none where it concerns all."""
    return frozenset(_ids(record.data))


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _ids(item)
    elif isinstance(value, BaseModel):
        for name in _leading(type(value)):
            yield from _ids(getattr(value, name))


def with_names(value: Any, names: Mapping[str, str]) -> Any:
    """A model with the full name of each thôn where it has its id, for readers who know no ids."""
    if isinstance(value, list):
        return [with_names(item, names) for item in value]
    if isinstance(value, BaseModel):
        held = {name: getattr(value, name) for name in _leading(type(value))}
        return value.model_copy(update={name: with_names(own, names) for name, own in held.items() if own})
    return names.get(value, value)


@cache
def _leading(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that hold the id of a thôn, or a group that does."""
    return tuple(name for name, info in model.model_fields.items() if _leads(info))


def _leads(info: FieldInfo) -> bool:
    found, inside = declared(info), model_inside(info.annotation)
    return found.marked(CodeOf) == CodeOf("thon") or bool(inside and _leading(inside))
