"""One file while it is being read: what it gave, where each value stands, what was wrong."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from generator.core import Level, Loc, Place, Problem

Tree = str | list["Tree"] | dict[str, "Tree"]
Mark = Any
"""A position of the parser; PyYAML has two classes for it, one per back end."""
MOST_TOLD = 50
"""Problems of one file that are told; after these only their number."""
RUNS = ("pasted_table", "stray_text", "duplicate_key", "dash_unexpected")
"""Mistakes that come in many lines at once, with what was pasted."""
MOST_KEPT = 1_000
"""Problems that are kept while reading, so that a file of nothing but mistakes stays cheap."""


@dataclass
class Reading:
    """What one file gave: its tree (None where anything is wrong), places, problems."""

    path: str
    text: str = ""
    tree: Tree | None = None
    places: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    """Places of the keys themselves, for values that are missing or do not belong."""
    empty: list[Loc] = field(default_factory=list)
    """Keys without a value: as good as not written where the model knows them."""
    problems: list[Problem] = field(default_factory=list)
    guess: Tree | None = None
    """What a file with mistakes holds once they are mended: only to find its other mistakes."""
    lost: set[str] = field(default_factory=set)
    """Top-level keys whose values could not be read into the guess."""
    doubtful: set[int] = field(default_factory=set)
    """Lines (from 1) whose value is part of a mistake told elsewhere."""
    columns: dict[int, list[int]] = field(default_factory=dict)
    """For lines (from 0) that were tidied: the column as typed of each character."""
    long_quote: bool = False
    """Whether a quotation goes on over several lines, or has taken them in."""
    lines: list[str] = field(default_factory=list)
    hidden: dict[int, tuple[int, str]] = field(default_factory=dict)
    """For lines (from 0) with a hidden sign that may break them: its column as typed (from 0), and the sign."""
    joined: set[int] = field(default_factory=set)
    """Lines (from 0) in which a hidden line separator stands before what looks like another entry."""
    untold: int = 0
    run: tuple[str, int] = ("", 0)
    """Code and line of the problem before."""

    def report(self, code: str, mark: Mark, message: str, hint: str = "") -> None:
        """A problem where the parser's mark stands; the start of the file where there is none."""
        self.add(Problem(Place(self.path, *self.position(mark)), code, message, hint))

    def add(self, problem: Problem) -> None:
        """Keep a problem; of lines that are wrong one after the other in the same way, the first is told."""
        if self._goes_on(problem):
            return
        if len(self.problems) < MOST_KEPT:
            self.problems.append(problem)
        else:
            self.untold += 1

    def _goes_on(self, problem: Problem) -> bool:
        (code, last), line = self.run, problem.place.line
        self.run = (problem.code, line)
        return problem.code in RUNS and code == problem.code and last <= line <= last + 1

    def position(self, mark: Mark) -> tuple[int, int]:
        """Line and column of a mark, counted from 1, as an editor shows the file."""
        if not mark:
            return 1, 1
        line, column = mark.line, mark.column
        return self.typed(line, column) if line in self.columns else (line + 1, column + 1)

    def typed(self, line: int, column: int) -> tuple[int, int]:
        """Line and column counted from 1, of those counted from 0 in the tidied text."""
        row = self.columns.get(line)
        return line + 1, (row[min(column, len(row) - 1)] if row else column) + 1

    def attempt(self) -> Reading:
        """A reading of the same text that starts anew, for one try of the parser."""
        return replace(self, places={}, keys={}, empty=[], problems=[], untold=0)

    def take(self, attempt: Reading) -> None:
        """Keep what a try gave."""
        self.places, self.keys, self.empty = attempt.places, attempt.keys, attempt.empty
        self.untold += attempt.untold
        for problem in attempt.problems:
            self.add(problem)

    def shorten(self) -> None:
        """Tell no more problems than somebody can mend in one go, and how many are left."""
        found = sorted((p for p in self.problems if p.code != "more_problems"), key=lambda p: p.place)
        if len(found) + self.untold <= MOST_TOLD:
            return
        left = found[MOST_TOLD:]
        self.untold += len(left)
        place = left[0].place if left else found[-1].place
        hint = "Sửa các lỗi ở trên trước rồi kiểm tra lại."
        said = f"còn {self.untold} lỗi nữa trong tệp này"
        level = Level.ERROR if any(p.level is Level.ERROR for p in left or found) else Level.NOTICE
        self.problems[:] = found[:MOST_TOLD]
        self.problems.append(Problem(place, "more_problems", said, hint, level=level))
