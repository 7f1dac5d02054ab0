"""The records that a commune's site publishes (`ca-muc.json`), read back by the kind's own model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from generator.core.pages import WHOLE
from generator.fields.base import Model
from generator.kinds._kind import Kind
from generator.kinds.procedure.catalogue import SECTION as PROCEDURES
from generator.overview.sites import Published
from generator.province import Unit

M = TypeVar("M", bound=Model)
MOST = 5_000
"""Records of one section that are read: more than any commune has."""


@dataclass(frozen=True)
class Of(Generic[M]):
    """One record, and whose it is."""

    unit: Unit
    url: str
    """Address of its page, from the province's."""
    data: M


class Records:
    """What one site publishes: each file is read once for all who ask, and let go with the site."""

    def __init__(self, site: Published) -> None:
        self.site = site
        self._found: dict[str, tuple[Of[Any], ...]] = {}

    def of(self, kind: Kind[M]) -> tuple[Of[M], ...]:
        if kind.name not in self._found:
            self._found[kind.name] = tuple(records_of(self.site, kind))
        return self._found[kind.name]

    @cached_property
    def procedures(self) -> tuple[dict[str, Any], ...]:
        """The rows of its list of procedures, whose texts are the province's own."""
        told = self.site.json(f"{PROCEDURES}{WHOLE}.json")
        return tuple(row for row in told if isinstance(row, dict)) if isinstance(told, list) else ()


def records_of(site: Published, kind: Kind[M]) -> Iterator[Of[M]]:
    """Each record that the model takes, once; what a copy holds beside that is left out."""
    told, known = site.json(f"{kind.section}{WHOLE}.json"), set[str]()
    for entry in told[:MOST] if isinstance(told, list) else ():
        id = str(entry.get("ma")) if isinstance(entry, dict) else ""
        data = None if id in known else _read(entry, kind.model)
        known.add(id)
        if data is not None:
            yield Of(site.unit, f"{site.url}{_page(site, kind.section, data)}", data)


def _read(entry: Any, model: type[M]) -> M | None:
    if not isinstance(entry, dict):
        return None
    keys = {info.alias for info in model.model_fields.values()}
    try:
        return model.model_validate({key: _text(value) for key, value in entry.items() if key in keys})
    except (ValidationError, RecursionError):
        return None


def _text(value: Any) -> Any:
    """As a person would write it in YAML: our models read text."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, list):
        return [_text(item) for item in value]
    if isinstance(value, dict):
        return {key: _text(item) for key, item in value.items()}
    return str(value) if isinstance(value, int | float) else value


def _page(site: Published, section: str, data: BaseModel) -> str:
    """The record's own page where it has one, else its section's."""
    own = f"{section}{getattr(data, 'id', '')}/"
    return own if site.file(f"{own}index.html") else section
