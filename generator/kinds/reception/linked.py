"""The next sessions as schema.org's Event, each on its day as it stands now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.kinds._linked import event, moment
from generator.kinds.reception.session import Session
from generator.kinds.reception.view import Schedule

SECTION = "tiep-cong-dan/"
TOLD = 8
"""Sessions of which programs are told: the page stays light."""


def upcoming(found: Schedule | None) -> Iterator[dict[str, Any]]:
    if found is None:
        return
    coming = [*([found.next] if found.next else []), *(s for month in found.coming for s in month.sessions)]
    for session in coming[:TOLD]:
        if session.day and session.hours:
            yield _event(session, session.place or found.reception.place)


def _event(session: Session, place: str) -> dict[str, Any]:
    """With the day that its rule names, where it was moved from there."""
    first, last = session.hours[0], session.hours[-1]
    day = session.day or session.planned
    told = event(f"Tiếp công dân: {session.receiver}", day, first.start, last.end, place, SECTION)
    if not session.moved:
        return told
    before = moment(session.planned, first.start)
    return {**told, "eventStatus": "https://schema.org/EventRescheduled", "previousStartDate": before}
