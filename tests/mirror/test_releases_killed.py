"""Releasing and syncing killed at random moments: never a half site, never a release missing from the log."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from generator.mirror.settle import Result
from generator.release.statement import STATEMENT, SUMS, read_statement
from tests.mirror.conftest import Mirror, results
from tests.mirror.test_releases import Commune, desk, good, log, write  # noqa: F401
from tests.receive.conftest import REAL
from tests.release.conftest import ssh_keygen  # noqa: F401

KILLS = int(os.environ.get("CONGKHAI_KILLS", "25"))
"""Of each: 50 in all."""
MOMENTS = random.Random(20_261_123)  # noqa: S311  no secret
DAY = ("--date", "2026-11-22")

pytestmark = pytest.mark.long


def killed(command: list[str], folder: Path, whole: float) -> bool:
    """Run a command, killed with all its processes at a random moment; False where it was done before."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, start_new_session=True, stdout=quiet, stderr=quiet)
    time.sleep(MOMENTS.uniform(0.2, 1.0) * whole)
    running = process.poll() is None
    if running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return running


def seconds(command: list[str], folder: Path) -> float:
    start = time.monotonic()
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0
    return time.monotonic() - start


def serial(site: Path) -> int:
    """Of a copy all of whose files are of one release."""
    check = ["sha256sum", "--check", "--strict", "--quiet", "--ignore-missing", SUMS]
    assert subprocess.run(check, cwd=site, check=False).returncode == 0
    return read_statement((site / STATEMENT).read_bytes()).serial


def test_a_sync_killed_at_random_moments_loses_no_release(mirror: Mirror, good: Commune) -> None:  # noqa: F811
    command, stood, done = mirror.command("sync"), {1}, 0
    whole = seconds(command, mirror.folder)
    for number in range(2, 4 * KILLS):
        write(good, f"Bản số {number}")
        good.release()
        done += killed(command, mirror.folder, whole)
        stood.add(serial(mirror.out / "xa-mau"))
        if done == KILLS:
            break
    assert done == KILLS
    assert results(mirror.sync())["xa-mau"] in (Result.NEW, Result.SAME)
    stood.add(serial(mirror.out / "xa-mau"))
    logged = [int(line.rpartition(" ")[2]) for line in log(mirror)]
    assert logged == sorted(logged, reverse=True)
    assert stood <= set(logged)
    assert max(stood) == serial(good.site)


def test_a_release_killed_at_random_moments_leaves_a_whole_one(good: Commune) -> None:  # noqa: F811
    command = [*REAL, "release", str(good.site), "--key", str(good.key("xa")), *DAY]
    whole, last, done = seconds(command, good.root), 0, 0
    for _ in range(4 * KILLS):
        done += killed(command, good.root, whole)
        assert good.wrong() == []
        now = read_statement((good.site / STATEMENT).read_bytes()).serial
        assert now >= last
        last = now
        if done == KILLS:
            break
    assert done == KILLS
    assert seconds(command, good.root) > 0
    assert good.wrong() == []
