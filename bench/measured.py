"""`congkhai`, or any command, run as a person runs it, with its time and its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
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
    largest: int = 0
    """Most memory of any one of its processes, as the system counts it at their end; 0 unknown (Windows)."""


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
    program = [sys.executable, "-m", "generator", *command]
    return timed(program, cwd=ROOT, quiet=quiet, told=told)


def _own() -> dict[str, str]:
    """Our environment, but that Python keeps what it has compiled, as it does for whoever installs the program."""
    return {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def timed(
    program: Sequence[str],
    cwd: Path | None = None,
    quiet: bool = False,
    told: bool = True,
    given: str = "",
    more: Mapping[str, str] | None = None,
) -> Run:
    """Run any command as its own process; `given` is what it reads, `more` comes to its environment.

    Linux counts a process as at least as large as the one that started it: whoever measures stays small.
    """
    start, before = time.monotonic(), _cpu()
    out = subprocess.DEVNULL if quiet else None
    problems = None if told else subprocess.DEVNULL
    process = subprocess.Popen(
        program,
        cwd=cwd,
        env={**_own(), **(more or {})},
        stdin=subprocess.PIPE if given else None,
        stdout=out,
        stderr=problems,
    )
    most, ended = Most(), threading.Event()
    watch = threading.Thread(target=_watch, args=(process.pid, most, ended))
    watch.start()
    if process.stdin:
        process.stdin.write(given.encode())
        process.stdin.close()
    largest = _wait(process)
    seconds = time.monotonic() - start
    ended.set()
    watch.join()
    return Run(
        process.returncode, seconds, _cpu() - before, most.together, most.parent, most.worker, largest
    )


def _wait(process: subprocess.Popen[bytes]) -> int:
    """Wait for the end; the largest of the process and of those that it waited for, bytes."""
    if not hasattr(os, "wait4"):
        process.wait()
        return 0
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_maxrss if sys.platform == "darwin" else used.ru_maxrss * 1024


def _cpu() -> float:
    """Work of all programs run and ended so far, in seconds."""
    times = os.times()
    return times.children_user + times.children_system


def _watch(pid: int, most: Most, ended: threading.Event) -> None:
    """Looks often at a command that is short, seldom at one that is long: looking costs time too."""
    pause = 0.02
    while not ended.wait(pause):
        parent, *below = [_memory(one) for one in _family(pid)]
        most.together = max(most.together, sum(memory["Pss"] for memory in (parent, *below)))
        most.parent = max(most.parent, parent["Rss"])
        most.worker = max(most.worker, *(memory["Rss"] for memory in below), 0)
        pause = min(0.2, pause * 1.1)


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
