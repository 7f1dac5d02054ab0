"""The frame around the pages of a commune's site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.compose.a_to_z import SEARCH
from generator.compose.data import OPEN_DATA, OPEN_DATA_TITLE
from generator.compose.duties import CORRECTIONS, CORRECTIONS_SHORT, STATUS, STATUS_TITLE
from generator.compose.imprint import IMPRINT, IMPRINT_TITLE, rating_of
from generator.compose.pages import noticed, slashed
from generator.compose.released import RELEASE, RELEASE_TITLE
from generator.compose.report import REPORT, REPORT_TITLE
from generator.compose.withdrawn import LIST, LIST_TITLE
from generator.core import Commune, Draft, Link, Site
from generator.feeds import feed_links
from generator.fields.contact import dial
from generator.kinds._kind import Scope
from generator.kinds.profile import Standing

FICTIONAL = "{name} không có thật, trang chỉ để minh họa: tên người, số liệu, số điện thoại đều đặt ra."
ERRORS = "lien-he/#bao-sai-sot"
PREPARED = "Trang dựng từ sổ đăng ký công khai, chưa phải trang của {office}."
MIRROR = "Đây là bản sao do tỉnh giữ, không phải trang gốc của {office}."
FOOT = (
    Link(STATUS_TITLE, STATUS),
    Link("Tra cứu A–Z", SEARCH),
    Link("Báo sai sót", ERRORS),
    Link(CORRECTIONS_SHORT, CORRECTIONS),
    Link(REPORT_TITLE, REPORT),
    Link(OPEN_DATA_TITLE, OPEN_DATA),
    Link(IMPRINT_TITLE, IMPRINT),
    Link(RELEASE_TITLE, RELEASE),
)
"""What every foot leads to."""


def frame(scope: Scope, drafts: Sequence[Draft]) -> Site:
    """What all pages of a commune's site share."""
    commune, province = scope.commune, scope.province
    profile = commune.one("profile")
    own = profile.data.base if profile else None
    base = own or (f"{slashed(province.settings.base)}{commune.slug}/" if province.settings.base else None)
    return Site(
        name=site_name(commune),
        above=province.settings.name,
        day=scope.day,
        base=slashed(base) if base else None,
        home=slashed(province.settings.base) if province.settings.base else None,
        menu=tuple(Link(draft.menu, draft.url) for draft in drafts if draft.menu),
        links=(*FOOT, *(Link(LIST_TITLE, LIST) for draft in drafts if draft.url == LIST)),
        errors=ERRORS,
        rating=rating_of(scope),
        abbreviations=tuple((a.short, a.meaning) for a in province.words.abbreviations),
        contact=tuple(_contact(scope)),
        feeds=feed_links(drafts, site_name(commune), base, scope.day),
        notice=noticed(province, _notice(scope)),
        publisher=publisher_of(scope),
        indexed=_is_own(commune) and not province.settings.trial,
        search=SEARCH,
    )


def site_name(commune: Commune) -> str:
    """A site that was only prepared does not call itself the People's Committee's."""
    return commune.name if _is_prepared(commune) else commune.office


def publisher_of(scope: Scope) -> str:
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
