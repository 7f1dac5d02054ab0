"""The search of one commune's site."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence

from generator.core import Draft, File, Page
from generator.digests import digest_of_text
from generator.kinds._kind import Scope
from generator.recalled import recalled
from generator.search.catalogue import BELOW, SEARCH, Catalogue
from generator.search.catalogue import catalogue as names_alone
from generator.search.entries import Entry, entries_of
from generator.search.index import indexed
from generator.stages import stage

FOLDER = SEARCH


@stage("Chỉ mục tìm kiếm")
def search_files(
    scope: Scope, drafts: Sequence[Draft], pages: Sequence[Page], shared: Catalogue | None
) -> tuple[File, ...]:
    """Everything below `tim/`: the commune's own index, and the shared one beside it.

    Where the commune's procedures are not those of the shared index, all go into its own: no result leads
    nowhere. Without a shared index, as in a preview, pages are found by their names alone.
    """
    full = shared is not None
    shared = shared or names_alone(scope.province, scope.day, full=False)
    same = bool(shared.files) and shared.titles <= {(d.url, d.title) for d in drafts if d.listed}
    own = [d for d in drafts if not same or (d.url, d.title) not in shared.titles]
    return (
        *_own(entries_of(scope, own, pages), full, (BELOW,) if same else ()),
        *(shared.files if same else ()),
        *shared.program,
    )


def _own(entries: tuple[Entry, ...], full: bool, beside: tuple[str, ...]) -> Iterator[File]:
    """Of the commune alone; the same pages are indexed once."""
    if not full:
        yield from indexed(entries, FOLDER, full, beside)
        return
    key = f"tim {digest_of_text(repr((entries, beside)))}"
    told = recalled(key, lambda: _told(indexed(entries, FOLDER, full, beside)))
    for path, content in json.loads(told).items():
        yield File(path, b64decode(content))


def _told(files: Iterable[File]) -> str:
    return json.dumps({file.path: b64encode(file.content or b"").decode() for file in files})
