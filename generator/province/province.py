"""The province as the stages see it: everything under `content/tinh`, read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from generator.province.calendar import WorkCalendar
from generator.province.duties import Duty
from generator.province.events import LifeEvent
from generator.province.indices import Indices
from generator.province.plans import Plan
from generator.province.procedures import Procedure
from generator.province.settings import Settings
from generator.province.summaries import Summary
from generator.province.units import Unit
from generator.province.words import Words
from generator.words.fold import fold

R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True)
class Province:
    """What the province declares, by its keys."""

    settings: Settings
    units: Mapping[str, Unit]
    """Register by unit code."""
    procedures: Mapping[str, Procedure]
    """Catalogue by procedure code."""
    summaries: Mapping[str, Summary]
    duties: tuple[Duty, ...]
    events: tuple[LifeEvent, ...]
    calendar: WorkCalendar
    plans: tuple[Plan, ...] = ()
    """Those that communes carry out; none where the province declares none."""
    words: Words = field(default_factory=Words)
    """Abbreviations, and how people say what papers write."""
    signers: Mapping[str, bytes] = field(default_factory=dict)
    """Its lists of keys that may sign releases, by file name; nothing where it has allowed none."""
    indices: Indices = field(default_factory=Indices)
    """What the province is measured by; nothing where it declares none."""

    @property
    def real_units(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units.values() if not unit.fictional)

    def once(self, work: Callable[[Province, T], R], of: T) -> R:
        """What `work` makes of the province and a thing of it, made the first time; nobody changes it."""
        held, found = self._known.get((work, id(of)), (None, None))
        if held is not of:  # another process had another thing under this number
            found = work(self, of)
            self._known[work, id(of)] = of, found
        return cast("R", found)

    @cached_property
    def _known(self) -> dict[Any, Any]:
        return {}

    def unit_called(self, slug_or_code: str) -> Unit | None:
        """The unit that a folder or a command names."""
        return self.units.get(slug_or_code) or self._by_slug.get(slug_or_code)

    @cached_property
    def _by_slug(self) -> Mapping[str, Unit]:
        return {unit.slug: unit for unit in self.units.values()}

    def units_named(self, text: str) -> tuple[Unit, ...]:
        """The units that a code, an address, a name or a former name may mean; whole names before parts."""
        wanted = fold(text)
        units = self.units.values()
        exact = [u for u in units if wanted in (u.code, u.slug, fold(u.name), fold(u.short_name))]
        former = [u for u in units if any(wanted in _names(former.name) for former in u.former)]
        part = [u for u in units if wanted and wanted in fold(u.name)]
        return tuple(exact or former or part)

    def plan(self, id: str) -> Plan | None:
        return next((plan for plan in self.plans if plan.id == id), None)

    def duty(self, id: str, day: date) -> Duty | None:
        """The version of a duty that is in force on a day."""
        return next((d for d in self.duties if d.id == id and d.basis.in_force(day)), None)

    def expected(self, day: date) -> tuple[Duty, ...]:
        """What the law orders communes to disclose on a day, each duty once."""
        found = (d for d in self.duties if d.family and d.shown and d.basis.in_force(day))
        return tuple({duty.id: duty for duty in found}.values())

    def duties_of(self, kind: str, day: date) -> tuple[Duty, ...]:
        """What the law expects of a kind on a day, as a page shows it."""
        return tuple(d for d in self.duties if kind in d.kinds and d.shown and d.basis.in_force(day))


def _names(name: str) -> tuple[str, ...]:
    """ "thi tran cho chu", "tran cho chu", "cho chu": with and without the type of the unit."""
    words = fold(name).split()
    return tuple(" ".join(words[start:]) for start in range(min(3, len(words))))
