"""A file that cannot be read keeps nothing said about the others from being told, and nothing untrue is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.core import Level, Problem
from generator.inspection import Question, inspect_commune, judge
from generator.load import Changes
from generator.province import Province
from tests.conftest import CONTENT, DAY

SAMPLE = CONTENT / "xa" / "xa-mau"
FILES = sorted(path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*.yml"))
UNREADABLE = b"x: [\n"
ALARMS = "bao-nham.yml"
"""While it cannot be read, nothing is known to be a false alarm."""


def told(province: Province, folder: Path, changes: Changes) -> set[tuple[str, Problem]]:
    """What is said, each with its file."""
    found = inspect_commune(Question(province, DAY), folder, changes)
    return {(problem.place.path.removeprefix(f"{folder.as_posix()}/"), problem) for problem in found}


def test_mistakes_of_all_files_are_told_at_once(province: Province) -> None:
    name = "du-an/DA-2026-01.yml"
    project = (SAMPLE / name).read_bytes().replace(b"so_tien: 650000000", b"so_tien: 650000001")
    wrong: Changes = {"xa.yml": UNREADABLE, name: project}
    scope, _ = judge(Question(province, DAY), SAMPLE, wrong)
    assert scope is None
    errors = {(path, p.code) for path, p in told(province, SAMPLE, wrong) if p.level is Level.ERROR}
    assert {("xa.yml", "bracket_unclosed"), (name, "sum_differs")} <= errors
    assert {path for path, _ in errors} == {"xa.yml", name}


@pytest.mark.parametrize("name", ["xa.yml", "du-an/DA-2026-01.yml", "tiep-cong-dan.yml"])
def test_an_unreadable_file_of_the_sample_makes_no_other_wrong(name: str, province: Province) -> None:
    found = told(province, SAMPLE, {name: UNREADABLE})
    assert {path for path, problem in found if problem.level is Level.ERROR} == {name}


@pytest.mark.long
@pytest.mark.parametrize("name", [name for name in FILES if name != ALARMS])
def test_only_what_misses_something_waits(name: str, province: Province) -> None:
    whole, rest = (told(province, SAMPLE, changes) for changes in ({}, {name: UNREADABLE}))
    assert {entry for entry in rest if entry[0] != name} <= whole
    waiting = {problem.code for path, problem in whole - rest if path != name}
    counted = {"posted_late"} if name == "xa.yml" else set()  # from the day of joining, which stands there
    assert waiting <= {"procedures_without_row", "duty_overdue"} | counted
