"""The pages of a commune's site, and the frame around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.compose.a_to_z import SEARCH, a_to_z
from generator.compose.data import OPEN_DATA, OPEN_DATA_TITLE, downloads, open_data
from generator.compose.duties import CORRECTIONS, CORRECTIONS_SHORT, STATUS, STATUS_TITLE, duty_pages
from generator.compose.imprint import IMPRINT, IMPRINT_TITLE, imprint, rating_of
from generator.compose.pages import noticed, slashed
from generator.compose.past import with_past
from generator.compose.released import RELEASE, RELEASE_TITLE, released
from generator.compose.report import REPORT, REPORT_TITLE, compose_report
from generator.compose.taken_down import with_taken_down
from generator.compose.undrawn import undrawn
from generator.compose.withdrawn import LIST, LIST_TITLE, with_withdrawn
from generator.core import DATA, Commune, Draft, History, Link, Problem, Site
from generator.feeds import feed_links
from generator.fields.contact import dial
from generator.kinds import kinds
from generator.kinds._disclosure import disclosure_of
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds._linked import office
from generator.kinds._people import current, lists_people
from generator.kinds.profile import Standing
from generator.stages import stage
from generator.words.order import vi_key

LATEST = 6
FICTIONAL = "{name} không có thật, trang chỉ để minh họa: tên người, số liệu, số điện thoại đều đặt ra."
ERRORS = "lien-he/#bao-sai-sot"
PREPARED = "Trang dựng từ sổ đăng ký công khai, chưa phải trang của {office}."
MIRROR = "Đây là bản sao do tỉnh giữ, không phải trang gốc của {office}."


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
    drafts.extend((open_data(scope, drafts, _name(scope.commune), _publisher(scope)), imprint(scope)))
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


def frame(scope: Scope, drafts: Sequence[Draft]) -> Site:
    """What all pages of a commune's site share."""
    commune, province = scope.commune, scope.province
    profile = commune.one("profile")
    own = profile.data.base if profile else None
    base = own or (f"{slashed(province.settings.base)}{commune.slug}/" if province.settings.base else None)
    return Site(
        name=_name(commune),
        above=province.settings.name,
        day=scope.day,
        base=slashed(base) if base else None,
        home=slashed(province.settings.base) if province.settings.base else None,
        menu=tuple(Link(draft.menu, draft.url) for draft in drafts if draft.menu),
        links=(
            Link(STATUS_TITLE, STATUS),
            Link("Tra cứu A–Z", SEARCH),
            Link("Báo sai sót", ERRORS),
            Link(CORRECTIONS_SHORT, CORRECTIONS),
            Link(REPORT_TITLE, REPORT),
            Link(OPEN_DATA_TITLE, OPEN_DATA),
            Link(IMPRINT_TITLE, IMPRINT),
            Link(RELEASE_TITLE, RELEASE),
            *(Link(LIST_TITLE, LIST) for draft in drafts if draft.url == LIST),
        ),
        errors=ERRORS,
        rating=rating_of(scope),
        abbreviations=tuple((a.short, a.meaning) for a in province.words.abbreviations),
        contact=tuple(_contact(scope)),
        feeds=feed_links(drafts, _name(commune), base, scope.day),
        notice=noticed(province, _notice(scope)),
        publisher=_publisher(scope),
        indexed=_is_own(commune) and not province.settings.trial,
        search=SEARCH,
    )


def _name(commune: Commune) -> str:
    """A site that was only prepared does not call itself the People's Committee's."""
    return commune.name if _is_prepared(commune) else commune.office


def _publisher(scope: Scope) -> str:
    prepared = _is_prepared(scope.commune)
    return scope.province.settings.name if prepared else scope.commune.office


def _is_own(commune: Commune) -> bool:
    """Whether the site is a real commune's own, so that search engines may list it."""
    return commune.standing == Standing.OFFICIAL.value and not commune.fictional


def _is_prepared(commune: Commune) -> bool:
    return commune.standing == str(Standing.PREPARED.value)


def _notice(scope: Scope) -> str:
    commune = scope.commune
    if commune.fictional:
        return FICTIONAL.format(name=commune.name)
    texts = {Standing.PREPARED.value: PREPARED, Standing.MIRROR.value: MIRROR}
    return texts.get(commune.standing, "").format(office=commune.office)


def _contact(scope: Scope) -> Iterable[Link]:
    profile = scope.commune.one("profile")
    office = profile.data.office if profile else None
    if office:
        yield Link(f"Trụ sở: {office.address}", "")
        if office.phone:
            yield Link(f"Điện thoại: {office.phone}", f"tel:{dial(office.phone)}")
        if office.email:
            yield Link(f"Thư điện tử: {office.email}", f"mailto:{office.email}")


def _home(scope: Scope, drafts: Sequence[Draft]) -> Draft:
    cards = [(kind.prominent, _card_of(kind, scope)) for kind in kinds()]
    name = _name(scope.commune)
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
