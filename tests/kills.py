"""Commands that are killed, find the disk full, or are started twice, as happens to those of a server."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

KILLS = int(os.environ.get("CONGKHAI_KILLS", "50"))
SEED = 20_261_123
ROOMS = (0, 8 << 10, 64 << 10, 256 << 10, 512 << 10, 1 << 20, 2 << 20)
"""Bytes that are left on a full disk: each stops a run at another place."""


def seconds(command: Sequence[str], folder: Path) -> float:
    """What a run takes that nothing disturbs."""
    start = time.monotonic()
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return time.monotonic() - start


def moments() -> list[float]:
    """Parts of a run, 0 to 1: spread over the whole of it, each at random in its own stretch, in any order."""
    chance = random.Random(SEED)  # noqa: S311  no secret
    found = [(number + chance.random()) / KILLS for number in range(KILLS)]
    chance.shuffle(found)
    return found


def killed(command: Sequence[str], folder: Path, after: float) -> float:
    """Run a command, killed with all its processes after so many seconds; what it took where it was done before."""
    began, process = time.monotonic(), start(command, folder)
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return 0
    return time.monotonic() - began


def start(command: Sequence[str], folder: Path) -> subprocess.Popen[bytes]:
    """In a group of its own, so that all its processes can be killed at once."""
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=folder, start_new_session=True, stdout=quiet, stderr=quiet)


def kill_each(
    command: Sequence[str], folder: Path, before: Callable[[int], object], judge: Callable[[], str]
) -> Counter[str]:
    """Kill a command `KILLS` times, each after a change; what stood afterwards, counted and printed."""
    began, numbers = time.monotonic(), count(1)
    before(next(numbers))
    whole, found = seconds(command, folder), Counter[str]()
    judge()
    for moment in moments():
        before(next(numbers))
        while took := killed(command, folder, moment * whole):
            whole = took  # the machine is faster by now
            judge()
            before(next(numbers))
        found[judge()] += 1
    runs, took = next(numbers) - 1, time.monotonic() - began
    print(f"{KILLS} kills in {runs} runs of {whole:.2f} s: {dict(found)}, in {took:.0f} s")
    return found


@contextmanager
def full(disk: Path, room: int) -> Iterator[None]:
    """A disk on which so many bytes are left."""
    fill = disk / "day"
    with fill.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"0" * 65_536)
        except OSError:
            pass
    os.truncate(fill, max(0, fill.stat().st_size - room))
    try:
        yield
    finally:
        fill.unlink()


def at_once(*commands: Sequence[str], folder: Path) -> list[int]:
    """Exit statuses of commands that run at the same time."""
    return [process.wait(timeout=120) for process in [start(command, folder) for command in commands]]
