"""Work in several processes: who stops, by Ctrl-C or by an error, does not wait for what has not begun."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from generator.workers import each
from tests.conftest import ROOT, until

MANY = 40
SCRIPT = """
import sys, time
from pathlib import Path
from tempfile import TemporaryDirectory
from generator.workers import each

def begin(folder, number):
    with TemporaryDirectory(dir=folder):
        (folder / str(number)).touch()
        time.sleep({seconds})
    return number

list(each(begin, Path(sys.argv[1]), range({many}), 2))
"""


def _interrupted(folder: Path, begun: int, many: int, seconds: str) -> str:
    """What is said where Ctrl-C comes once so many have begun."""
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT.format(many=many, seconds=seconds), str(folder)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    until(lambda: len([path for path in folder.iterdir() if path.is_file()]) == begun)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode != 0
    return said


def _begin(folder: Path, number: int) -> int:
    (folder / str(number)).touch()
    return number


def _fail_at_the_first(folder: Path, number: int) -> int:
    if number == 0:
        raise ValueError("the first")
    return _begin(folder, number)


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_ends_workers_with_what_they_have_begun_and_clears_it_away(tmp_path: Path) -> None:
    _interrupted(tmp_path, 2, MANY, "1")
    begun = list(tmp_path.iterdir())
    assert len(begun) < MANY / 2
    assert [path for path in begun if path.is_dir()] == [], "what was begun is cleared away"


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_worker_that_is_idle_says_nothing_of_ctrl_c(tmp_path: Path) -> None:
    said = _interrupted(tmp_path, 3, 3, "60 if number == 0 else 0")
    assert "ForkProcess" not in said


def test_an_error_of_one_leaves_the_others_unbegun(tmp_path: Path) -> None:
    items = range(MANY * 10)
    with pytest.raises(ValueError, match="the first"):
        list(each(_fail_at_the_first, tmp_path, items, 2))
    assert len(list(tmp_path.iterdir())) < len(items) / 2


def test_whoever_takes_a_few_leaves_the_others_unbegun(tmp_path: Path) -> None:
    items = range(MANY * 10)
    found = each(_begin, tmp_path, items, 2)
    assert len(list(islice(found, 3))) == 3
    found.close()  # type: ignore[attr-defined]  # a generator
    assert len(list(tmp_path.iterdir())) < len(items) / 2
