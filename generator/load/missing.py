"""Where a value that is not there belongs: the first free line of its group."""

from __future__ import annotations

from dataclasses import dataclass

from generator.core import Loc
from generator.load.reading import Reading


@dataclass(frozen=True)
class Gaps:
    """The free line of every group of one file, found once for all that is missing in it."""

    lines: tuple[str, ...]
    last: dict[Loc, int]
    """Line of the last value or key that is known inside a group."""
    columns: dict[Loc, int]
    """Column of a group's keys."""
    places: dict[Loc, tuple[int, int]]

    def at(self, group: Loc) -> tuple[int, int]:
        """Line and column where the next key of a group would be typed.

        That is the line after the group's last one, at the column of its keys: an editor that jumps
        there stands where the clerk types. It may be one line past the end of the file. A group
        written between braces is named by its beginning, since its lines say nothing.
        """
        column = self.columns.get(group)
        start = self.places.get(group, (1, 1))
        if column is None or self._in_braces(start):
            return start
        line = self.last[group]
        for number in range(line, len(self.lines)):
            text = self.lines[number]
            if text.strip() and len(text) - len(text.lstrip(" ")) < column:
                break
            line = number + 1 if text.strip() else line
        return min(line, len(self.lines)) + 1, column

    def _in_braces(self, start: tuple[int, int]) -> bool:
        line, column = start
        return line <= len(self.lines) and self.lines[line - 1][column - 1 : column] == "{"


def find_gaps(reading: Reading) -> Gaps:
    last: dict[Loc, int] = {}
    columns: dict[Loc, int] = {}
    for loc, (line, _) in (*reading.keys.items(), *reading.places.items()):
        for end in range(len(loc)):
            last[loc[:end]] = max(last.get(loc[:end], 0), line)
        if loc in reading.keys:
            columns.setdefault(loc[:-1], reading.keys[loc][1])
    return Gaps(tuple(reading.lines), last, columns, reading.places)
