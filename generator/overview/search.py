"""One search over the pages of all communes: their own indexes, merged.

The catalogue of procedures, which is the same everywhere, is left to each commune's own search.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any

from generator.core import Draft, File
from generator.overview.again import NOTHING, Again, Parts
from generator.overview.sites import Published
from generator.search.entries import LEADERS, OFFICIALS, OTHER, Entry
from generator.search.files import FOLDER
from generator.search.index import NAMES, SIGNATURE, files_beside, index_into, places_beside, program
from generator.workers import each

FRAGMENTS = "fragment/*.pf_fragment"
URL, TITLE = "tim-kiem/", "Tìm ở mọi xã, phường"
MOST = 500
"""Communes of one index: more than any province has, and as much as a phone can fetch the names of."""
MOST_PAGES = 5_000
"""Of one commune: more than any has beside its procedures."""
MOST_TEXT = 2 << 20
"""Bytes of the text of one page, unpacked."""
MOST_OF_ONE = 5 << 20
"""Characters of all texts of one commune: forty times what a busy one has."""
PACKED = 1_600_000
"""Bytes of texts, packed, that go into one index: Pagefind takes about 200 MB of memory for so much."""
LONGEST = 200
"""Characters of a title that is taken from a copy."""


@dataclass(frozen=True)
class Searched:
    """Facts of the page."""

    communes: tuple[Published, ...]
    pages: int


@dataclass(frozen=True)
class Found:
    """The page to search on, and the files of its indexes, to go through once; nothing where there is none."""

    draft: Draft | None = None
    files: Iterable[File] = ()
    parts: Parts = field(default_factory=dict)


@dataclass(frozen=True)
class _Part:
    """One of several indexes: the folder that holds it."""

    number: int
    source: str
    folder: Path
    pages: int


def search(sites: Sequence[Published], into: Path, again: Again = NOTHING, jobs: int = 1) -> Found:
    """What is searched, its indexes in the new folder `into`; so many are made at once as `jobs`."""
    joined = [site for site in sites if site.joined][: MOST + 1]
    groups = list(enumerate(_groups(joined))) if len(joined) <= MOST else []
    made = sorted(each(_part, (into, again), groups, jobs), key=attrgetter("number"))
    parts = [part for part in made if part.pages]
    if not parts:
        return Found()
    lead = "Tìm một lần trong trang của mọi xã, phường đã tham gia."
    facts = Searched(tuple(joined), sum(part.pages for part in parts))
    draft = Draft(URL, TITLE, "province/tim-kiem.html", facts, lead)
    files = chain(files_beside([part.folder for part in parts], FOLDER), program(FOLDER))
    places = places_beside(len(parts), FOLDER)
    told = {
        part.source: {"files": [f"{place}{NAMES}"], "pages": part.pages}
        for part, place in zip(parts, places, strict=True)
    }
    return Found(draft, files, told)


def _groups(sites: Iterable[Published]) -> Iterator[list[Published]]:
    """Sites next to each other whose texts go into one index, so that memory does not grow with the sites."""
    group: list[Published] = []
    held = 0
    for site in sites:
        own = sum(path.lstat().st_size for path in (site.folder / FOLDER).glob(FRAGMENTS))
        if group and held + own > PACKED:
            yield group
            group, held = [], 0
        group.append(site)
        held += own
    if group:
        yield group


def _part(shared: tuple[Path, Again], group: tuple[int, list[Published]]) -> _Part:
    """The index that stands of the same pages, else a new one."""
    (into, again), (number, sites) = shared, group
    source = again.source(FOLDER, sites, f"{FOLDER}{NAMES}")
    if told := again.of(source):
        return _Part(number, source, (again.folder / told["files"][0]).parent, told["pages"])
    folder = into / str(number)
    pages = index_into(folder, (entry for site in sites for entry in _entries(site)))
    return _Part(number, source, folder, pages)


def _entries(site: Published) -> Iterator[Entry]:
    """The commune's own pages as its index tells of them, without names of persons; what is not as ours is left out."""
    told = site.json(f"{FOLDER}{NAMES}")
    groups, rows = (told.get("groups"), told.get("pages")) if isinstance(told, dict) else (None, None)
    if not isinstance(groups, list) or not isinstance(rows, list):
        return
    left = MOST_OF_ONE
    for row in rows[:MOST_PAGES]:
        match row:
            case [str(url), str(title), int(group), str(fragment), list(names), *rest] if (
                0 <= group < len(groups) and groups[group] != OTHER and site.there(url)
            ):
                codes = rest[2] if len(rest) > 2 and isinstance(rest[2], list) else []
                own = () if url in (LEADERS, OFFICIALS) else names
                found = _entry(site, url, title, fragment, own, codes)
                left -= len(found.body)
                yield found if left > 0 else replace(found, body="")


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
