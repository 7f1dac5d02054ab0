"""What the guide has people write for each task is what the task is tried with."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.tidy import tidy
from tests.conftest import ROOT
from tests.from_schema.ways import TASKS, Task
from tests.from_schema.workbooks import SAMPLE

GUIDE = ROOT / "docs" / "huong-dan"
DATES = re.compile(r"^thoi_gian:\n(?:  .*\n)+", re.MULTILINE)


def _blocks(task: str) -> list[str]:
    """The pieces of YAML of a page, in order."""
    return re.findall(r"```yaml\n(.*?)```", (GUIDE / f"{task}.md").read_text("utf-8"), re.DOTALL)


def _project(before: str) -> str:
    return _blocks("du-an")[0]


def _schedule(before: str) -> str:
    """At the end of the list that is there."""
    told = _blocks("lich-tiep-cong-dan")[0].removeprefix("    dieu_chinh:\n")
    return before.replace("    da_tiep:\n", f"{told}    da_tiep:\n", 1)


def _answer(before: str) -> str:
    return before + _blocks("kien-nghi")[0]


def _correction(before: str) -> str:
    dates, told = _blocks("dinh-chinh")
    return DATES.sub(dates, before) + told


def _declaration(before: str) -> str:
    return before + _blocks("khong-phat-sinh")[0].removeprefix("khong_phat_sinh:\n")


IN_GUIDE: Mapping[str, Callable[[str], str]] = {
    "schedule": _schedule,
    "project": _project,
    "answer": _answer,
    "correction": _correction,
    "nothing to disclose": _declaration,
}


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_what_the_guide_shows_gives_the_same_file(tmp_path: Path, task: Task) -> None:
    before = (SAMPLE / task.path).read_text("utf-8") if (SAMPLE / task.path).exists() else ""
    file = tmp_path / "guide" / "xa" / "xa-mau" / task.path
    file.parent.mkdir(parents=True)
    file.write_text(IN_GUIDE[task.name](before), "utf-8")
    done = tidy(file)
    assert done.problems == ()
    assert done.content == task.by_hand(tmp_path)
