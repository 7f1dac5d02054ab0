"""What changed in the catalogue of procedures, and which communes' sites do not show it yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from generator.core import DATA, Draft
from generator.fields.codes import PROCEDURE
from generator.kinds.procedure.catalogue import url_of
from generator.overview.records import Records
from generator.overview.rows import REPORTS
from generator.overview.sites import Published
from generator.province import Procedure
from generator.province.procedures import InForce

if TYPE_CHECKING:
    from generator.overview.seen import Seen

URL, TITLE = f"{REPORTS}thu-tuc/", "Thay đổi trong danh mục thủ tục"
LATELY = timedelta(days=90)


class Change(Enum):
    """How a procedure changed, with what a site then does not show yet."""

    COMING = "sap-ap-dung", "Sắp áp dụng", "Chưa có trên trang"
    NEW = "moi-ap-dung", "Mới áp dụng", "Chưa có trên trang"
    ENDING = "sap-het", "Sắp hết áp dụng", "Chưa ghi ngày hết"
    ENDED = "da-het", "Đã hết áp dụng", "Vẫn hiện như còn áp dụng"
    REVISED = "nguon-sua", "Nguồn sửa nội dung", "Còn là bản trước khi sửa"
    LACKING = "con-thieu", "Có trong danh mục, có nơi chưa có trang", "Chưa có trên trang"
    """Whenever it came into the catalogue: no source tells that day."""

    def __init__(self, id: str, title: str, behind: str) -> None:
        self.id, self.title, self.behind = id, title, behind


@dataclass(frozen=True)
class Told:
    """What a site says of a procedure; days are as its data file writes them."""

    until: str
    updated: str
    built: date


@dataclass(frozen=True)
class Changed:
    """One procedure that changed."""

    procedure: Procedure
    day: date
    """On which the change holds."""
    showing: int
    """Communes whose site has a page of it."""
    behind: tuple[Published, ...]


@dataclass(frozen=True)
class Changes:
    """Facts of the page."""

    day: date
    since: date
    joined: int
    total: int
    undated: int
    """Procedures of which the source gives no day from or until which they apply."""
    fetched: date | None
    groups: tuple[tuple[Change, tuple[Changed, ...]], ...]
    """Only those that have any."""
    removed: tuple[tuple[str, tuple[Published, ...]], ...]
    """Codes that are no longer in the catalogue, and whose sites still list them."""


def unknown(records: Records, procedures: Mapping[str, Procedure]) -> frozenset[str]:
    """Codes that one commune's site lists and that are not in the catalogue."""
    codes = {str(row.get("ma")) for row in records.procedures} - {*procedures}
    return frozenset(code for code in codes if PROCEDURE.fullmatch(code))


def catalogue_page(
    procedures: Mapping[str, Procedure], found: Sequence[Seen], built: Mapping[str, date], day: date
) -> Draft:
    """`found`: of the communes that have joined; `built`: by unit code, on which day each site was built."""
    sites = [one.site for one in found]
    dated = {
        change: tuple(
            _changed(change, one, when, sites, built) for one, when in _of(change, procedures, day)
        )
        for change in CHANGED
    }
    named = {one.procedure.code for found in dated.values() for one in found}
    others = [one for one in procedures.values() if one.code not in named]
    lacking = tuple(one for one in _lacking(others, sites, day) if one.behind)
    facts = Changes(
        day,
        day - LATELY,
        len(sites),
        len(procedures),
        sum(not (one.since or one.until) for one in procedures.values()),
        max((one.fetched for one in procedures.values()), default=None),
        tuple((change, found) for change, found in {**dated, Change.LACKING: lacking}.items() if found),
        tuple(_removed(found)),
    )
    lead = "Thủ tục nào mới, sửa, hết áp dụng; trang của xã, phường nào chưa theo kịp."
    return Draft(URL, TITLE, "province/bao-cao-thu-tuc.html", facts, lead, REPORTS)


def _lacking(others: Iterable[Procedure], sites: Sequence[Published], day: date) -> Iterator[Changed]:
    """Procedures that apply and that no day tells of, with the sites that have no page of them."""
    for one in others:
        if one.in_force(day) is InForce.CURRENT:
            behind = tuple(site for site in sites if site.file(f"{url_of(one.code)}index.html") is None)
            yield Changed(one, one.fetched, len(sites) - len(behind), behind)


def _removed(found: Sequence[Seen]) -> Iterator[tuple[str, tuple[Published, ...]]]:
    by_code: dict[str, list[Published]] = {}
    for one in found:
        for code in one.unknown:
            by_code.setdefault(code, []).append(one.site)
    return ((code, tuple(own)) for code, own in sorted(by_code.items()))


def _of(change: Change, procedures: Mapping[str, Procedure], day: date) -> list[tuple[Procedure, date]]:
    """Those that changed so, in the order of their days."""
    ahead, days = change in (Change.COMING, Change.ENDING), CHANGED[change]
    told = [(one, when) for one in procedures.values() if (when := days(one))]
    found = [(one, when) for one, when in told if (day < when if ahead else day - LATELY <= when <= day)]
    return sorted(found, key=lambda pair: (pair[1], pair[0].code))


def _ends(one: Procedure) -> date | None:
    """The first day on which it no longer applies."""
    return one.until + timedelta(days=1) if one.until else None


CHANGED: Mapping[Change, Callable[[Procedure], date | None]] = {
    Change.COMING: lambda one: one.since,
    Change.NEW: lambda one: one.since,
    Change.ENDING: _ends,
    Change.ENDED: _ends,
    Change.REVISED: lambda one: one.updated,
}


def _changed(
    change: Change, one: Procedure, when: date, sites: Sequence[Published], built: Mapping[str, date]
) -> Changed:
    told = [(site, _told(site, one, built[site.unit.code])) for site in sites]
    return Changed(
        one,
        when,
        sum(own is not None for _, own in told),
        tuple(site for site, own in told if _is_behind(change, one, own)),
    )


def _told(site: Published, one: Procedure, built: date) -> Told | None:
    """None where the site has no page of it."""
    url = url_of(one.code)
    if site.file(f"{url}index.html") is None:
        return None
    told = site.json(f"{url}{DATA}.json")
    source = told.get("ban_goc") if isinstance(told, dict) else None
    source = source if isinstance(source, dict) else {}
    return Told(str(source.get("hieu_luc_den", "")), str(source.get("nguon_cap_nhat", "")), built)


def _is_behind(change: Change, one: Procedure, told: Told | None) -> bool:
    if told is None:
        return change in (Change.COMING, Change.NEW)
    ends = told.until == str(one.until)
    if change is Change.ENDING:
        return not ends
    if change is Change.ENDED:
        return not ends or told.built <= (one.until or told.built)
    return change is Change.REVISED and told.updated != str(one.updated)
