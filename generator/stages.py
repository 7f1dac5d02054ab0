"""How long each stage of a build takes, in this process and in those that work for it."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_spent: defaultdict[str, float] = defaultdict(float)
_inside = [0.0]
"""Seconds that the stages inside each stage under way have taken."""


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Counts the seconds of what is done inside, or of a function that it decorates, without stages inside."""
    start = time.perf_counter()
    _inside.append(0.0)
    try:
        yield
    finally:
        whole = time.perf_counter() - start
        _spent[name] += whole - _inside.pop()
        _inside[-1] += whole


def taken() -> Mapping[str, float]:
    """Seconds by stage since this was last asked."""
    found = dict(_spent)
    _spent.clear()
    return found


def add(spent: Mapping[str, float]) -> None:
    """Counts what another process took."""
    for name, seconds in spent.items():
        _spent[name] += seconds
