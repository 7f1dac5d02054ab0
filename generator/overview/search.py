"""One search over the pages of all communes: their own indexes, merged.

The catalogue of procedures, which is the same everywhere, is left to each commune's own search.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

from generator.core import Draft, File
from generator.overview.sites import Published
from generator.search.entries import LEADERS, OFFICIALS, OTHER, Entry
from generator.search.files import FOLDER
from generator.search.index import NAMES, SIGNATURE, index_into, program

URL, TITLE = "tim-kiem/", "Tìm ở mọi xã, phường"
MOST = 500
"""Communes of one index: more than any province has, and as much as a phone can fetch the names of."""
MOST_PAGES = 5_000
"""Of one commune: more than any has beside its procedures."""
MOST_TEXT = 2 << 20
"""Bytes of the text of one page, unpacked."""
LONGEST = 200
"""Characters of a title that is taken from a copy."""


@dataclass(frozen=True)
class Searched:
    """Facts of the page."""

    communes: tuple[Published, ...]
    pages: int


def search(sites: Sequence[Published], into: Path) -> tuple[Draft | None, Iterator[File]]:
    """The page to search on and the files of its index, to go through once, made in the new folder `into`.

    Nothing where no site can be searched.
    """
    joined = [site for site in sites if site.joined][: MOST + 1]
    entries = (entry for site in joined for entry in _entries(site))
    count, files = index_into(into, entries, FOLDER) if len(joined) <= MOST else (0, iter(()))
    if not count:
        return None, iter(())
    lead = "Tìm một lần trong trang của mọi xã, phường đã tham gia."
    facts = Searched(tuple(joined), count)
    draft = Draft(URL, TITLE, "province/tim-kiem.html", facts, lead)
    return draft, chain(files, program(FOLDER))


def _entries(site: Published) -> Iterator[Entry]:
    """The commune's own pages as its index tells of them, without names of persons; what is not as ours is left out."""
    told = site.json(f"{FOLDER}{NAMES}")
    groups, rows = (told.get("groups"), told.get("pages")) if isinstance(told, dict) else (None, None)
    if not isinstance(groups, list) or not isinstance(rows, list):
        return
    for row in rows[:MOST_PAGES]:
        match row:
            case [str(url), str(title), int(group), str(fragment), list(names), *rest] if (
                0 <= group < len(groups) and groups[group] != OTHER and site.there(url)
            ):
                codes = rest[2] if len(rest) > 2 and isinstance(rest[2], list) else []
                yield _entry(
                    site, url, title, fragment, () if url in (LEADERS, OFFICIALS) else names, codes
                )


def _entry(
    site: Published, url: str, title: str, fragment: str, names: Iterable[Any], codes: Iterable[Any]
) -> Entry:
    """With the name of the commune as its group; words that people say are left to its own search."""
    kept = tuple(str(name)[:LONGEST] for name in names)
    numbers = tuple(str(code)[:LONGEST] for code in codes)
    body = escape(_text(site, fragment))
    return Entry(f"{site.url}{url}", title[:LONGEST], site.unit.name, kept, (), body, codes=numbers)


def _text(site: Published, fragment: str) -> str:
    """The text of a page as its own index holds it; empty for a list of persons, or one that swells too far."""
    path = site.file(f"{FOLDER}fragment/{fragment}.pf_fragment") if fragment.isidentifier() else None
    if path is None:
        return ""
    try:
        with gzip.open(path) as file:
            packed = file.read(MOST_TEXT + 1)
        if len(packed) > MOST_TEXT:
            return ""
        text = str(json.loads(packed.removeprefix(SIGNATURE))["content"])
        text.encode()
    except (OSError, EOFError, ValueError, KeyError, TypeError, RecursionError, zlib.error):
        return ""
    return text
