"""How a commune goes about disclosing: dealt out in fixed shares, so that a dozen communes show each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle
from random import Random

from plausible.province import Unit


class Way(StrEnum):
    """What stands out of a commune."""

    EXCELLENT = "excellent"
    STEADY = "steady"
    LATE = "late"
    SILENT = "silent"
    """Nothing new for months."""
    THIN = "thin"
    """Has just begun: a few files."""
    FAULTY = "faulty"
    """An error in its data keeps its site from being built."""
    PREPARED = "prepared"
    """A page that waits for the commune to take it over."""
    ABSENT = "absent"
    """No folder: has not joined."""


@dataclass(frozen=True)
class Manner:
    """How much a commune leaves out, how late it posts, when it fell silent."""

    way: Way
    lacks: float = 0.0
    """Share of records that it has not disclosed."""
    late: float = 0.0
    """Share of records that were posted after their time."""
    days: int = 0
    """Days late at most."""
    silent_since: str = ""
    declares: int = 0
    """Periods that it declares empty."""


SHARES = (
    *(Way.STEADY, Way.EXCELLENT, Way.LATE, Way.ABSENT, Way.SILENT, Way.FAULTY),
    *(Way.STEADY, Way.THIN, Way.PREPARED, Way.LATE, Way.STEADY, Way.EXCELLENT),
    *(Way.STEADY, Way.LATE, Way.STEADY, Way.EXCELLENT, Way.STEADY, Way.LATE),
    *(Way.STEADY, Way.SILENT, Way.STEADY, Way.EXCELLENT, Way.THIN),
)
SILENT = ("2026-07-31", "2026-08-17", "2026-09-04")


def manners(seed: int, units: Sequence[Unit]) -> tuple[Manner, ...]:
    """One for each unit; only the first of the faulty is faulty, the others are late."""
    dealt = list(zip(sorted(unit.code for unit in units), cycle(SHARES), strict=False))
    ways = [way for _, way in dealt]
    Random(f"{seed}/ways").shuffle(ways)
    first = ways.index(Way.FAULTY) if Way.FAULTY in ways else -1
    by_code = {
        code: Way.LATE if way is Way.FAULTY and index != first else way
        for index, ((code, _), way) in enumerate(zip(dealt, ways, strict=True))
    }
    return tuple(_manner(by_code[unit.code], Random(f"{seed}/{unit.code}/manner")) for unit in units)


def _manner(way: Way, random: Random) -> Manner:
    match way:
        case Way.EXCELLENT:
            return Manner(way, random.uniform(0, 0.03), 0.02, 5, declares=random.randint(8, 14))
        case Way.STEADY | Way.FAULTY:
            return Manner(way, random.uniform(0.08, 0.25), 0.15, 20, declares=random.randint(1, 6))
        case Way.LATE:
            return Manner(way, random.uniform(0.25, 0.5), 0.6, 60, declares=random.randint(0, 2))
        case Way.SILENT:
            return Manner(way, random.uniform(0.1, 0.3), 0.2, 20, random.choice(SILENT))
        case Way.THIN:
            return Manner(way, random.uniform(0.7, 0.9), 0.3, 30)
        case Way.PREPARED | Way.ABSENT:
            return Manner(way)
