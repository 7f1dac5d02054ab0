"""One search over the pages of all communes: their own indexes, merged.

The catalogue of procedures, which is the same everywhere, is left to each commune's own search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from operator import attrgetter
from pathlib import Path

from generator.core import Draft, File
from generator.overview.again import NOTHING, Again, Parts, sizes
from generator.overview.sites import Published
from generator.overview.texts import FRAGMENTS, entries_of, weight
from generator.search.entries import Entry
from generator.search.files import FOLDER
from generator.search.index import NAMES, files_beside, index_into, program
from generator.workers import each

URL, TITLE = "tim-kiem/", "Tìm ở mọi xã, phường"
MOST = 500
"""Communes that are searched at once: more than any province has, and as much as a phone can fetch the names of."""
HELD = 5_500_000
"""Bytes of texts that go into one index: Pagefind takes 35 bytes of memory for each."""
MOST_HELD = 4_500_000
"""Characters, where a site says less of its texts than they are."""


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
    indexes = files_beside([part.folder for part in parts], FOLDER)
    told = {
        part.source: {"files": sizes(files), "place": place, "pages": part.pages}
        for part, (place, files) in zip(parts, indexes.items(), strict=True)
    }
    return Found(draft, (*chain.from_iterable(indexes.values()), *program(FOLDER)), told)


def _groups(sites: Iterable[Published]) -> Iterator[list[Published]]:
    """Sites next to each other whose texts go into one index, so that memory does not grow with the sites."""
    group: list[Published] = []
    held = 0
    for site in sites:
        own = weight(site)
        if group and held + own > HELD:
            yield group
            group, held = [], 0
        group.append(site)
        held += own
    if group:
        yield group


def _part(shared: tuple[Path, Again], group: tuple[int, list[Published]]) -> _Part:
    """The index that stands of the same pages, else a new one."""
    (into, again), (number, sites) = shared, group
    source = again.source(FOLDER, sites, f"{FOLDER}{NAMES}", f"{FOLDER}{FRAGMENTS}")
    if told := again.of(source):
        return _Part(number, source, again.folder / told["place"], told["pages"])
    folder = into / str(number)
    pages = index_into(folder, _bounded(entry for site in sites for entry in entries_of(site)))
    return _Part(number, source, folder, pages)


def _bounded(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Without the texts of those that come after more than a site says that it holds."""
    left = MOST_HELD
    for entry in entries:
        left -= len(entry.body)
        yield entry if left > 0 else replace(entry, body="")
