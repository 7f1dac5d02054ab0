"""The small frozen values that the stages hand to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, TypeVar

Loc = tuple[str | int, ...]
Model = TypeVar("Model")
FALSE_ALARM = "false_alarm"
"""Code of a finding that staff have judged to be none; kept on record, not counted."""
DATA = "du-lieu"
"""File name, without ending, of the data beside a page and of a whole section."""


class Level(StrEnum):
    """How much a problem weighs: an error stops that commune's new version, a notice does not."""

    ERROR = "error"
    NOTICE = "notice"


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: a file with forward slashes, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
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


def has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.level is Level.ERROR for problem in problems)


def count_levels(problems: Iterable[Problem]) -> dict[str, int]:
    """How many errors and notices there are, each problem once: {"errors": 0, "notices": 3}.

    What somebody has judged to be a false alarm is no notice.
    """
    levels = [problem.level for problem in in_order(problems) if problem.code != FALSE_ALARM]
    return {"errors": levels.count(Level.ERROR), "notices": levels.count(Level.NOTICE)}


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


@dataclass(frozen=True)
class Link:
    """Somewhere to go: words, and an address inside the site or a full one."""

    text: str
    url: str


@dataclass(frozen=True)
class Draft:
    """A page before it is rendered: which template, with which facts."""

    url: str
    """Inside the site, with a slash at its end: "du-an/DA-01/"; empty for the home page."""
    title: str
    template: str
    facts: Any = None
    description: str = ""
    section: str = ""
    """Address of the section page above it; empty where it is a section or stands alone."""
    kind: str = ""
    record: Record[Any] | None = None
    data: Any = None
    """The model that the page's own data file holds, where that is not the record."""
    table: str = ""
    """Address of the CSV of its whole section."""
    menu: str = ""
    """Its name in the menu; empty for a page that is not in the menu."""
    also: tuple[str, ...] = ()
    """Other names that the A–Z page lists it under."""
    listed: bool = True
    """Whether search engines may list it and the A–Z page names it."""


@dataclass(frozen=True)
class Page:
    """A page ready to be dressed: its body is finished HTML that starts with the only h1."""

    url: str
    title: str
    description: str
    body: str
    section: str = ""
    headings: tuple[tuple[str, str], ...] = ()
    """(id, text) of each h2, for the index beside the text."""
    listed: bool = True


@dataclass(frozen=True)
class Site:
    """What all pages of one website share: the frame around the bodies."""

    name: str
    """"UBND xã Phú Đình"."""
    above: str
    """The line over the name: "Tỉnh Thái Nguyên"."""
    day: date
    base: str | None = None
    """Full address of the site, with a slash at its end; None where it has none yet."""
    home: str | None = None
    """Full address of the province's page, for the link back."""
    menu: tuple[Link, ...] = ()
    links: tuple[Link, ...] = ()
    """At the foot of each page."""
    contact: tuple[str, ...] = ()
    notice: str = ""
    """What every page must say of the site's standing, in words."""
    indexed: bool = True


@dataclass(frozen=True)
class File:
    """Anything of a site that is not a page: bytes made in memory, or a file to take over."""

    path: str
    content: bytes | None = None
    source: Path | None = None


class State(StrEnum):
    """What stands at a commune's address after a build."""

    PUBLISHED = "published"
    KEPT = "kept"
    """The new content has an error; the last good site stays."""
    WAITING = "waiting"
    """The content has an error and there is no earlier site: a page says so."""


@dataclass(frozen=True)
class Outcome:
    """What came of one commune."""

    slug: str
    code: str
    name: str
    standing: str
    fictional: bool
    state: State
    pages: int
    errors: int = 0
    """Of the last check, also where the site that stands is an older one."""
    notices: int = 0
    disclosed: tuple[str, ...] = ()
    """What the site that stands discloses: kind and id of each record, "project/DA-2026-01"."""
