"""The thôn of a commune as a page names and links them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Link
from generator.kinds._kind import Scope


def thon_links(ids: Iterable[str], scope: Scope) -> tuple[Link, ...]:
    """Full name and place on the page of the thôn; the id where the profile does not know it."""
    names = thon_names(scope)
    return tuple(Link(names.get(id, id), f"thon/#{id}") for id in ids)


def thon_names(scope: Scope) -> dict[str, str]:
    """Full name by id, in the order of the profile."""
    profile = scope.commune.one("profile")
    return {thon.id: thon.full_name for thon in profile.data.thon} if profile else {}
