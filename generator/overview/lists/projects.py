"""What is built in the province, by state and by field, with its money added up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from generator.core import Draft, Link
from generator.kinds.project import KIND
from generator.kinds.project.choices import Sector, Status
from generator.kinds.project.delays import delays
from generator.kinds.project.model import Project
from generator.kinds.project.overview import GROUPS, Sum
from generator.overview.records import Records
from generator.overview.rows import pages_of
from generator.province import Unit
from generator.words.letters import small

SECTION, TITLE = KIND.section, "Dự án, công trình"


@dataclass(frozen=True)
class Totals:
    """Of some projects."""

    count: int
    late: int
    total: Sum
    paid: Sum


@dataclass(frozen=True, slots=True)
class Built:
    """What the lists keep of one project."""

    unit: Unit
    url: str
    name: str
    status: Status
    sector: Sector | None
    total: int | None
    paid: int | None
    late: str
    """How, in a few words; empty where it is not."""


@dataclass(frozen=True)
class Part:
    """Projects that share a state, a field or a commune."""

    link: Link
    totals: Totals


@dataclass(frozen=True)
class Sums:
    """Facts of the first page."""

    day: date
    all: Totals
    states: tuple[Part, ...]
    sectors: tuple[Part, ...]
    communes: tuple[Part, ...]


@dataclass(frozen=True)
class Some:
    """Facts of a page that lists projects."""

    day: date
    totals: Totals
    built: Sequence[Built]
    pages: tuple[Link, ...]
    here: str


def built(records: Records, day: date) -> Iterator[Built]:
    """Of one commune."""
    for one in records.of(KIND):
        data = one.data
        paid = data.disbursed.amount if data.disbursed else None
        late = _late(data, day)
        yield Built(one.unit, one.url, data.name, data.status, data.sector, data.total, paid, late)


def projects(found: Sequence[Built], day: date) -> Iterator[Draft]:
    """The sums, then a list for each state and each field; those of one commune come side by side."""
    states, sectors = _parted(_by_state(found)), _parted(_by_sector(found))
    facts = Sums(
        day,
        _totals(found),
        states=tuple(part for part, _ in states),
        sectors=tuple(part for part, _ in sectors),
        communes=tuple(_by_commune(found)),
    )
    lead = "Dự án, công trình của mọi xã, phường: đang làm gì, bao nhiêu tiền, chậm ở đâu."
    yield Draft(SECTION, TITLE, "province/du-an.html", facts, lead, menu=TITLE)
    for part, own in (*states, *sectors):
        title = f"{TITLE}: {small(part.link.text)}"
        for url, shown, pages in pages_of(own, part.link.url):
            some = Some(day, part.totals, shown, pages, url)
            yield Draft(url, title, "province/du-an-nhom.html", some, lead, SECTION)


def _parted(groups: Iterable[tuple[Link, list[Built]]]) -> list[tuple[Part, list[Built]]]:
    return [(Part(link, _totals(own)), own) for link, own in groups]


def _by_state(found: Sequence[Built]) -> Iterator[tuple[Link, list[Built]]]:
    for id, title, _, states in GROUPS:
        if own := [one for one in found if one.status in states]:
            yield Link(title, f"{SECTION}{id}/"), own


def _by_sector(found: Sequence[Built]) -> Iterator[tuple[Link, list[Built]]]:
    for sector in Sector:
        if own := [one for one in found if one.sector is sector]:
            yield Link(sector.label, f"{SECTION}{sector.value.replace('_', '-')}/"), own
    if own := [one for one in found if one.sector is None]:
        yield Link("Chưa ghi lĩnh vực", f"{SECTION}chua-ro/"), own


def _by_commune(found: Iterable[Built]) -> Iterator[Part]:
    """Leads to the commune's own list; who has no project here is left out."""
    for unit, own in groupby(found, key=attrgetter("unit")):
        yield Part(Link(unit.name, f"{unit.slug}/{SECTION}"), _totals(tuple(own)))


def _totals(found: Sequence[Built]) -> Totals:
    totals = [one.total for one in found if one.total is not None]
    paid = [one.paid for one in found if one.paid is not None]
    return Totals(
        len(found),
        sum(bool(one.late) for one in found),
        Sum(sum(totals), len(totals)),
        Sum(sum(paid), len(paid)),
    )


def _late(project: Project, day: date) -> str:
    return next((delay.short for delay in delays(project, day) if delay.current), "")
