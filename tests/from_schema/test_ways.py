"""The tasks of the guide, done by hand and in the workbook: both ways give the same file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.from_schema.ways import TASKS, Task
from tests.from_schema.workbooks import Edited


@pytest.mark.parametrize("task", TASKS, ids=[task.name for task in TASKS])
def test_by_hand_and_in_the_workbook_a_task_gives_the_same_file(tmp_path: Path, task: Task) -> None:
    edited = Edited(tmp_path, task.kind)
    task.in_workbook(edited)
    found = edited.plan()
    assert [str(problem.place) + problem.sentence for problem in found.problems] == []
    (change,) = found.changes
    assert (change.path, change.content) == (task.path, task.by_hand(tmp_path))
