"""What people wait for beside disclosures: answers, recognitions, promises whose day is over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.core import Link
from generator.kinds import kinds
from generator.kinds._kind import Scope
from generator.province.verdicts import Timeliness, say_timeliness
from generator.words.dates import say_day


@dataclass(frozen=True)
class Waiting:
    """One of them, with the page that tells of it."""

    what: str
    page: Link | None
    label: str
    due: str


def waiting_of(scope: Scope, pages: Mapping[str, Link]) -> Iterator[Waiting]:
    """The longest overdue first."""
    found = [task for kind in kinds() for task in kind.tasks(scope) if task.due.day < scope.day]
    for task in sorted(found, key=lambda each: each.due.day):
        label = say_timeliness(Timeliness.OVERDUE, (scope.day - task.due.day).days)
        due = f"Hạn: {say_day(task.due.day)}, {task.due.count}."
        yield Waiting(task.what, pages.get(task.record.source.path), label, due)
