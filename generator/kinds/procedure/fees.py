"""Fees in plain words: free, an amount, "see the note" and unknown stay four different things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.province.procedures import Fee, FeeState
from generator.words.fold import fold
from generator.words.money import say_money

NOTHING = ("khong", "khong co")
"""Notes that add nothing to what is said."""
SHORT = 60
"""Longest note, in characters, that stands on the line of facts itself."""


@dataclass(frozen=True)
class FeeLine:
    """One fee as the page says it."""

    state: FeeState
    text: str
    """ "Miễn phí", "2.000 đồng/trang", "Xem ghi chú", "Chưa rõ"."""
    name: str = ""
    """Phí or lệ phí, where the source says which."""
    note: str = ""
    """The source's words, where they are not in the text already."""

    @property
    def short_note(self) -> str:
        """The note where it is short and adds something; else empty."""
        return self._told if len(self._told) <= SHORT else ""

    @property
    def _told(self) -> str:
        """The note without marks at its ends; empty where it adds nothing."""
        note = self.note.strip(" .;()")
        return "" if fold(note) in NOTHING else note

    @property
    def brief(self) -> str:
        """For a line of facts: an amount with its short note, or a pointer to a long one."""
        if self.state not in (FeeState.AMOUNT, FeeState.FREE) or not self._told:
            return self.text
        return f"{self.text} ({self.short_note or 'xem ghi chú'})"


def fee_lines(fees: Sequence[Fee]) -> tuple[FeeLine, ...]:
    """One line a fee; where the source lists none, one that says so."""
    unknown = FeeLine(FeeState.UNKNOWN, FeeState.UNKNOWN.label, note="Nguồn không ghi phí, lệ phí.")
    return tuple(map(_line, fees)) or (unknown,)


def _line(fee: Fee) -> FeeLine:
    name, note = fee.name or "", fee.note or ""
    if fee.state is not FeeState.AMOUNT:
        return FeeLine(fee.state, fee.state.label, name, note)
    if fee.amount is None:
        return FeeLine(fee.state, "Có thu, nguồn không ghi mức", name, note)
    if note.startswith("/") and len(note) <= SHORT:  # "/trang": per page
        return FeeLine(fee.state, f"{say_money(fee.amount)}{note}", name)
    return FeeLine(fee.state, say_money(fee.amount), name, note)
