"""The page that names every other page by its first letter, with the search field above."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator.core import Draft, Link
from generator.kinds._kind import Scope
from generator.words.order import first_letter, vi_key

SEARCH = "a-z/"


@dataclass(frozen=True)
class Letter:
    """The entries of one letter of the A–Z page."""

    name: str
    entries: tuple[Link, ...]


def a_to_z(scope: Scope, drafts: Iterable[Draft]) -> Draft:
    links = [Link(name, d.url) for d in drafts if d.listed for name in (d.title, *d.also)]
    ordered = sorted(dict.fromkeys(links), key=lambda link: (vi_key(link.text), link.url))
    letters = tuple(
        Letter(name, tuple(entries))
        for name, entries in groupby(ordered, key=lambda link: first_letter(link.text))
    )
    return Draft(
        url=SEARCH,
        title="Tra cứu A–Z",
        template="pages/a-z.html",
        facts=letters,
        description=f"Mọi mục trên trang của {scope.commune.name}, xếp theo vần.",
    )
