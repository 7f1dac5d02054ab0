"""A whole section as JSON: what the data files of its pages hold, each with its id and address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.core import Draft, File, Site, json_file
from generator.export.data import plain
from generator.export.section import Section
from generator.kinds._kind import Scope

PAGE = "trang"
"""Under this key stands the address of the entry's page."""
Entry = tuple[str, str, Any]
"""Address, id or nothing, model."""


def whole_file(section: Section, scope: Scope, drafts: Iterable[Draft], site: Site) -> File:
    """An array in the order of the pages."""
    own = [draft for draft in drafts if draft.kind == section.kind.name]
    told = section.kind.entries
    found = [(url, "", model) for url, model in told(scope)] if told else list(_of_pages(own))
    return json_file(section.json, [_entry(entry, site) for entry in found])


def _of_pages(drafts: Sequence[Draft]) -> Iterator[Entry]:
    """What the pages of records hold; of several pages of one record the first, else what the section's holds."""
    found: dict[int, tuple[Draft, Any]] = {}
    for draft in drafts:
        model = draft.data or (draft.record.data if draft.record else None)
        if model is not None and not draft.data_file:
            found.setdefault(id(model), (draft, model))
    several = len(found) > 1
    for draft, model in found.values():
        if draft.section or not several:
            yield draft.url, draft.record.id if draft.record else "", model


def _entry(entry: Entry, site: Site) -> dict[str, Any]:
    url, id, model = entry
    return {PAGE: f"{site.base or ''}{url}", **({"ma": id} if id else {}), **plain(model)}
