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
    parent: int = 0
    """Most memory of the process itself, and of the largest below it: resident pages, shared ones too."""
    worker: int = 0


@dataclass
class Most:
    """The largest figures seen so far, in bytes."""

    together: int = 0
    parent: int = 0
    worker: int = 0


def run(*command: str, quiet: bool = False, told: bool = True) -> Run:
    """Run `congkhai …` as its own process, as a person would.

    `quiet` drops what it prints, `told` false its problems and its progress too.
    """
    start, before = time.monotonic(), _cpu()
    out = subprocess.DEVNULL if quiet else None
    problems = None if told else subprocess.DEVNULL
    program = [sys.executable, "-m", "generator", *command]
    process = subprocess.Popen(program, cwd=ROOT, stdout=out, stderr=problems)
    most = Most()
    watch = threading.Thread(target=_watch, args=(process, most))
    watch.start()
    status = process.wait()
    watch.join()
    seconds = time.monotonic() - start
    return Run(status, seconds, _cpu() - before, most.together, most.parent, most.worker)


def _cpu() -> float:
    """Work of all programs run and ended so far, in seconds."""
    times = os.times()
    return times.children_user + times.children_system


def _watch(process: subprocess.Popen[bytes], most: Most) -> None:
    while process.poll() is None:
        parent, *below = [_memory(pid) for pid in _family(process.pid)]
        most.together = max(most.together, sum(memory["Pss"] for memory in (parent, *below)))
        most.parent = max(most.parent, parent["Rss"])
        most.worker = max(most.worker, *(memory["Rss"] for memory in below), 0)
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


def _memory(pid: int) -> dict[str, int]:
    """Resident ("Rss") and proportional set size in bytes ("Pss"): that counts what forked processes share once."""
    found = {"Rss": 0, "Pss": 0}
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return found
    words = [line.split() for line in lines]
    return found | {name[:-1]: int(rest[0]) * 1024 for name, *rest in words if name[:-1] in found}
