"""Which thôn were reached by a meeting: computed from the thôn of `xa.yml`, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.kinds._kind import Scope
from generator.kinds.initiative.model import Initiative, Session
from generator.words.money import share


@dataclass(frozen=True)
class Line:
    """One thôn with its meetings so far."""

    name: str
    meetings: int
    last: date | None
    next: date | None
    """The next one that is announced."""


@dataclass(frozen=True)
class Reach:
    """All thôn of the commune."""

    lines: tuple[Line, ...]

    @property
    def missing(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if not line.meetings)

    @property
    def reached(self) -> int:
        return len(self.lines) - len(self.missing)

    @property
    def percent(self) -> Decimal | None:
        """None where the profile names no thôn."""
        return share(self.reached, len(self.lines))


def reach(initiative: Initiative, scope: Scope) -> Reach:
    profile = scope.commune.one("profile")
    by_thon: dict[str, list[Session]] = {}
    for session in initiative.sessions:
        for id in dict.fromkeys(session.thon):
            by_thon.setdefault(id, []).append(session)
    thon = profile.data.thon if profile else []
    return Reach(tuple(_line(one.full_name, by_thon.get(one.id, []), scope.day) for one in thon))


def _line(name: str, sessions: list[Session], day: date) -> Line:
    past = [session.day for session in sessions if session.day <= day]
    coming = [session.day for session in sessions if session.day > day]
    return Line(name, len(past), max(past, default=None), min(coming, default=None))
