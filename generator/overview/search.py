"""One search over the pages of all communes: their own indexes, merged.

The catalogue of procedures, which is the same everywhere, is left to each commune's own search.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from generator.core import Draft, File
from generator.overview.sites import Published
from generator.search.entries import OTHER, Entry
from generator.search.files import FOLDER
from generator.search.index import NAMES, SIGNATURE, indexed, program

URL, TITLE = "tim-kiem/", "Tìm ở mọi xã, phường"
MOST = 500
"""Communes of one index: more than any province has, and as much as a phone can fetch the names of."""
LONGEST = 200
"""Characters of a title that is taken from a copy."""


@dataclass(frozen=True)
class Searched:
    """Facts of the page."""

    communes: tuple[Published, ...]
    pages: int


def search(sites: Sequence[Published]) -> tuple[Draft | None, tuple[File, ...]]:
    """The page to search on and the files of its index; nothing where no site can be searched."""
    joined = [site for site in sites if site.joined][: MOST + 1]
    entries = tuple(entry for site in joined for entry in _entries(site)) if len(joined) <= MOST else ()
    if not entries:
        return None, ()
    lead = "Tìm một lần trong trang của mọi xã, phường đã tham gia."
    facts = Searched(tuple(joined), len(entries))
    draft = Draft(URL, TITLE, "province/tim-kiem.html", facts, lead)
    return draft, (*indexed(entries, FOLDER), *program(FOLDER))


def _entries(site: Published) -> Iterator[Entry]:
    """The commune's own pages as its index tells of them; what is not as ours is left out."""
    told = site.json(f"{FOLDER}{NAMES}")
    try:
        groups, pages = told["groups"], told["pages"]
        rows = [(row, groups[row[2]]) for row in pages if site.file(f"{row[0]}index.html")]
    except (TypeError, KeyError, IndexError):
        return
    for row, group in rows:
        if group != OTHER:
            yield _entry(site, row)


def _entry(site: Published, row: Sequence[Any]) -> Entry:
    url, title, _, fragment, names = row[:5]
    body = escape(_text(site, str(fragment)))
    kept = tuple(str(name)[:LONGEST] for name in names) if isinstance(names, list) else ()
    codes = tuple(map(str, row[7])) if len(row) > 7 and isinstance(row[7], list) else ()
    return Entry(f"{site.url}{url}", str(title)[:LONGEST], site.unit.name, kept, (), body, codes=codes)


def _text(site: Published, fragment: str) -> str:
    """The text of a page as its own index holds it; empty for a list of persons."""
    path = site.file(f"{FOLDER}fragment/{fragment}.pf_fragment") if fragment.isidentifier() else None
    try:
        packed = gzip.decompress(path.read_bytes()) if path else b""
        return str(json.loads(packed.removeprefix(SIGNATURE))["content"]) if packed else ""
    except (OSError, EOFError, ValueError, KeyError, TypeError, RecursionError):
        return ""
