"""Addresses of this site that evidence may lead to."""

from __future__ import annotations

from generator.kinds import kinds
from generator.kinds._kind import Scope

OURS = ("cong-khai/", "danh-sach-cong-khai/", "a-z/")
"""Pages that no kind makes and that every commune's site has."""


def is_page(address: str, scope: Scope) -> bool:
    """Whether the site has the page; a part of it may be named after a hash."""
    url = address.partition("#")[0]
    if url in OURS:
        return True
    own = (kind for kind in kinds() if kind.name != "initiative")
    found = [kind for kind in own if url.startswith(kind.section)] or [
        k for k in kinds() if k.name == "profile"
    ]
    return any(url == draft.url for kind in found for draft in kind.pages(scope))


def sections() -> tuple[str, ...]:
    """What is offered where an address is misspelt."""
    return tuple(kind.section for kind in kinds())
