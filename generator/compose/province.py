"""The province's own page: find a commune by today's or a former name, and what there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.compose.pages import noticed, slashed
from generator.compose.report import REPORT
from generator.core import Draft, Link, Outcome, Site, State
from generator.kinds.profile import Standing
from generator.province import ErrorDesk, Province, Unit
from generator.words.letters import small
from generator.words.order import first_letter, vi_key


@dataclass(frozen=True)
class Tag:
    """A few words beside a commune's name; `tone` is the ending of the tag's class."""

    text: str
    tone: str = ""


ERRORS = "#bao-sai-sot"
FEW = 24
PREPARED = Tag("chờ xã tiếp nhận")
TAGS = {
    State.KEPT: Tag("bản mới có lỗi, đang giữ bản cũ", "vua"),
    State.WAITING: Tag("đang sửa dữ liệu", "vua"),
}


@dataclass(frozen=True)
class Place:
    """A commune's site below this page, and what to know of it."""

    name: str
    url: str
    tag: Tag | None
    report: str
    """Address of what the check of its data found; empty where no site of its own stands."""
    notices: int


@dataclass(frozen=True)
class Entry:
    """One unit of the register, with its site where there is one."""

    unit: Unit
    place: Place | None


@dataclass(frozen=True)
class Letter:
    """The units whose names start alike."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Finder:
    """Facts of the province's page."""

    letters: tuple[Letter, ...]
    few: tuple[Place, ...]
    """Real communes that have a site here, where they are so few that the list would hide them."""
    fictional: tuple[Place, ...]
    units: int
    communes: int
    """xã"""
    wards: int
    """phường"""
    official: int
    prepared: int
    more: tuple[Link, ...]
    """Other pages of the province."""
    staff: tuple[Link, ...]
    """Those that its own people use most."""
    desk: ErrorDesk | None
    """Who hears of mistakes on this page."""
    faulty: int
    """Sites whose new content has an error, so that an older one or a page that says so stands."""


def compose_province(
    province: Province,
    outcomes: Sequence[Outcome],
    day: date,
    more: Sequence[Draft] = (),
    search: str = "",
) -> tuple[Site, tuple[Draft, ...]]:
    """Frame and home page of the province; `outcomes` are the sites that stand below it, `more` its other pages."""
    settings, alone = province.settings, tuple(_alone(more, search))
    site = Site(
        name="Công khai cấp xã",
        above=settings.name,
        day=day,
        base=slashed(settings.base) if settings.base else None,
        menu=tuple(Link(draft.menu, draft.url) for draft in more if draft.menu),
        links=(Link("Báo sai sót", f"./{ERRORS}"), *alone),
        errors=ERRORS,
        search=search,
        of_province=True,
        notice=noticed(province),
        indexed=not settings.trial,
    )
    facts = _finder(province, outcomes, site.menu, alone)
    lead = (
        f"Tìm trang công khai của {facts.units} xã, phường {small(settings.name)} theo tên mới hoặc tên cũ."
    )
    return site, (Draft("", "Tìm xã, phường", "province/home.html", facts, lead),)


def _alone(more: Sequence[Draft], search: str) -> Iterator[Link]:
    """The pages that neither the menu nor another page leads to."""
    for draft in more:
        if not (draft.section or draft.menu or draft.url == search):
            yield Link(draft.title, draft.url)


def _finder(
    province: Province, outcomes: Sequence[Outcome], more: tuple[Link, ...], staff: tuple[Link, ...]
) -> Finder:
    places = {outcome.code: _place(outcome) for outcome in outcomes}
    entries = [Entry(unit, places.get(unit.code)) for unit in province.real_units]
    entries.sort(key=lambda entry: vi_key(entry.unit.short_name))
    real = sorted((o for o in outcomes if not o.fictional), key=lambda outcome: vi_key(outcome.name))
    return Finder(
        letters=tuple(
            Letter(name, tuple(group))
            for name, group in groupby(entries, key=lambda entry: first_letter(entry.unit.short_name))
        ),
        few=tuple(places[o.code] for o in real if o.state is not State.WAITING) if len(real) <= FEW else (),
        fictional=tuple(places[outcome.code] for outcome in outcomes if outcome.fictional),
        units=len(entries),
        communes=sum(entry.unit.kind == "xã" for entry in entries),
        wards=sum(entry.unit.kind == "phường" for entry in entries),
        official=sum(outcome.standing == Standing.OFFICIAL.value for outcome in real),
        prepared=sum(outcome.standing == Standing.PREPARED.value for outcome in real),
        more=more,
        staff=staff,
        desk=province.settings.errors,
        faulty=sum(outcome.state is not State.PUBLISHED for outcome in real),
    )


def _place(outcome: Outcome) -> Place:
    prepared = PREPARED if outcome.standing == Standing.PREPARED.value else None
    return Place(
        outcome.name,
        f"{outcome.slug}/",
        TAGS.get(outcome.state, prepared),
        report="" if outcome.state is State.WAITING else f"{outcome.slug}/{REPORT}",
        notices=outcome.notices,
    )
