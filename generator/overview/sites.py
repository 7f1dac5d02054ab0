"""The communes' sites that stand below the province's page, and the files that they publish."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import Any

from generator.core import Outcome, State
from generator.kinds.profile import Standing
from generator.province import Province, Unit
from generator.words.order import vi_key

HALF_LETTER = re.compile(rb"\\u[dD][89a-fA-F]")
"""What may be half of a letter: no page, table or index can hold that."""
LARGEST = 16 << 20
"""Bytes of a data file that is read: the whole catalogue of a commune is 2 MB."""


@dataclass(frozen=True)
class Published:
    """One commune's site that stands, and the folder that holds its files."""

    unit: Unit
    outcome: Outcome
    folder: Path

    @property
    def url(self) -> str:
        """Address of the site, from the province's page."""
        return f"{self.unit.slug}/"

    @property
    def joined(self) -> bool:
        """Whether the commune itself answers for the site: only then is anything late or counted."""
        return self.outcome.standing == Standing.OFFICIAL.value and self.outcome.state is not State.WAITING

    def file(self, name: str) -> Path | None:
        """A file of the site; None where it is not there, lies outside, a link leads to it or it is too large."""
        path, parts = self.folder / name, name.split("/")
        try:
            if {"", "..", "."} & {*parts} or any(map(os.path.islink, _above(self.folder, parts))):
                return None
            found = os.lstat(path)
        except (OSError, ValueError):  # a name that is too long, or no name at all
            return None
        return path if S_ISREG(found.st_mode) and found.st_size <= LARGEST else None

    def json(self, name: str) -> Any:
        """A data file; None where there is none that can be read: what a copy holds may be broken."""
        path = self.file(name)
        try:
            content = path.read_bytes() if path else b"null"
            found = json.loads(content)
            if HALF_LETTER.search(content):
                json.dumps(found, ensure_ascii=False).encode()
        except (OSError, ValueError, RecursionError):
            return None
        return found

    def there(self, address: object) -> bool:
        """Whether an address inside the site leads to one of its pages."""
        path = str(address).partition("#")[0]
        return path.endswith("/") and self.file(f"{path}index.html") is not None


def _above(folder: Path, parts: Sequence[str]) -> Iterator[str]:
    """The folders on the way to a file."""
    way = str(folder)
    for part in parts[:-1]:
        way = f"{way}/{part}"
        yield way


def published(
    province: Province, outcomes: Sequence[Outcome], folder: Callable[[str], Path]
) -> tuple[Published, ...]:
    """The sites of real communes in the order of their names; `folder` tells where a slug's site is."""
    found = [
        Published(province.units[outcome.code], outcome, folder(outcome.slug))
        for outcome in outcomes
        if not outcome.fictional and outcome.code in province.units
    ]
    return tuple(sorted(found, key=lambda site: vi_key(site.unit.short_name)))
