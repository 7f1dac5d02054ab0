"""The same work for many items, each in a process of its own: one that hangs or dies harms no other."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
PR_SET_PDEATHSIG = 1  # sys/prctl.h


class Stopped(Enum):
    """Why there is no result."""

    SLOW = "slow"
    DIED = "died"
    """Killed, most often for want of memory; a bug leaves its traceback on the error output."""


@dataclass
class _Running(Generic[Item]):
    item: Item
    process: BaseProcess
    answer: Connection
    end: float

    def result(self) -> Any:
        """What came of it; the process is gone afterwards."""
        try:
            return self.answer.recv() if self.answer.poll() else Stopped.SLOW
        except EOFError:
            return Stopped.DIED
        finally:
            self.stop()

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.answer.close()


def apart(
    work: Callable[[Item], Result], items: Sequence[Item], jobs: int, seconds: float
) -> Iterator[tuple[Item, Result | Stopped]]:
    """Each item with its result as soon as it is there, in any order; `jobs` at once, `seconds` for each."""
    context = _context()
    waiting, running = list(reversed(items)), list[_Running[Item]]()
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                running.append(_start(context, work, waiting.pop(), seconds))
            soonest = min(one.end for one in running)
            ready = wait([one.answer for one in running], max(0.0, soonest - time.monotonic()))
            for one in [one for one in running if one.answer in ready or one.end <= time.monotonic()]:
                running.remove(one)
                yield one.item, one.result()
    finally:
        for one in running:
            one.stop()


def _start(context: BaseContext, work: Callable[[Item], Any], item: Item, seconds: float) -> _Running[Item]:
    answer, asked = context.Pipe(duplex=False)
    process: BaseProcess = context.Process(target=_work, args=(work, item, asked), daemon=True)  # type: ignore[attr-defined]
    process.start()
    asked.close()
    return _Running(item, process, answer, time.monotonic() + seconds)


def _work(work: Callable[[Item], Any], item: Item, asked: Connection) -> None:
    if sys.platform == "linux":  # whoever kills the parent alone must not leave us writing into its folder
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    gc.freeze()  # else looking for unused objects would copy all memory shared with the parent
    asked.send(work(item))


def _context() -> BaseContext:
    """Forked processes start at once and share memory; no thread runs here when they do."""
    safe = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return multiprocessing.get_context("fork" if safe else None)
