"""What a loudspeaker says of a meeting: to come with the hour, held with what was promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds._spoken import when
from generator.kinds.meeting.model import Meeting, Promise
from generator.words.dates import say_day


def spoken(record: Record[Meeting], scope: Scope) -> Iterable[str]:
    found = record.data
    if found.day >= scope.day:
        yield f"Mời bà con dự: {found.name}."
        yield f"Thời gian: {when(found.day, found.clock)}."
        if found.place:
            yield f"Địa điểm: {found.place}."
        yield from (f"Nội dung: {item}." for item in found.agenda)
        return
    yield f"{found.name}."
    yield f"Đã tổ chức {when(found.day)}."
    if found.people is not None:
        yield f"Có {found.people} người dự."
    for promise in found.promises:
        yield from _promise(promise)


def occasions(record: Record[Meeting], scope: Scope) -> Iterable[date]:
    yield record.data.day


def _promise(promise: Promise) -> Iterator[str]:
    yield f"{promise.who} hứa: {promise.text}."
    if promise.done:
        yield f"Đã làm xong ngày {say_day(promise.done)}."
    elif promise.due:
        yield f"Hẹn xong ngày {say_day(promise.due)}."
