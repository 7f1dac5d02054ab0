"""The same work for many items: in this process, in several of this machine, or in any other executor."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from functools import partial
from typing import Any, TypeVar

from generator.stages import add, taken

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")
Done = tuple[list[Result], Mapping[str, float]]
"""Results, and what their stages took."""
Pool = Callable[[], Executor]
"""An executor of one's own, which may be on other machines that see the same files under the same paths."""
_shared: Any = None
_busy = _stopped = False
"""Of a worker: whether it is at an item, and whether Ctrl-C has reached it."""
NEW = 50_000
"""Objects made before unused ones are looked for. Python's own 700 has every record looked through many times."""
SHARES = 32
"""Batches that an executor gets: each takes what is shared along, and one is lost with its worker."""


def each(
    work: Callable[[Shared, Item], Result],
    shared: Shared,
    items: Sequence[Item],
    jobs: int,
    pool: Pool | None = None,
) -> Iterator[Result]:
    """Results as they are ready, in any order; `shared` is handed to each process once.

    Raises: whatever the work raises, at once.
    """
    if pool and items:
        yield from _elsewhere(work, shared, items, pool)
    elif jobs == 1 or len(items) < 2:
        yield from (work(shared, item) for item in items)
    else:
        yield from _in_processes(work, shared, items, jobs)


def _in_processes(
    work: Callable[[Shared, Item], Result], shared: Shared, items: Sequence[Item], jobs: int
) -> Iterator[Result]:
    executor = ProcessPoolExecutor(
        min(jobs, len(items)), _context(), initializer=_remember, initargs=(shared,)
    )
    try:
        yield from _results(executor.submit(partial(_do, work), item) for item in items)
    finally:
        executor.shutdown(cancel_futures=True)  # whoever stops does not wait for what has not begun


def _elsewhere(
    work: Callable[[Shared, Item], Result], shared: Shared, items: Sequence[Item], pool: Pool
) -> Iterator[Result]:
    size = -(-len(items) // SHARES)
    batches = [items[start : start + size] for start in range(0, len(items), size)]
    with pool() as executor:
        yield from _results(executor.submit(_do_all, work, shared, batch) for batch in batches)


def _results(tasks: Iterable[Future[Done[Result]]]) -> Iterator[Result]:
    """As they are ready, with what their stages took counted here."""
    for task in as_completed(list(tasks)):
        results, spent = task.result()
        add(spent)
        yield from results


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
    signal.signal(signal.SIGINT, _stop)
    taken()
    gc.freeze()
    gc.set_threshold(NEW)


def _do(work: Callable[[Any, Item], Result], item: Item) -> Done[Result]:
    global _busy
    if _stopped:
        raise KeyboardInterrupt  # an executor hands over the next item all the same
    _busy = True
    try:
        return [work(_shared, item)], taken()
    finally:
        _busy = False


def _stop(*_: object) -> None:
    """Ctrl-C in a worker: what it is at is broken off, what comes next is not begun."""
    global _stopped
    _stopped = True
    if _busy:
        raise KeyboardInterrupt


def _do_all(work: Callable[[Shared, Item], Result], shared: Shared, items: Sequence[Item]) -> Done[Result]:
    taken()
    return [work(shared, item) for item in items], taken()
