"""The sessions of a month on a poster: this month, and the next once it is near."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet
from generator.kinds.reception.model import Reception
from generator.kinds.reception.session import SECTION, Session
from generator.kinds.reception.view import all_sessions
from generator.words.dates import say_day, say_weekday

SOON = timedelta(days=10)
"""How long before a month begins its poster can be printed."""


def papers(scope: Scope) -> Iterator[Sheet]:
    record = scope.commune.one("reception")
    if record is None:
        return
    found = all_sessions(record.data, scope)
    months = {(day.year, day.month) for day in (scope.day, scope.day + SOON)}
    for year, month in sorted(months):
        sessions = [s for s in found if _month(s.day or s.planned) == (year, month)]
        yield Sheet(
            f"{SECTION}{year}-{month:02}",
            f"Lịch tiếp công dân tháng {month}/{year}",
            "reception/month.typ",
            _facts(record.data, sessions),
            SECTION,
            record,
        )


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _facts(reception: Reception, sessions: list[Session]) -> dict[str, Any]:
    regular = reception.regular
    return {
        "place": reception.place,
        "address": reception.address or "",
        "phone": reception.phone or "",
        "regular": f"{regular.days}: {_hours(regular.hours)}\n{regular.receiver}" if regular else "",
        "sessions": [_session(session, reception) for session in sessions],
        "bring": list(reception.bring),
    }


def _session(session: Session, reception: Reception) -> dict[str, Any]:
    day = session.day or session.planned
    moved = f"Dời từ {say_day(session.planned)}" if session.day and session.moved else ""
    notes = (
        "" if session.day else "Hoãn, chưa có ngày mới",
        moved,
        *(change.label for change in session.shown),
        f"Lý do: {session.reason}" if session.reason else "",
        f"Nội dung: {session.content}" if session.content else "",
        f"Nơi tiếp: {session.place}" if session.place != reception.place else "",
    )
    return {
        "weekday": say_weekday(day),
        "day": f"{day:%d/%m}",
        "off": session.day is None,
        "hours": session.said_hours,
        "receiver": f"{session.receiver}, {session.name}" if session.name else session.receiver,
        "notes": [note for note in notes if note],
    }


def _hours(spans: Any) -> str:
    return "; ".join(span.say() for span in spans)
