"""The tasks of the guide, filled in through the forms: the same file as by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.from_schema.form_page import FormPage
from tests.from_schema.ways import TASKS, Task

pytestmark = [pytest.mark.browser]
SHORT = "nothing to disclose"
"""Tried by `make test` too; the others take a minute."""


@pytest.mark.parametrize(
    "task",
    [
        pytest.param(task, marks=[] if task.name == SHORT else [pytest.mark.long], id=task.name)
        for task in TASKS
    ],
)
def test_in_the_forms_a_task_gives_the_same_file_as_by_hand(
    form: FormPage, task: Task, tmp_path: Path
) -> None:
    task.in_form(form)
    assert form.save(task.path).encode() == task.by_hand(tmp_path)
