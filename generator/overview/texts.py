"""The pages of a commune as its own index tells of them, read with suspicion: a copy may hold anything."""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from generator.overview.sites import Published
from generator.search.entries import LEADERS, OFFICIALS, OTHER, Entry
from generator.search.files import FOLDER
from generator.search.index import NAMES, SIGNATURE

FRAGMENTS = "fragment/"
MOST_PAGES = 5_000
"""Of one commune: more than any has beside its procedures."""
MOST_TEXT = 2 << 20
"""Bytes of the text of one page, unpacked."""
MOST_NAMES, MOST_NAMED = 200, 300_000
"""Names of one page; characters of all names of one commune: every reader fetches them first."""
LONGEST = 200
"""Characters of a title that is taken from a copy."""
LENGTH = 4
"""Bytes at the end of a gzip file that tell how long it is unpacked (RFC 1952)."""


def weight(site: Published) -> int:
    """Bytes of its texts, unpacked, as its files say of themselves."""
    return sum(_length(path) for path in (site.folder / FOLDER / FRAGMENTS).glob("*.pf_fragment"))


def _length(path: Path) -> int:
    try:
        with path.open("rb") as file:
            file.seek(-LENGTH, os.SEEK_END)
            return min(int.from_bytes(file.read(LENGTH), "little"), MOST_TEXT)
    except OSError:
        return 0


def entries_of(site: Published) -> Iterator[Entry]:
    """The commune itself, then its pages as its index tells of them, without names of persons.

    What is not as ours is left out.
    """
    yield _home(site)
    told = site.json(f"{FOLDER}{NAMES}")
    groups, rows = (told.get("groups"), told.get("pages")) if isinstance(told, dict) else (None, None)
    if not isinstance(groups, list) or not isinstance(rows, list):
        return
    left = MOST_NAMED
    for row in rows[:MOST_PAGES]:
        match row:
            case [str(url), str(title), int(group), str(fragment), list(names), *rest] if (
                0 <= group < len(groups) and groups[group] != OTHER and site.there(url)
            ):
                codes = rest[2] if len(rest) > 2 and isinstance(rest[2], list) else []
                own = () if url in (LEADERS, OFFICIALS) else names
                found = _entry(site, url, title, fragment, own[:MOST_NAMES], codes[:MOST_NAMES])
                left -= sum(map(len, (found.title, *found.names, *found.codes)))
                if left < 0:
                    return
                yield found


def _home(site: Published) -> Entry:
    """The commune itself, by its name of today, those before, and its code."""
    names = (*(former.name for former in site.unit.former), site.unit.code)
    return Entry(site.url, site.unit.name, site.unit.name, tuple(dict.fromkeys(names)), (), "")


def _entry(
    site: Published, url: str, title: str, fragment: str, names: Sequence[Any], codes: Sequence[Any]
) -> Entry:
    """With the name of the commune as its group; words that people say are left to its own search."""
    kept = tuple(str(name)[:LONGEST] for name in names)
    numbers = tuple(str(code)[:LONGEST] for code in codes)
    body = escape(_text(site, fragment).removeprefix(f"{title}. "))
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
