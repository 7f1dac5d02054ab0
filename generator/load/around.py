"""The lines around a mistake: what stands above a line, and the text of several lines that it may be part of."""

from __future__ import annotations

import re
from collections.abc import Iterator

BLOCK_SIGN = re.compile(r"[|>][-+]?\s*$")
LONGEST_BLOCK = 300
"""Lines of a text within which its opening is looked for."""
FARTHEST_UP = 30
"""Lines above a place in which a mistake that shows there is looked for."""


def depth(line: str) -> int:
    """How far a line is set in."""
    return len(line) - len(line.lstrip())


def above(line: int, lines: list[str]) -> list[int]:
    """The line with text before a line; where that is part of a block of text, the line that opens the block."""
    found = [n for n in range(line - 1, max(line - FARTHEST_UP, -1), -1) if lines[n].strip()][:1]
    return [next(block_openers(n, lines), n) for n in found]


def block_openers(line: int, lines: list[str]) -> Iterator[int]:
    """Lines above, each set in less than those below it, that end with the sign of a block of lines.

    Where such a line is not understood, the parser reads its text as entries and complains far below.
    """
    least = depth(lines[line])
    for near in range(line - 1, max(line - LONGEST_BLOCK, -1), -1):
        if least == 0:
            return
        if lines[near].strip() and depth(lines[near]) < least:
            least = depth(lines[near])
            if BLOCK_SIGN.search(lines[near]):
                yield near
