"""What a kind declares about itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from generator.core import Commune, Draft, File, Link, Problem, Record, Site
from generator.fields.base import Model
from generator.fields.period import Period
from generator.kinds._fulfilment import Answer, Task, answers_of
from generator.kinds._paper import Sheet
from generator.province import Duty, Province
from generator.province.verdicts import Verdict

M = TypeVar("M", bound=Model)
R = TypeVar("R")


@dataclass(frozen=True)
class Scope:
    """All that the pages and rules of a kind may look at."""

    commune: Commune
    province: Province
    day: date
    """The day that the site is built for."""
    verdicts: tuple[Verdict, ...] = ()
    """How each duty stands on that day; none for a commune that has not joined."""
    known: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What has been worked out of it once."""

    def once(self, work: Callable[[Scope], R]) -> R:
        """What `work` makes of the scope, made the first time that a page or file asks; nobody changes it."""
        if work not in self.known:
            self.known[work] = work(self)
        found: R = self.known[work]
        return found

    def duty(self, id: str) -> Duty | None:
        return self.province.duty(id, self.day)


@dataclass(frozen=True)
class Turn:
    """What is said of an event until it is over; then the next turn takes its place."""

    until: str
    """By the clock of Vietnam: "2026-11-26T11:30"; empty for what is said when all are over."""
    day: date | None
    left: str
    """How far off it is on the day of the build."""
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """What the home page says of a kind in a few lines."""

    title: str
    url: str
    lines: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    action: str = "Xem tất cả"
    phone: str = ""
    """Whom to call about it."""
    turns: tuple[Turn, ...] = ()
    """Events to come, the next one first; the card shows one."""


def _nothing(scope: Scope) -> Iterable[Any]:
    return ()


def _silent(record: Any, scope: Scope) -> Iterable[Any]:
    return ()


def _no_files(scope: Scope, site: Site) -> Iterable[File]:
    return ()


def _no_links(scope: Scope) -> Iterable[Link]:
    return ()


def _nowhere(duty: str, period: Period | None) -> str:
    return ""


@dataclass(frozen=True)
class Kind(Generic[M]):
    """One kind of disclosure; its name is also its module, template folder and test."""

    name: str
    title: str
    """In the menu and as heading of its section."""
    section: str
    """Address of its section page: "du-an/"."""
    files: tuple[str, ...]
    """Where its records stand in the commune's folder: "du-an/*.yml"."""
    model: type[M]
    pages: Callable[[Scope], Iterable[Draft]]
    """The section page first, also where nothing is disclosed, then one page a record."""
    check: Callable[[Scope], Iterable[Problem]] = _nothing
    """Rules across records; the model's own types have already spoken."""
    card: Callable[[Scope], Card] | None = None
    """What the home page says of it; left out, how many records there are."""
    rows: Callable[[Scope], Iterable[Model]] | None = None
    """What the CSV lists, where it is not the records themselves."""
    answers: Callable[[Scope], Iterable[Answer]] | None = None
    """What it does for the duties, where that is not one answer a record by the shared fields."""
    cure: Callable[[str, Period | None], str] = _nowhere
    """The file and field that fulfil a duty for a period; empty where any record of the kind does."""
    tasks: Callable[[Scope], Iterable[Task]] = _nothing
    """What its records say is still to be done by a day, beside the periods of the duties."""
    entries: Callable[[Scope], Iterable[tuple[str, Model]]] | None = None
    """Address and content of each entry of its JSON as a whole, where those are not its records' pages."""
    spoken: Callable[[Record[M], Scope], Iterable[str]] = _silent
    """What a loudspeaker says of a record on that day, the most important first; left out, what its page is about."""
    occasions: Callable[[Record[M], Scope], Iterable[date]] = _silent
    """Days that whoever listens must not miss: a meeting, the last day to register; told that day and the day before."""
    papers: Callable[[Scope], Iterable[Sheet]] = _nothing
    """What hangs on notice boards; a record with a page and none of these gets a plain notice of what is spoken."""
    exports: Callable[[Scope, Site], Iterable[File]] = _no_files
    """Its records in the forms of other programs, beside the JSON, CSV and XLSX that every kind has."""
    downloads: Callable[[Scope], Iterable[Link]] = _no_links
    """Those of them that people may want, as the foot of its pages and the page of open data name them."""
    persons: bool = False
    """Whether its data files name persons, though its pages may be listed: robots leave those files alone."""
    order: int = 100
    prominent: bool = False
    """Whether the home page gives it a card; the others stand there in a list, one line each."""

    def answered(self, scope: Scope) -> tuple[Answer, ...]:
        """What its records do for the duties."""
        return tuple(self.answers(scope) if self.answers else answers_of(self.records(scope)))

    def records(self, scope: Scope) -> tuple[Record[M], ...]:
        return scope.commune.all(self.name)

    def table(self, scope: Scope) -> list[Model]:
        """The rows of its CSV; none where nothing is disclosed."""
        return scope.once(self._table)

    def _table(self, scope: Scope) -> list[Model]:
        return list(self.rows(scope)) if self.rows else [record.data for record in self.records(scope)]
