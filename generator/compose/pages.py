"""Where a record stands on the site."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Draft, Link


def pages_of(drafts: Iterable[Draft]) -> dict[str, Link]:
    """The first page of each record, by the path of its file."""
    found: dict[str, Link] = {}
    for draft in drafts:
        if draft.record:
            found.setdefault(draft.record.source.path, Link(draft.title, draft.url))
    return found
