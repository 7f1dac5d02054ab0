"""The address of a page as a QR code (ISO/IEC 18004), for paper and for a neighbour's phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from generator.recalled import recalled

QUIET = 4
"""Modules left white around it, as the standard asks."""
MASK = 2
"""Any mask is valid; to weigh all eight takes four times as long, and no reader needs it."""
KEPT = 4096
"""Codes kept in memory: a worker builds the same pages again and again."""


@dataclass(frozen=True)
class Code:
    """A code to be drawn as an SVG path of lines one unit wide."""

    size: int
    """Units of each side, with the quiet zone."""
    path: str


def qr_of(address: str) -> Code:
    """At level M: up to 15 % of the code may be dirty or creased."""
    size, path = recalled(f"qr {address}", lambda: _drawn(address)).split(":")
    return Code(int(size), path)


@lru_cache(KEPT)
def _drawn(address: str) -> str:
    """Size and path, with a colon between them."""
    import segno

    made = segno.make_qr(address, error="m", boost_error=False, mask=MASK)
    return f"{len(made.matrix) + 2 * QUIET}:{''.join(_lines(made.matrix))}"


def _lines(matrix: Sequence[Sequence[int]]) -> Iterator[str]:
    """A move and a line for each run of dark modules; within a row a move starts where the last line ended."""
    for y, row in enumerate(matrix, QUIET):
        x, at = QUIET, -1
        for dark, run in groupby(row):
            length = sum(1 for _ in run)
            if dark:
                yield f"M{x} {y}.5h{length}" if at < 0 else f"m{x - at} 0h{length}"
                at = x + length
            x += length
