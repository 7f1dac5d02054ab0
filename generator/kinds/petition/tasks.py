"""Petitions that still wait for an answer: by the limit of a duty, or by the day that was promised."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds._deadlines import limit
from generator.kinds._fulfilment import Task
from generator.kinds._kind import Scope
from generator.kinds._tasks import add_to
from generator.kinds.petition.state import duty_of, state
from generator.province.verdicts import Due


def tasks(scope: Scope) -> Iterator[Task]:
    for record in scope.commune.all("petition"):
        found = state(record.data, scope)
        if found.open and found.due:
            petition, duty = record.data, duty_of(record.data)
            by_law = limit(duty, petition.received, scope)
            promised = Due(petition.received, found.due, "ngày đã hẹn với người gửi")
            due = by_law if by_law and by_law.day == found.due else promised
            what = f"Trả lời phản ánh, kiến nghị {record.id}: {petition.subject}"
            mend = f"{add_to(record, 'tra_loi', scope)} khi đã trả lời."
            yield Task(record, "tra-loi", what, due, mend, duty if due is by_law else "")
