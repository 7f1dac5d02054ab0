"""What was read: records with their places, and the commune that they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from generator.core.problems import Level, Loc, Place, Problem

Model = TypeVar("Model")


@dataclass(frozen=True)
class Source:
    """The file that a record came from, and where in it each value stands."""

    path: str
    places: Mapping[Loc, tuple[int, int]] = field(default_factory=dict, repr=False)

    def at(self, *loc: str | int) -> Place:
        """The place of a value named by its YAML keys; of its nearest parent where it is missing."""
        for end in range(len(loc), -1, -1):
            if loc[:end] in self.places:
                return Place(self.path, *self.places[loc[:end]])
        return Place(self.path)


@dataclass(frozen=True)
class Record(Generic[Model]):
    """One disclosure: what was read from one file."""

    kind: str
    id: str
    data: Model
    source: Source

    def problem(
        self, code: str, loc: Loc, message: str, hint: str = "", level: Level = Level.ERROR
    ) -> Problem:
        """A problem of this record, at the value that `loc` (YAML keys) names."""
        return Problem(self.source.at(*loc), code, message, hint, level=level, loc=loc)

    def notice(self, code: str, loc: Loc, message: str, hint: str = "") -> Problem:
        return self.problem(code, loc, message, hint, Level.NOTICE)


@dataclass(frozen=True)
class Commune:
    """One commune: who it is, and everything that it discloses."""

    code: str
    name: str
    """With its type, as the law writes it: "Xã Phú Đình"."""
    slug: str
    standing: str
    fictional: bool
    folder: Path
    records: Mapping[str, tuple[Record[Any], ...]]

    @property
    def office(self) -> str:
        return office_of(self.name)

    def all(self, kind: str) -> tuple[Record[Any], ...]:
        return self.records.get(kind, ())

    def one(self, kind: str) -> Record[Any] | None:
        """The only record of a kind that has a single file; None where it is not disclosed."""
        return next(iter(self.all(kind)), None)


def office_of(commune: str) -> str:
    """The People's Committee of a commune: "UBND xã Phú Đình"."""
    return f"UBND {commune[0].lower()}{commune[1:]}"
