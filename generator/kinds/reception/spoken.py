"""What a loudspeaker says of the reception of citizens: the sessions of the coming days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds._spoken import when
from generator.kinds.reception.model import Reception
from generator.kinds.reception.view import all_sessions

SOON = timedelta(days=7)


def spoken(record: Record[Reception], scope: Scope) -> Iterable[str]:
    found = record.data
    soon = [s for s in all_sessions(found, scope) if s.day and scope.day <= s.day <= scope.day + SOON]
    yield f"Lịch tiếp công dân của {scope.commune.office}."
    for session in soon:
        if session.day:
            yield f"{session.receiver} tiếp công dân {when(session.day)}."
        yield f"Giờ tiếp: {session.said_hours}."
        yield f"Nơi tiếp: {session.place or found.place}."
    if not soon:
        yield "Trong 7 ngày tới không có buổi tiếp của người đứng đầu."
    if found.regular:
        yield f"Tiếp thường xuyên: {found.regular.days}."
        yield f"Người tiếp: {found.regular.receiver}."
    if found.phone:
        yield f"Gọi hỏi trước số {found.phone}."


def occasions(record: Record[Reception], scope: Scope) -> Iterable[date]:
    return (session.day for session in all_sessions(record.data, scope) if session.day)
