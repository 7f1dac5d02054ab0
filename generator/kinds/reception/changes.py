"""Changes of single sessions in the order of the file: of which each speaks, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from generator.kinds.reception.model import Change, ChangeKind
from generator.kinds.reception.session import Session


def apply(found: Iterable[Session], changes: Iterable[Change]) -> tuple[list[Session], list[list[Session]]]:
    """The sessions as changed, and for each change those that it spoke of, as they stood before it."""
    now = list(found)
    first, told = [session.day for session in now], []
    for change in changes:
        places = [] if change.kind is ChangeKind.EXTRA else _places(change, now, first)
        told.append([now[place] for place in places])
        for place in places:
            now[place] = _changed(now[place], change)
    return now, told


def _places(change: Change, now: Sequence[Session], first: Sequence[date | None]) -> list[int]:
    """By the day it had before any change; else by the day that it was moved to."""
    named = [n for n, session in enumerate(now) if change.rule in (None, session.rule or session.extra)]
    own = [n for n in named if change.day in (now[n].planned, first[n])]
    return own or [n for n in named if change.day == now[n].day]


def _changed(session: Session, change: Change) -> Session:
    return replace(
        session,
        day=change.new_day if change.kind is ChangeKind.MOVED else session.day,
        hours=change.hours or session.hours,
        receiver=change.receiver or session.receiver,
        name="" if change.receiver else session.name,
        attendees=tuple(change.attendees) or session.attendees,
        content=change.content or session.content,
        place=change.place or session.place,
        link=change.link or session.link,
        changes=(*session.changes, change.kind),
        reason=change.reason or session.reason,
        posted=max((day for day in (change.posted, session.posted) if day), default=None),
    )
