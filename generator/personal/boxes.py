"""Numbers written with one digit in a cell, as in the boxes of a form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.personal.finding import AS_DIGITS, Finding, Known, Piece
from generator.personal.prose import find

LABEL = 60
"""Characters of the text in front that may name the number."""
SHORTEST = 8
NEXT = 2
"""Columns from one box to the next: a narrow empty one may part them."""


@dataclass
class Boxes:
    """The boxes of one number while they are read, and the text in front of them."""

    label: str = ""
    pieces: list[Piece] = field(default_factory=list)

    def take(self, piece: Piece, text: str, known: Known) -> Iterator[tuple[Piece, Finding]]:
        """Findings of the boxes that end before this piece, told at their first."""
        if self._goes_on(piece):
            self.pieces.append(piece)
            return
        yield from self.close(known)
        boxed = _is_box(piece)
        self.pieces = [piece] if boxed else []
        self.label = self.label if boxed else text[-LABEL:]

    def close(self, known: Known) -> Iterator[tuple[Piece, Finding]]:
        digits = "".join(piece.text.strip().translate(AS_DIGITS) for piece in self.pieces)
        if len(digits) >= SHORTEST and len(set(digits)) > NEXT:
            date = f"{digits[:2]}/{digits[2:4]}/{digits[4:]}"
            text = f"{self.label} {date if len(digits) == SHORTEST else digits}"
            for finding in find(text, known):
                if finding.end > len(self.label):
                    yield self.pieces[0], replace(finding, start=0, end=0)
        self.pieces = []

    def _goes_on(self, piece: Piece) -> bool:
        if not self.pieces or not _is_box(piece):
            return False
        last = self.pieces[-1]
        return piece.table == last.table and 0 < piece.column - last.column <= NEXT


def _is_box(piece: Piece) -> bool:
    text = piece.text.strip().translate(AS_DIGITS)
    return bool(piece.table) and len(text) == 1 and text.isdecimal()
