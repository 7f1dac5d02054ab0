"""The search of one commune's site."""

from __future__ import annotations

from collections.abc import Sequence

from generator.core import Draft, File, Page
from generator.kinds._kind import Scope
from generator.search.catalogue import BELOW, SEARCH, Catalogue
from generator.search.catalogue import catalogue as names_alone
from generator.search.entries import entries_of
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
        *indexed(entries_of(scope, own, pages), FOLDER, full, beside=(BELOW,) if same else ()),
        *(shared.files if same else ()),
        *shared.program,
    )
