"""The communes' sites that stand below the province's page, and the files that they publish."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.core import Outcome, State
from generator.kinds.profile import Standing
from generator.province import Province, Unit
from generator.words.order import vi_key

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
        path = self.folder / name
        plain = not {"", "..", "."} & {*name.split("/")} and path.is_file()
        inside = plain and path.resolve() == self.folder.resolve() / name
        return path if inside and path.stat().st_size <= LARGEST else None

    def json(self, name: str) -> Any:
        """A data file; None where there is none that can be read: what a copy holds may be broken."""
        path = self.file(name)
        try:
            return json.loads(path.read_bytes()) if path else None
        except (ValueError, RecursionError):
            return None


def published(
    province: Province, outcomes: Sequence[Outcome], folder: Callable[[str], Path]
) -> tuple[Published, ...]:
    """The sites of real communes in the order of their names; `folder` tells where a slug's site is."""
    found = [
        Published(province.units[outcome.code], outcome, folder(outcome.slug))
        for outcome in outcomes
        if not outcome.fictional
    ]
    return tuple(sorted(found, key=lambda site: vi_key(site.unit.short_name)))
