"""A made-up province to look at and to measure: real units of the register, records that are invented.

Everything derives from a seed and a unit's code, so that the same seed writes the same bytes. The province
is marked as trial data (`thu_nghiem` in `tinh.yml`): each page says so, nothing of it may be published.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from plausible.commune import commune_files
from plausible.manner import manners
from plausible.province import write_province
from plausible.trees import write_tree

DAY = "2026-11-23"
"""The day that the records are written for."""


def write_content(out: Path, seed: int, count: int) -> int:
    """Write `tinh/` and `xa/` of so many communes into a new folder; how many have a folder of their own."""
    units = write_province(out / "tinh", seed, count)
    taken = 0
    for unit, manner in zip(units, manners(seed, units), strict=True):
        files = commune_files(unit, manner, Random(f"{seed}/{unit.code}"))
        for name, tree in files.items():
            write_tree(out / "xa" / unit.slug / name, tree)
        taken += bool(files)
    return taken
