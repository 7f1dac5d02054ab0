"""Numbers that go on in the next line of a text, as programs and people wrap them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.personal.finding import Finding, Known, Piece
from generator.personal.prose import find

WRAP = re.compile(r"(?<=\d\d)[.-]?(?P<gap>[ \t\r]*\n[ \t]*)(?!\d{1,3}[.)][ \t])(?=\d\d)")
"""A line end between groups of digits; behind it no number of a list, and no blank line within."""
WORDS = re.compile(r"[^\W\d_]")
REACH = 100
"""Characters of a line that are looked at on each side of its end."""


def wraps(text: str) -> Iterator[tuple[int, int]]:
    """Where a number goes on in the next line; lines of nothing but numbers are a column, not one number."""
    for found in WRAP.finditer(text):
        start, end = found.span("gap")
        line = text[max(0, start - REACH) : start].rpartition("\n")[2]
        following = text[end : end + REACH].partition("\n")[0]
        if WORDS.search(line) or WORDS.search(following):
            yield start, end


@dataclass
class Wrap:
    """The line read last, for documents that are read line by line."""

    piece: Piece | None = None
    end: str = ""
    """The end of its text; empty where a number ends there that has been told."""

    def find(
        self, piece: Piece, text: str, found: list[Finding], known: Known
    ) -> Iterator[tuple[Piece, Finding]]:
        """Findings that begin in the line before, told there, and end in this one."""
        if self.piece and self.end and piece.goes_on:
            joined = f"{self.end}\n{text.lstrip()[:REACH]}"
            for start, end in wraps(joined):
                for finding in find(f"{joined[:start]} {joined[end:]}", known):
                    if finding.start < start < finding.end:
                        yield self.piece, replace(finding, start=0, end=0)
        text = text.rstrip()
        self.piece = piece
        self.end = "" if any(finding.end >= len(text) for finding in found) else text[-REACH:]
