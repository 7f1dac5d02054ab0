"""How each duty of a commune stands, by what its site tells (`cong-khai.json`).

Of what a site says only codes, numbers and days count; names and weights come from the province's own list
of duties, so no copy can put words on the province's pages or weigh its own work.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Any

from generator.compose.duties.data import FILE
from generator.overview.sites import Published
from generator.province import Duty
from generator.province.verdicts import DutyStanding, Fulfilment, Timeliness, standing_of

STATES = {state.value: state for state in Fulfilment}
TIMES = {timeliness.value: timeliness for timeliness in Timeliness}
DONE = (DutyStanding.PUBLISHED, DutyStanding.EMPTY)
EARLY = timedelta(days=1)
"""So much later than the province's own day a site may have been built: clocks differ."""
MOST = 2_000
"""Entries of one site that are read: the fullest has a hundred."""
COUNTED = (*DONE, DutyStanding.MISSING, DutyStanding.OVERDUE)
"""What the share is taken of: what is not due yet and what does not apply is left out."""


@dataclass(frozen=True, slots=True)
class Item:
    """One period or record of a duty, as the site tells it."""

    duty: Duty
    state: Fulfilment
    timeliness: Timeliness
    days: int = 0
    due: date | None = None
    changed: date | None = None
    """When what fulfils it was last posted or changed."""
    lacking: int = 0
    """Forms beside the website that the law orders and that are not told."""

    @property
    def open(self) -> bool:
        return self.state is Fulfilment.MISSING


@dataclass(frozen=True)
class Account:
    """What one commune discloses, as of a day."""

    day: date
    """On which the site was built."""
    items: tuple[Item, ...]
    """Those of one duty side by side."""

    @property
    def last_change(self) -> date | None:
        """When anything was last posted, changed or declared; None where nothing ever was."""
        return max((item.changed for item in self.items if item.changed), default=None)

    @cached_property
    def standings(self) -> Mapping[str, DutyStanding]:
        """By id of the duty."""
        own = groupby(self.items, key=attrgetter("duty.id"))
        return {id: standing_of(tuple(items)) for id, items in own}

    @cached_property
    def share(self) -> int | None:
        """Weighted percent of the duties that are fulfilled or declared empty, rounded down; None of nothing."""
        weights = {item.duty.id: item.duty.weight for item in self.items}
        counted = {id: place for id, place in self.standings.items() if place in COUNTED}
        done = sum(weights[id] for id, place in counted.items() if place in DONE)
        return percent(done, sum(weights[id] for id in counted))

    @cached_property
    def timely(self) -> int | None:
        """Percent in time of what has a deadline that has come, rounded down; None of nothing."""
        return percent(self.on_time, self.on_time + self.late + self.overdue_items)

    @property
    def on_time(self) -> int:
        """Periods and records."""
        return self._timed(Timeliness.ON_TIME)

    @property
    def late(self) -> int:
        """Those that came after their deadline."""
        return self._timed(Timeliness.LATE)

    @property
    def overdue_items(self) -> int:
        """Those whose deadline has passed and that are still not there."""
        return self._timed(Timeliness.OVERDUE)

    def _timed(self, timeliness: Timeliness) -> int:
        return sum(item.timeliness is timeliness for item in self.items)

    def count(self, *places: DutyStanding) -> int:
        """Duties that stand so."""
        return sum(place in places for place in self.standings.values())

    @property
    def counted(self) -> int:
        """Duties that the share is taken of."""
        return self.count(*COUNTED)

    @property
    def overdue(self) -> int:
        return self.count(DutyStanding.OVERDUE)

    @property
    def empty(self) -> int:
        return self.count(DutyStanding.EMPTY)


def percent(part: int, whole: int) -> int | None:
    """Rounded down; None of nothing."""
    return 100 * part // whole if whole else None


def mean_of(values: Collection[int]) -> int | None:
    """Rounded down; None of nothing."""
    return sum(values) // len(values) if values else None


def account_of(site: Published, duties: Mapping[str, Duty], day: date) -> Account | None:
    """What a site tells; None where it tells nothing that can be read."""
    told = site.json(FILE)
    if not isinstance(told, dict) or told.get("ma_don_vi") != site.unit.code:
        return None
    built, entries = _day(told.get("ngay")), told.get("nghia_vu")
    if built is None or built > day + EARLY or not isinstance(entries, list):
        return None
    return Account(built, items_of((_shown(entry, site) for entry in entries[:MOST]), duties, day))


def items_of(entries: Iterable[Any], duties: Mapping[str, Duty], day: date) -> tuple[Item, ...]:
    """The entries of duties that the province knows; a deadline that has passed since counts as passed."""
    found = [item for entry in entries for item in _item(entry, duties, day)]
    return tuple(sorted(found, key=lambda item: item.duty.id))


def _shown(entry: Any, site: Published) -> Any:
    """What is said to be published on a page that is not there is not published."""
    address = entry.get("dia_chi") if isinstance(entry, dict) else None
    if address is None or entry.get("tinh_trang") != Fulfilment.PUBLISHED.value or site.there(address):
        return entry
    return {**entry, "tinh_trang": Fulfilment.MISSING.value, "thoi_han": Timeliness.UNKNOWN.value}


def _item(entry: Any, duties: Mapping[str, Duty], day: date) -> Iterator[Item]:
    if not isinstance(entry, dict):
        return
    duty = duties.get(str(entry.get("ma")))
    state, timeliness = STATES.get(str(entry.get("tinh_trang"))), TIMES.get(str(entry.get("thoi_han")))
    if duty is None or state is None or timeliness is None:
        return
    days, due = _number(entry.get("so_ngay")), _day(entry.get("han"))
    if state is Fulfilment.MISSING and timeliness is Timeliness.DUE and due:
        timeliness = Timeliness.OVERDUE if due < day else timeliness
        days = abs((day - due).days)
    lacking = entry.get("hinh_thuc_con_thieu")
    changed = _day(entry.get("ngay_cap_nhat"))
    changed = changed if changed and changed <= day else None
    yield Item(
        duty, state, timeliness, days, due, changed, len(lacking) if isinstance(lacking, list) else 0
    )


def _number(value: object) -> int:
    return value if type(value) is int and 0 < value < 10**6 else 0


def _day(value: object) -> date | None:
    try:
        found = date.fromisoformat(str(value))
    except ValueError:
        return None
    return found if 1990 <= found.year <= 2100 else None
