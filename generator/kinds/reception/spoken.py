"""What a loudspeaker says of the reception of citizens: the sessions of the coming days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.reception.model import Reception
from generator.kinds.reception.view import all_sessions
from generator.words.dates import say_long_day

SOON = timedelta(days=7)


def spoken(record: Record[Reception], scope: Scope) -> Iterable[str]:
    found = record.data
    yield "Lịch tiếp công dân trong bảy ngày tới."
    for session in all_sessions(found, scope):
        if session.day and scope.day <= session.day <= scope.day + SOON:
            yield f"{say_long_day(session.day)}, {session.said_hours}: {session.receiver} tiếp công dân."
            if session.place:
                yield f"Nơi tiếp: {session.place}."
    if found.phone:
        yield f"Gọi hỏi trước: {found.phone}."
