"""What the reception page shows, worked out for one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.kinds._kind import Scope
from generator.kinds.reception.model import Reception, YearPlan
from generator.kinds.reception.session import Session
from generator.kinds.reception.sessions import sessions
from generator.words.dates import say_days_left


@dataclass(frozen=True)
class Month:
    """The sessions of one month under its heading."""

    title: str
    sessions: tuple[Session, ...]


@dataclass(frozen=True)
class Schedule:
    """The schedule as it stands on a day."""

    day: date
    reception: Reception
    plans: tuple[YearPlan, ...]
    """Years that are still shown, soonest first."""
    next: Session | None
    coming: tuple[Month, ...]
    """Sessions after the next one."""
    past: tuple[Month, ...]
    """Latest month first."""
    past_count: int
    ended: int | None
    """The last declared year, where all its sessions are over."""
    shown: tuple[Session, ...] = ()
    """Those that have hours, put off and past ones too, from the year before on: what was told stays told."""

    @property
    def ahead(self) -> tuple[Session, ...]:
        """Those that will be held on a known day."""
        return tuple(session for session in self.shown if session.day and session.day >= self.day)

    @property
    def left(self) -> str:
        """How far off the next session is."""
        return say_days_left(self.next.day, self.day) if self.next and self.next.day else ""


def schedule(scope: Scope) -> Schedule | None:
    """None where the commune has disclosed no schedule."""
    record = scope.commune.one("reception")
    if record is None:
        return None
    reception: Reception = record.data
    found = all_sessions(reception, scope)
    coming = [s for s in found if (s.day or s.planned) >= scope.day]
    past = found[: len(found) - len(coming)]
    following = next((s for s in coming if s.day), None)
    plans = tuple(p for p in reception.years if p.year >= scope.day.year) or tuple(reception.years[-1:])
    first = min(scope.day.year - 1, *(plan.year for plan in plans))
    return Schedule(
        day=scope.day,
        reception=reception,
        plans=plans,
        next=following,
        coming=tuple(_months(s for s in coming if s is not following)),
        past=tuple(reversed(list(_months(past)))),
        past_count=len(past),
        ended=None if coming else max(plan.year for plan in reception.years),
        shown=tuple(s for s in found if s.hours and (s.day or s.planned).year >= first),
    )


def all_sessions(reception: Reception, scope: Scope) -> list[Session]:
    """Sessions of all declared years, soonest first."""
    calendar = scope.province.calendar
    found = [s for plan in reception.years for s in sessions(plan, reception.place, calendar)]
    return sorted(found, key=lambda s: s.sort_key)


def _months(found: Iterable[Session]) -> Iterable[Month]:
    for (year, month), group in groupby(
        found, lambda s: ((s.day or s.planned).year, (s.day or s.planned).month)
    ):
        yield Month(f"Tháng {month}/{year}", tuple(group))
