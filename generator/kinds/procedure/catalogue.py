"""The list of all procedures by field, and the lists of those that a life event needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.core import Link
from generator.kinds._kind import Scope
from generator.kinds.procedure.place import NOT_HERE
from generator.kinds.procedure.sheet import Sheet
from generator.province import LifeEvent
from generator.province.procedures import InForce
from generator.words.letters import small
from generator.words.order import vi_key

SECTION = "thu-tuc/"
FEW = 30
"""Up to so many procedures the list stands open."""
LONG_NAME = 110
"""A name above so many characters is set lighter."""
NO_FIELD = "Nguồn không ghi lĩnh vực"


@dataclass(frozen=True)
class Mark:
    """A word beside a name, with its tone: "", "vua" or "xau"."""

    text: str
    tone: str = ""


@dataclass(frozen=True)
class Entry:
    """One procedure in a list."""

    url: str
    title: str
    official: str
    """As in `Sheet`."""
    marks: tuple[Mark, ...]
    words: str
    """What people type to find it, beside its names."""
    brief: str
    """The short answers in one line."""

    @property
    def is_long(self) -> bool:
        return len(self.title) > LONG_NAME


@dataclass(frozen=True)
class Group:
    """The procedures of one field."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Event:
    """A life event with the procedures that it needs."""

    event: LifeEvent
    url: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Catalogue:
    """Facts of the section page."""

    events: tuple[Event, ...]
    """Only those that have procedures."""
    groups: tuple[Group, ...]
    total: int
    """In force or to come."""
    future: int
    ended: int
    folded: bool
    disclosed: bool
    """Whether the commune says anything of where papers are received."""


def url_of(code: str) -> str:
    return f"{SECTION}{code}/"


def catalogue(sheets: Iterable[Sheet], events: Iterable[Event], scope: Scope) -> Catalogue:
    found = list(sheets)
    states = [sheet.procedure.in_force(scope.day) for sheet in found]
    ended = states.count(InForce.ENDED)
    return Catalogue(
        events=tuple(event for event in events if event.entries),
        groups=tuple(_groups(found)),
        total=len(found) - ended,
        future=states.count(InForce.FUTURE),
        ended=ended,
        folded=len(found) > FEW,
        disclosed=scope.commune.one("procedure") is not None,
    )


def life_events(sheets: Iterable[Sheet], scope: Scope) -> tuple[Event, ...]:
    """Every life event of the province in its order, with its procedures by name."""
    found = list(sheets)
    return tuple(
        Event(event, f"{SECTION}{event.id}/", _entries(s for s in found if event.id in _events_of(s)))
        for event in scope.province.events
    )


def event_links(events: Iterable[Event]) -> tuple[Link, ...]:
    return tuple(Link(e.event.title, e.url, e.event.icon.value) for e in events if e.entries)


def _groups(sheets: Iterable[Sheet]) -> Iterable[Group]:
    by_field: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        for field in dict.fromkeys(sheet.procedure.fields or [NO_FIELD]):
            by_field.setdefault(field, []).append(sheet)
    for field in sorted(by_field, key=lambda name: (name == NO_FIELD, vi_key(name))):
        yield Group(field, _entries(by_field[field]))


def _entries(sheets: Iterable[Sheet]) -> tuple[Entry, ...]:
    """In Vietnamese order of the names, those no longer in force last."""
    ordered = sorted(
        sheets,
        key=lambda s: (s.banner is not None and s.banner.tone == "xau", vi_key(s.title), s.procedure.code),
    )
    return tuple(map(_entry, ordered))


def _entry(sheet: Sheet) -> Entry:
    summary = sheet.summary
    return Entry(
        url=url_of(sheet.procedure.code),
        title=sheet.title,
        official=sheet.official,
        marks=tuple(_marks(sheet)),
        words=", ".join(summary.words) if summary else "",
        brief=" · ".join(_first(sheet, label) for label in ("Mang theo", "Bao lâu", "Bao nhiêu tiền")),
    )


def _marks(sheet: Sheet) -> Iterable[Mark]:
    if sheet.banner:
        yield Mark(sheet.banner.short, sheet.banner.tone)
    if sheet.place.row and not sheet.place.row.received:
        yield Mark(NOT_HERE)


def _first(sheet: Sheet, label: str) -> str:
    lines = next(fact.answer.lines for fact in sheet.facts if fact.label == label)
    return f"{label}: {small(lines[0]) if len(lines) == 1 else 'tùy cách nộp'}"


def _events_of(sheet: Sheet) -> list[str]:
    return sheet.summary.events if sheet.summary else []
