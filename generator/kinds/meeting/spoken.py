"""What a loudspeaker says of a meeting: to come with the hour, held with what was promised."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.meeting.model import Meeting
from generator.words.dates import say_long_day, say_time


def spoken(record: Record[Meeting], scope: Scope) -> Iterable[str]:
    found = record.data
    if found.day >= scope.day:
        hour = f"{say_time(found.clock)} " if found.clock else ""
        yield f"Mời bà con dự: {found.name}."
        yield f"Thời gian: {hour}{say_long_day(found.day)}."
        if found.place:
            yield f"Địa điểm: {found.place}."
        yield from (f"Nội dung: {item}" for item in found.agenda)
        return
    yield f"{found.name}: đã tổ chức {say_long_day(found.day)}."
    if found.people is not None:
        yield f"Có {found.people} người dự."
    yield from (f"{promise.who} đã hứa: {promise.text}" for promise in found.promises)
