"""The same work for many items, in this process or in several."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial
from typing import Any, TypeVar

from generator.stages import add, taken

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")
_shared: Any = None
NEW = 50_000
"""Objects made before unused ones are looked for. Python's own 700 has every record looked through many times."""


def each(
    work: Callable[[Shared, Item], Result], shared: Shared, items: Sequence[Item], jobs: int
) -> Iterator[Result]:
    """Results as they are ready, in any order; `shared` is handed to each process once.

    Raises: whatever the work raises, at once.
    """
    if jobs == 1 or len(items) < 2:
        yield from (work(shared, item) for item in items)
        return
    with ProcessPoolExecutor(
        min(jobs, len(items)), _context(), initializer=_remember, initargs=(shared,)
    ) as pool:
        tasks = [pool.submit(partial(_do, work), item) for item in items]
        for task in as_completed(tasks):
            result, spent = task.result()
            add(spent)
            yield result


def _context() -> multiprocessing.context.BaseContext:
    """Forked workers start at once and share memory; where that is unsafe or absent, the default."""
    safe = "fork" in multiprocessing.get_all_start_methods() and not _is_mac()
    return multiprocessing.get_context("fork" if safe else None)


def _is_mac() -> bool:
    import platform

    return platform.system() == "Darwin"


def _remember(shared: Any) -> None:
    global _shared
    _shared = shared
    taken()
    gc.freeze()
    gc.set_threshold(NEW)


def _do(work: Callable[[Any, Item], Result], item: Item) -> tuple[Result, Mapping[str, float]]:
    """The result, and what its stages took."""
    return work(_shared, item), taken()
