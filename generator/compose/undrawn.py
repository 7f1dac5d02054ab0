"""What a record holds that no template draws: a field stands on its page from the day that it is declared."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.core import Draft, Told
from generator.fields.attachment import Attachment
from generator.fields.declared import declared
from generator.fields.link import read_link
from generator.fields.money import read_dong
from generator.fields.percent import read_percent
from generator.fields.text import read_prose
from generator.kinds._kind import Kind, Scope
from generator.kinds._thon import thon_names, with_names
from generator.resources import TEMPLATES
from generator.words import dates, money

DRAWN = TEMPLATES / "drawn.json"
"""The fields that templates draw, by model; `make docs` finds them out and writes it."""


def undrawn(kind: Kind[Any], drafts: Sequence[Draft], scope: Scope) -> Mapping[str, tuple[Told, ...]]:
    """By address of the page that shows a record first; the section's page for one that has none of its own."""
    pages: dict[int, str] = {}
    for draft in drafts:
        if draft.record is not None:
            pages.setdefault(id(draft.record), draft.url)
    names = scope.once(thon_names)
    found: dict[str, tuple[Told, ...]] = {}
    for record in kind.records(scope):
        url = pages.get(id(record), kind.section)
        found[url] = (*found.get(url, ()), *rest(with_names(record.data, names)))
    return found


def rest(model: BaseModel, above: str = "", everything: bool = False) -> Iterator[Told]:
    """The values below a model that are not drawn, or all of them, under the titles that lead to each."""
    known = frozenset[str]() if everything else drawn(type(model))
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if value in (None, "", []) or value == info.default:
            continue
        title = f"{above}: {info.title}" if above else str(info.title)
        if _is_group(value):
            yield from _inside(value, title, name not in known)
        elif name not in known:
            yield _told(value, title, info)


def _is_group(value: Any) -> bool:
    return isinstance(value[0] if isinstance(value, list) else value, BaseModel)


def _inside(value: Any, title: str, everything: bool) -> Iterator[Told]:
    if isinstance(value, BaseModel):
        yield from rest(value, title, everything)
        return
    for number, item in enumerate(value, start=1):
        yield from rest(item, f"{title}, mục {number}", everything)


def _told(value: Any, title: str, info: FieldInfo) -> Told:
    reader = declared(info).reader
    values = value if isinstance(value, list) else [value]
    leads = isinstance(value, Attachment) or reader is read_link
    text = "; ".join(say(each, reader) for each in values)
    return Told(title, text, value if leads else "", prose=reader is read_prose)


def say(value: Any, reader: object) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return dates.say_day(value)
    if isinstance(value, time):
        return dates.say_time(value)
    if reader is read_dong:
        return money.say_money(value)
    if reader is read_percent:
        return money.say_percent(value)
    if isinstance(value, Decimal):
        return money.say_number(value)
    return str(value.say() if hasattr(value, "say") else getattr(value, "label", value))


@cache
def drawn(model: type[BaseModel]) -> frozenset[str]:
    """The fields of a model that templates draw, its parents' among them; of a model not listed yet, all."""
    listed = [_every()[_name(each)] for each in model.__mro__ if _name(each) in _every()]
    return frozenset(name for names in listed or [list(model.model_fields)] for name in names)


@cache
def _every() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = json.loads(DRAWN.read_text("utf-8"))
    return found


def _name(model: type) -> str:
    return f"{model.__module__.removeprefix('generator.')}.{model.__name__}"
