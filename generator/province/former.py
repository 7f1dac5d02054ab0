"""Former units' names as addresses: people try the name that they know."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from generator.province.province import Province
from generator.province.units import Unit
from generator.words.fold import slug

ADDRESS = re.compile(r"(?:xa|phuong|thi-tran|dac-khu)-[a-z0-9-]{1,60}")
"""No name may take the place of another file of the province's site."""


@dataclass(frozen=True)
class Moved:
    """An address made of a former unit's name, and the unit of today that it leads to."""

    slug: str
    name: str
    unit: Unit


def former_addresses(province: Province) -> tuple[Moved, ...]:
    """Addresses that people may try by a former name: xa-duong-quang → xa-phong-quang, in order.

    Only names that went whole into one unit of today and are no unit's address now.
    """
    taken = {unit.slug for unit in province.units.values()}
    found: defaultdict[str, list[tuple[Moved, bool]]] = defaultdict(list)
    for unit in province.units.values():
        for former in unit.former:
            moved = Moved(slug(former.name), former.name, unit)
            found[moved.slug].append((moved, former.in_part))
    return tuple(
        same[0][0]
        for name, same in sorted(found.items())
        if name not in taken
        and ADDRESS.fullmatch(name)
        and len({m.unit.slug for m, _ in same}) == 1
        and not any(p for _, p in same)
    )
