"""Recommendations made at the works that still wait for an answer (Luật 10/2022/QH15 Đ40 k1c, Đ45)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.kinds._fulfilment import Task
from generator.kinds._kind import Scope
from generator.kinds._tasks import answer_task
from generator.kinds.project.view import answer_duty, visit_cases


def tasks(scope: Scope) -> Iterator[Task]:
    """What the file of the project's own board tells too is not told twice."""
    told = _told_by_boards(scope)
    for record in scope.commune.all("project"):
        for number, visit in enumerate(record.data.visits):
            who = ", ".join(each.label for each in visit.by)
            for index, case in enumerate(visit_cases(visit, scope)):
                key = f"giam-sat-{number + 1}-{index + 1}"
                task = answer_task(record, key, case, who, answer_duty(visit), scope)
                if task and (record.id, case.recommendation.day) not in told:
                    yield task


def _told_by_boards(scope: Scope) -> set[tuple[str | None, date]]:
    """Project and day of every recommendation that stands in the file of a board."""
    boards = [record.data for record in scope.commune.all("board")]
    return {(board.project, asked.day) for board in boards for asked in board.recommendations}
