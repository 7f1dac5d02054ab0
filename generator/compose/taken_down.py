"""Lists of persons whose last day is past: their address stays, and says when they were taken down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.core import Draft
from generator.kinds import kinds
from generator.kinds._kind import Scope
from generator.kinds._people import expired


@dataclass(frozen=True)
class TakenDown:
    """Facts of the page that is left."""

    last: date
    """The last day on which the list was public."""
    gone: date
    why: str
    """Why it was kept until then, in the commune's words."""
    section: str


def with_taken_down(scope: Scope, drafts: Iterable[Draft]) -> list[Draft]:
    """The pages, and at the address of every list that has expired what is said of it now."""
    left = {draft.url: draft for draft in _left(scope)}
    kept = [left.pop(draft.url, draft) for draft in drafts]
    return [*kept, *left.values()]


def _left(scope: Scope) -> Iterator[Draft]:
    """The kinds are asked for the pages that there would be, so that every address is known."""
    gone = {id(record): record.data for record in expired(scope)}
    for kind in kinds() if gone else ():
        for draft in kind.pages(scope):
            found = gone.get(id(draft.record))
            if found:
                last = found.keep_until
                yield Draft(
                    draft.url,
                    draft.title,
                    "pages/da-go.html",
                    TakenDown(last, last + timedelta(days=1), found.keep_why, kind.section),
                    f"{draft.title}: đã gỡ.",
                    section=draft.section,
                    kind=kind.name,
                    menu=draft.menu,
                    listed=False,
                )
