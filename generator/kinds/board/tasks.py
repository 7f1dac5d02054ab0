"""Recommendations of the boards that still wait for an answer (Luật 10/2022/QH15 Đ40 k1c, Đ45)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds._fulfilment import Task
from generator.kinds._kind import Scope
from generator.kinds._tasks import answer_task
from generator.kinds.board.concerns import ANSWERS, board_cases


def tasks(scope: Scope) -> Iterator[Task]:
    for record in scope.commune.all("board"):
        board = record.data
        who = board.name or board.type.label
        for index, case in enumerate(board_cases(board, scope)):
            task = answer_task(record, f"kien-nghi-{index + 1}", case, who, ANSWERS[board.type], scope)
            if task:
                yield task
