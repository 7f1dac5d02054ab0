"""The pages of a commune's site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.compose.a_to_z import a_to_z
from generator.compose.data import downloads, open_data
from generator.compose.duties import duty_pages
from generator.compose.imprint import imprint
from generator.compose.past import with_past
from generator.compose.released import released
from generator.compose.report import compose_report
from generator.compose.site import publisher_of, site_name
from generator.compose.taken_down import with_taken_down
from generator.compose.undrawn import undrawn
from generator.compose.withdrawn import with_withdrawn
from generator.core import DATA, Draft, History, Problem
from generator.kinds import kinds
from generator.kinds._disclosure import disclosure_of
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds._linked import office
from generator.kinds._people import current, lists_people
from generator.stages import stage
from generator.words.order import vi_key

LATEST = 6


@dataclass(frozen=True)
class Home:
    """Facts of the home page."""

    cards: tuple[Card, ...]
    """What citizens come for most."""
    listed: tuple[Card, ...]
    """All else, of which the first line is shown."""
    latest: tuple[Latest, ...]


@dataclass(frozen=True)
class Latest:
    """A recent disclosure."""

    title: str
    url: str
    day: date


@stage("Xếp trang")
def compose(scope: Scope, found: Iterable[Problem] = (), past: History | None = None) -> tuple[Draft, ...]:
    """Every page of a commune's site: home, those of each kind, A–Z, what the check found."""
    shown = current(scope)
    drafts = with_taken_down(scope, [draft for kind in kinds() for draft in _of_kind(kind, shown)])
    drafts = with_past(with_withdrawn(scope, drafts), shown, past or History())
    drafts.extend(duty_pages(scope, drafts))
    drafts.extend((open_data(scope, drafts, site_name(scope.commune), publisher_of(scope)), imprint(scope)))
    drafts.append(released(scope))
    return (
        _home(shown, drafts),
        *drafts,
        a_to_z(shown, drafts),
        compose_report(scope.commune, found, scope.day, drafts),
    )


def _of_kind(kind: Kind[Any], scope: Scope) -> Iterable[Draft]:
    """The pages of one kind; no search engine and no A–Z lists what names persons."""
    table = f"{kind.section}{DATA}.csv" if kind.table(scope) else ""
    files = downloads(kind, scope) if table else ()
    hidden = lists_people(kind)
    drafts = tuple(kind.pages(scope))
    more = undrawn(kind, drafts, scope)
    for draft in drafts:
        yield replace(
            draft,
            kind=kind.name,
            table=table,
            downloads=files,
            listed=draft.listed and not hidden,
            more=more.get(draft.url, ()),
        )


def _home(scope: Scope, drafts: Sequence[Draft]) -> Draft:
    cards = [(kind.prominent, _card_of(kind, scope)) for kind in kinds()]
    name = site_name(scope.commune)
    return Draft(
        url="",
        title=name,
        template="pages/home.html",
        facts=Home(
            tuple(card for prominent, card in cards if prominent),
            tuple(card for prominent, card in cards if not prominent),
            tuple(_latest(drafts)),
        ),
        description=f"Trang công khai của {name}: thủ tục, lịch tiếp công dân, dự án, giám sát, liên hệ.",
        kind="",
        about=(office(scope),),
    )


def _card_of(kind: Kind[Any], scope: Scope) -> Card:
    """Its own card; where nothing is disclosed it leads to what the law asks for."""
    card = kind.card(scope) if kind.card else _card(kind, scope)
    empty = card.url == kind.section and not kind.table(scope)
    return replace(card, action="Xem luật đòi công khai gì") if empty else card


def _card(kind: Kind[Any], scope: Scope) -> Card:
    count = len(kind.records(scope))
    line = f"{count} mục đã công khai" if count else "Chưa công khai trên trang này."
    return Card(kind.title, kind.section, (line,))


def _latest(drafts: Iterable[Draft]) -> list[Latest]:
    """The disclosures posted last, one line a record."""
    found: dict[int, Latest] = {}
    for draft in drafts:
        disclosure = disclosure_of(draft.record)
        if disclosure and disclosure.last_changed:
            found.setdefault(id(draft.record), Latest(draft.title, draft.url, disclosure.last_changed))
    return sorted(found.values(), key=lambda entry: (-entry.day.toordinal(), vi_key(entry.title)))[:LATEST]
