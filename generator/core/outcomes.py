"""What came of a build."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What stands at a commune's address after a build."""

    PUBLISHED = "published"
    KEPT = "kept"
    """The new content has an error; the last good site stays."""
    WAITING = "waiting"
    """The content has an error and there is no earlier site: a page says so."""


@dataclass(frozen=True)
class Outcome:
    """What came of one commune."""

    slug: str
    code: str
    name: str
    standing: str
    fictional: bool
    state: State
    pages: int
    errors: int = 0
    """Of the last check, also where the site that stands is an older one."""
    notices: int = 0
    disclosed: tuple[str, ...] = ()
    """What the site that stands discloses: kind and id of each record, "project/DA-2026-01"."""
    withdrawn: tuple[str, ...] = ()
    """Digests of the files that were withdrawn before the site that stands was built."""
