"""What the guide has people write for each task is what the task is tried with."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.tidy import tidy
from tests.conftest import ROOT
from tests.from_schema import test_ways as ways
from tests.from_schema.workbooks import SAMPLE

GUIDE = ROOT / "docs" / "huong-dan"
DATES = re.compile(r"^thoi_gian:\n(?:  .*\n)+", re.MULTILINE)


def _blocks(task: str) -> list[str]:
    """The pieces of YAML of a page, in order."""
    return re.findall(r"```yaml\n(.*?)```", (GUIDE / f"{task}.md").read_text("utf-8"), re.DOTALL)


def _project(before: str) -> str:
    return _blocks("du-an")[0]


def _schedule(before: str) -> str:
    return before.replace("    dieu_chinh:\n", _blocks("lich-tiep-cong-dan")[0], 1)


def _answer(before: str) -> str:
    return before + _blocks("kien-nghi")[0]


def _correction(before: str) -> str:
    dates, told = _blocks("dinh-chinh")
    return DATES.sub(dates, before) + told


def _declaration(before: str) -> str:
    return before + _blocks("khong-phat-sinh")[0].removeprefix("khong_phat_sinh:\n")


@pytest.mark.parametrize(
    ("path", "guide", "tried"),
    [
        ("tiep-cong-dan.yml", _schedule, ways._changed_schedule),
        ("du-an/DA-2026-09.yml", _project, lambda _: ways.NEW_PROJECT),
        ("kien-nghi/2026-024.yml", _answer, ways._answered),
        ("du-an/DA-2026-03.yml", _correction, ways._corrected),
        ("khong-phat-sinh.yml", _declaration, ways._declared),
    ],
    ids=["schedule", "project", "answer", "correction", "nothing to disclose"],
)
def test_what_the_guide_shows_gives_the_same_file(
    tmp_path: Path, path: str, guide: Callable[[str], str], tried: Callable[[str], str]
) -> None:
    before = (SAMPLE / path).read_text("utf-8") if (SAMPLE / path).exists() else ""
    written = []
    for name, change in (("guide", guide), ("tried", tried)):
        file = tmp_path / name / "xa" / "xa-mau" / path
        file.parent.mkdir(parents=True)
        file.write_text(change(before), "utf-8")
        done = tidy(file)
        assert done.content is not None, done.problems
        written.append(done.content)
    assert written[0] == written[1]
