"""The province's own page: find a commune by today's or a former name, and what there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.compose.commune import slashed
from generator.core import Draft, Outcome, Site
from generator.province import Province, Unit
from generator.words.order import first_letter, vi_key


@dataclass(frozen=True)
class Entry:
    """One unit of the register, with its site where there is one."""

    unit: Unit
    outcome: Outcome | None


@dataclass(frozen=True)
class Letter:
    """The units whose names start alike."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Finder:
    """Facts of the province's page."""

    letters: tuple[Letter, ...]
    sites: tuple[Outcome, ...]
    """Real communes that have a site here."""
    fictional: tuple[Outcome, ...]
    units: int
    communes: int
    """xã"""
    wards: int
    """phường"""
    official: int
    prepared: int


def compose_province(
    province: Province, outcomes: Sequence[Outcome], day: date
) -> tuple[Site, tuple[Draft, ...]]:
    """Frame and pages of the province; `outcomes` are the sites that stand below it."""
    settings = province.settings
    site = Site(
        name="Công khai cấp xã",
        above=settings.name,
        day=day,
        base=slashed(settings.base) if settings.base else None,
    )
    facts = _finder(province.real_units, outcomes)
    lead = f"Tìm trang công khai của {facts.units} xã, phường {settings.name.lower()} theo tên mới hoặc tên cũ."
    return site, (Draft("", "Tìm xã, phường", "province/home.html", facts, lead),)


def _finder(units: Iterable[Unit], outcomes: Sequence[Outcome]) -> Finder:
    by_code = {outcome.code: outcome for outcome in outcomes}
    entries = [Entry(unit, by_code.get(unit.code)) for unit in units]
    entries.sort(key=lambda entry: vi_key(entry.unit.short_name))
    real = [outcome for outcome in outcomes if not outcome.fictional]
    return Finder(
        letters=tuple(
            Letter(name, tuple(group))
            for name, group in groupby(entries, key=lambda entry: first_letter(entry.unit.short_name))
        ),
        sites=tuple(sorted(real, key=lambda outcome: vi_key(outcome.name))),
        fictional=tuple(outcome for outcome in outcomes if outcome.fictional),
        units=len(entries),
        communes=sum(entry.unit.kind == "xã" for entry in entries),
        wards=sum(entry.unit.kind == "phường" for entry in entries),
        official=sum(outcome.standing == "chinh_thuc" for outcome in real),
        prepared=sum(outcome.standing == "cho_tiep_nhan" for outcome in real),
    )
