"""What is wrong in the content, as data, and where."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

Loc = tuple[str | int, ...]
FALSE_ALARM = "false_alarm"
"""Code of a finding that staff have judged to be none; kept on record, not counted."""


class Level(StrEnum):
    """How much a problem weighs: an error stops that commune's new version, a notice does not."""

    ERROR = "error"
    NOTICE = "notice"


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where something stands: a file with forward slashes, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.spot}"

    @property
    def spot(self) -> str:
        """The place inside its file."""
        return f"{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in the content, told as data; only the command line prints it."""

    place: Place
    code: str
    """Stable name of the rule, such as `money_ambiguous`; tests and tools rely on it."""
    message: str
    """What is wrong and what was found, one Vietnamese sentence without the field's title."""
    hint: str = ""
    """The next step for whoever mends it."""
    field: str = ""
    """The Vietnamese title of the field, empty where the problem is the whole file's."""
    level: Level = Level.ERROR
    loc: Loc = ()
    """The YAML keys of the value that a rule judged; empty for what reading a file found."""
    before_rules: bool = False
    """Whether it kept the rules across the records of its commune from being asked."""

    @property
    def sentence(self) -> str:
        """The whole sentence; what a rule says stands for itself, after the field and a colon."""
        if not self.field:
            return self.message
        return f"“{self.field}”: {self.message}" if self.loc else f"“{self.field}” {self.message}"

    def as_dict(self) -> dict[str, str | int]:
        return {
            "path": self.place.path,
            "line": self.place.line,
            "column": self.place.column,
            "code": self.code,
            "level": str(self.level),
            "field": self.field,
            "message": self.sentence,
            "hint": self.hint,
        }


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems, sorted by place, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.place, p.code)))


@dataclass(frozen=True, slots=True)
class Packed:
    """Problems of many folders in little memory, some 90 bytes each: those of a folder are unpacked while they are told."""

    folders: tuple[bytes, ...] = ()

    def __iter__(self) -> Iterator[Problem]:
        for folder in self.folders:
            yield from pickle.loads(zlib.decompress(folder))  # noqa: S301 - packed by this process


def packed(problems: Iterable[Problem]) -> Packed:
    """Problems of one folder, sorted by place, each once."""
    found = in_order(problems)
    return Packed((zlib.compress(pickle.dumps(found), 1),) if found else ())


def together(found: Iterable[Packed]) -> Packed:
    """Problems of folders none of which lies in another, sorted by place."""
    told = sorted((one for one in found if one.folders), key=lambda one: next(iter(one)).place)
    return Packed(tuple(folder for one in told for folder in one.folders))


def only_errors(problems: Iterable[Problem]) -> Iterator[Problem]:
    return (problem for problem in problems if problem.level is Level.ERROR)


def has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.level is Level.ERROR for problem in problems)


def count_levels(problems: Iterable[Problem]) -> dict[str, int]:
    """How many errors and notices there are, each problem once: {"errors": 0, "notices": 3}.

    What somebody has judged to be a false alarm is no notice.
    """
    levels = [problem.level for problem in in_order(problems) if problem.code != FALSE_ALARM]
    return {"errors": levels.count(Level.ERROR), "notices": levels.count(Level.NOTICE)}
