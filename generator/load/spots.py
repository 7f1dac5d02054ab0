"""The very place in a file of a part of a value, where the YAML writes the value as it is."""

from __future__ import annotations

from bisect import bisect_left

from generator.core import Loc, Place
from generator.load.reading import Reading


def spot(reading: Reading, loc: Loc, text: str, start: int, end: int) -> Place:
    """Where the characters `start` to `end` of a value were typed.

    A plain or quoted value on one line and a block after "|" have them as they are; a value that YAML folds
    or unescapes, and an empty part, give the start of the value.
    """
    line, column = reading.places[loc]
    found = _typed(reading, line - 1, column - 1, text, start) if start < end else None
    if found is None or not _stands(reading, *found, text[start:end].partition("\n")[0]):
        return Place(reading.path, line, column)
    return Place(reading.path, *reading.typed(*found))


def _typed(reading: Reading, line: int, column: int, text: str, start: int) -> tuple[int, int] | None:
    """Line and column, from 0, in the tidied lines; None where the value does not stand there."""
    if line >= len(reading.lines):
        return None
    row = reading.columns.get(line)
    first = bisect_left(row, column) if row else column
    opening = reading.lines[line][first : first + 1]
    if opening == "|":
        return _in_block(reading, line + 1, text, start)
    return line, first + start + (opening in ("'", '"'))


def _in_block(reading: Reading, line: int, text: str, start: int) -> tuple[int, int] | None:
    """The same for a block, whose lines follow its opening, each set in by the same number of spaces."""
    line += text.count("\n", 0, start)
    begin = text.rfind("\n", 0, start) + 1
    written = text[begin:].partition("\n")[0]
    if line >= len(reading.lines) or not reading.lines[line].endswith(written):
        return None
    return line, len(reading.lines[line]) - len(written) + start - begin


def _stands(reading: Reading, line: int, column: int, part: str) -> bool:
    return reading.lines[line].startswith(part, column)
