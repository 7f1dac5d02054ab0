"""A short answer to one of the five questions that come first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """What is said at once, and what qualifies it."""

    lines: tuple[str, ...]
    more: str = ""

    @property
    def flat(self) -> str:
        """All of it on one line."""
        return ". ".join(filter(None, (*self.lines, self.more)))
