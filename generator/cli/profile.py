"""What `--profile` tells: where the time of a build went, and how much memory it took."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from generator.words.sizes import say_size

UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in what getrusage(2) counts memory by."""


def told(spent: Mapping[str, float], seconds: float) -> str:
    """A line a stage, the longest first; several processes together take more seconds than the clock shows."""
    whole = sum(spent.values())
    lines = [
        f"  {name:<28}{_say(took):>8} giây{took / whole * 100:>6.0f} %"
        for name, took in sorted(spent.items(), key=lambda entry: -entry[1])
    ]
    head = f"Thời gian từng chặng, cộng mọi tiến trình: {_say(whole)} giây; theo đồng hồ: {_say(seconds)} giây."
    return "\n".join((head, *lines, *_memory()))


def _say(seconds: float) -> str:
    return f"{seconds:.2f}".replace(".", ",")


def _memory() -> tuple[str, ...]:
    """The most that this process took, and the largest of those that worked for it; where the system tells."""
    try:
        import resource
    except ImportError:  # Windows
        return ()
    own, others = (
        say_size(resource.getrusage(who).ru_maxrss * UNIT)
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return (f"Bộ nhớ nhiều nhất: tiến trình chính {own}, tiến trình phụ {others}.",)
