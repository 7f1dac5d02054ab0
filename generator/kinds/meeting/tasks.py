"""What meetings leave to be done: an invitation before, the promises made there after."""

from __future__ import annotations

from collections.abc import Iterator

from generator.core import Record
from generator.kinds._deadlines import limit
from generator.kinds._fulfilment import Task
from generator.kinds._kind import Scope
from generator.kinds._tasks import add_to
from generator.kinds.meeting.model import Meeting
from generator.province.verdicts import Due
from generator.words.dates import say_day


def tasks(scope: Scope) -> Iterator[Task]:
    for record in scope.commune.all("meeting"):
        yield from _invitation(record, scope)
        yield from _promises(record, scope)


def _invitation(record: Record[Meeting], scope: Scope) -> Iterator[Task]:
    """Of a meeting to come that nobody has been invited to yet; what is over cannot be mended."""
    meeting = record.data
    due = limit(meeting.type.notice, meeting.day, scope)
    if due and meeting.told is None and meeting.day >= scope.day:
        what = f"Báo trước, mời họp: {meeting.name}, ngày {say_day(meeting.day)}"
        yield Task(
            record,
            "moi",
            what,
            due,
            f"{add_to(record, 'ngay_moi', scope)} khi đã báo.",
            meeting.type.notice,
        )


def _promises(record: Record[Meeting], scope: Scope) -> Iterator[Task]:
    for index, promise in enumerate(record.data.promises):
        if promise.due and promise.done is None:
            what = f"Việc đã hứa với Nhân dân: {promise.text} ({promise.who})"
            due = Due(record.data.day, promise.due, f"ngày đã hứa ở “{record.data.name}”")
            mend = f"{add_to(record, 'xong', scope)} vào viec_da_hua, mục {index + 1}, khi đã làm xong."
            yield Task(record, f"hua-{index + 1}", what, due, mend)
