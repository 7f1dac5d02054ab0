"""`congkhai` run as a person runs it, with its time and its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Run:
    """One command that ended: its exit status, its time, its memory."""

    status: int
    seconds: float
    cpu: float
    """Seconds of work of all its processors, which other programs do not lengthen; 0 unknown (Windows)."""
    together: int
    """Most memory of all its processes at one moment, bytes (Linux, shared pages counted once); 0 unknown."""


def run(*command: str, quiet: bool = False) -> Run:
    """Run `congkhai …` as its own process, as a person would."""
    start, before = time.monotonic(), _cpu()
    out = subprocess.DEVNULL if quiet else None
    process = subprocess.Popen([sys.executable, "-m", "generator", *command], cwd=ROOT, stdout=out)
    most = [0]
    watch = threading.Thread(target=_watch, args=(process, most))
    watch.start()
    status = process.wait()
    watch.join()
    return Run(status, time.monotonic() - start, _cpu() - before, most[0])


def _cpu() -> float:
    """Work of all programs run and ended so far, in seconds."""
    times = os.times()
    return times.children_user + times.children_system


def _watch(process: subprocess.Popen[bytes], most: list[int]) -> None:
    while process.poll() is None:
        most[0] = max(most[0], sum(map(_memory, _family(process.pid))))
        time.sleep(0.2)


def _family(pid: int) -> list[int]:
    """A process and all below it, from /proc; only the process itself where there is none."""
    found = [pid]
    for one in found:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += [int(child) for child in children.read_text().split()]
            except OSError:
                continue
    return found


def _memory(pid: int) -> int:
    """Proportional set size in bytes: what forked processes share is counted once in all."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
