"""Numbers that go on in the next line of a text, as programs and people wrap them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.personal.finding import Finding, Known, Piece, digits_of
from generator.personal.prose import find

WRAP = re.compile(
    r"(?<=\d\d)[.-]?(?P<gap>[ \t\r]*\n[ \t]*)(?!\d{1,3}[.)][ \t])(?P<rest>\d{2}(?:[ .-]?\d){0,12})"
)
"""A line end between groups of digits; behind it no number of a list, and no blank line within."""
NUMBER_AT_END = re.compile(r"\d(?:[ .-]?\d){1,12}[.-]?$")
WORDS = re.compile(r"[^\W\d_]")
WORD_IN_LINE = re.compile(r"[^\n]{0,60}?[^\W\d_]")
REACH, LONGEST, SHORTEST = 60, 25, 9
"""Characters of a line that are looked at on each side of its end, and of a number; digits of the shortest."""
MOST = 1_000
"""Findings at line ends of one document: so many tell enough."""


def wraps(text: str) -> Iterator[tuple[int, int]]:
    """Where a number goes on in the next line; lines of nothing but numbers are a column, not one number."""
    for found in WRAP.finditer(text):
        start, end = found.span("gap")
        first = NUMBER_AT_END.search(text[max(0, start - LONGEST) : start])
        if not first or len(digits_of(first[0] + found["rest"])) < SHORTEST:
            continue
        line = max(text.rfind("\n", 0, start) + 1, start - REACH)
        if WORDS.search(text, line, start) or WORD_IN_LINE.match(text, end):
            yield start, end


@dataclass
class Wrap:
    """The line read last, for documents that are read line by line."""

    piece: Piece | None = None
    end: str = ""
    """The end of its text; empty where no number ends there, or one that has been told."""
    count: int = 0

    def find(
        self, piece: Piece, text: str, found: list[Finding], known: Known
    ) -> Iterator[tuple[Piece, Finding]]:
        """Findings that begin in the line before, told there, and end in this one."""
        if self.piece and self.end and piece.goes_on and self.count < MOST:
            joined = f"{self.end}\n{text[: 2 * REACH].lstrip()[:REACH]}"
            for start, end in wraps(joined):
                for finding in find(f"{joined[:start]} {joined[end:]}", known):
                    if finding.start < start < finding.end:
                        self.count += 1
                        yield self.piece, replace(finding, start=0, end=0)
        self.piece = piece
        text = text.rstrip()
        told = any(finding.end >= len(text) for finding in found)
        self.end = "" if told or not text[-2:].strip(".-")[-1:].isdigit() else text[-REACH:]
