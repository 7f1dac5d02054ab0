"""Names of sheets that every spreadsheet program takes: 31 characters, none of seven signs, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 31
REFUSED = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


def sheet_names(titles: Iterable[str]) -> list[str]:
    """["Dự án, công trình", "Kiến nghị", "Kiến nghị 2"]"""
    taken: set[str] = set()
    return [_name(title, taken) for title in titles]


def _name(title: str, taken: set[str]) -> str:
    base = " ".join(REFUSED.sub(" ", title).split()).strip("'") or "Bảng"
    found, number = _cut(base, ""), 1
    while found.lower() in taken:
        number += 1
        found = _cut(base, f" {number}")
    taken.add(found.lower())
    return found


def _cut(base: str, end: str) -> str:
    room = LONGEST - len(end)
    short = base if len(base) <= room else f"{base[: room - 1].rstrip()}…"
    return f"{short}{end}"
