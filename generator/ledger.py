"""What stands in an output folder: kept in one small file there, so that nothing else is touched."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.core import Outcome, State

NAME = ".congkhai.json"


@dataclass(frozen=True)
class Part:
    """What a build of some communes only was made of, so that only parts of one whole are merged."""

    day: str
    """As in ISO 8601."""
    common: str
    """Digest of what goes into every site."""
    held: Mapping[str, str]
    """Digest of each commune's content, by slug; empty where somebody edited it meanwhile."""


@dataclass(frozen=True)
class Ledger:
    """The communes and the province's own entries below an output folder."""

    outcomes: tuple[Outcome, ...] = ()
    entries: tuple[str, ...] = ()
    """Names of the province's files and folders directly below."""
    part: Part | None = None
    """Of a build of some communes only, that is to be merged."""

    def names(self) -> set[str]:
        return {outcome.slug for outcome in self.outcomes} | set(self.entries)

    def of(self, slug: str) -> Outcome | None:
        return self._by_slug.get(slug)

    @cached_property
    def _by_slug(self) -> Mapping[str, Outcome]:
        return {outcome.slug: outcome for outcome in self.outcomes}

    def with_all_of(self, other: Ledger) -> Ledger:
        """The names of both: what may stand there while one takes the place of the other."""
        outcomes = other.updated(self.outcomes, keep_others=True)
        return Ledger(outcomes, tuple({*self.entries, *other.entries}), other.part)

    def updated(
        self, fresh: Iterable[Outcome], keep_others: bool, gone: Collection[str] = ()
    ) -> tuple[Outcome, ...]:
        """The outcomes after a build; others stay only where that build left them alone, never who is gone."""
        found = {o.slug: o for o in self.outcomes if o.slug not in gone} if keep_others else {}
        found |= {outcome.slug: outcome for outcome in fresh}
        return tuple(found[slug] for slug in sorted(found))


def read_ledger(out: Path) -> Ledger | None:
    """The ledger of an output folder; empty for a new folder, None for one that is not ours."""
    if (out / NAME).is_file():
        found = json.loads((out / NAME).read_text(encoding="utf-8"))
        outcomes = tuple(map(outcome_from, found["communes"]))
        part = found.get("part")
        return Ledger(outcomes, tuple(found["entries"]), Part(**part) if isinstance(part, dict) else None)
    return Ledger() if not out.exists() or not any(out.iterdir()) else None


def outcome_from(entry: Mapping[str, Any]) -> Outcome:
    """An outcome of what `asdict` and JSON made of it."""
    lists = {name: tuple(entry.get(name, ())) for name in ("disclosed", "withdrawn")}
    return Outcome(**{**entry, "state": State(entry["state"]), **lists})


def write_ledger(ledger: Ledger, out: Path) -> None:
    content = {
        "communes": [asdict(outcome) for outcome in ledger.outcomes],
        "entries": list(ledger.entries),
        **({"part": asdict(ledger.part)} if ledger.part else {}),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    (out / f"{NAME}.moi").write_text(text, encoding="utf-8", newline="\n")
    (out / f"{NAME}.moi").replace(out / NAME)
