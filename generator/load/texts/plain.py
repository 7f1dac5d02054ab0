"""Text of CSV and plain text files, in UTF-8 or what older programs write."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from generator.load.texts import limits
from generator.load.texts.legacy import decoded
from generator.load.texts.limits import Note
from generator.load.texts.parts import column_letters
from generator.personal import Piece

ERRORS: tuple[type[Exception], ...] = (OSError, csv.Error)
LARGEST = 4 * limits.CHARACTERS
"""Bytes; a Vietnamese letter takes up to three."""
SEPARATORS = ";,\t|"
JUDGED = 1_000
"""Lines by which the separator is told."""
QUOTED = re.compile(r'"[^"\n]*"')


def read_csv(path: Path) -> Iterator[Piece | Note]:
    """A piece a cell.

    Raises: csv.Error, OSError
    """
    last = "dòng 1"
    text, whole, known = _decoded(path)
    for number, column, value in _cells(text):
        last = place(number, column)
        yield Piece(last, value, "csv", column)
    if not known:
        yield limits.unknown_letters()
    if not whole:
        yield limits.cut(last)


def cells(path: Path) -> Iterator[tuple[int, int, str]]:
    """Row and column, from 1, and the text of every cell that is not empty, as far as it is read.

    Raises: csv.Error, OSError
    """
    text, _, _ = _decoded(path)
    return _cells(text)


def _cells(text: str) -> Iterator[tuple[int, int, str]]:
    separator = _separator(text)
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1):
        yield from ((number, column, value) for column, value in enumerate(row, 1) if value.strip())


def _separator(text: str) -> str:
    """The sign that stands equally often in the most lines: a title above the table may hold any other."""
    lines = [QUOTED.sub("", line) for line in islice(text.splitlines(), JUDGED) if line.strip()]

    def evenness(sign: str) -> tuple[int, int]:
        counts = Counter(times for line in lines if (times := line.count(sign)))
        return max(((lines_with, times) for times, lines_with in counts.items()), default=(0, 0))

    return max(SEPARATORS, key=evenness)


def place(number: int, column: int) -> str:
    """A cell as people name it: "dòng 3, cột B"."""
    return f"dòng {number}, cột {column_letters(column)}"


def read_text(path: Path) -> Iterator[Piece | Note]:
    """A piece a line.

    Raises: OSError
    """
    text, whole, known = _decoded(path)
    last, goes_on = "dòng 1", False
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            last = f"dòng {number}"
            yield Piece(last, line, goes_on=goes_on)
        goes_on = bool(line.strip())
    if not known:
        yield limits.unknown_letters()
    if not whole:
        yield limits.cut(last)


def _decoded(path: Path) -> tuple[str, bool, bool]:
    """The text as far as it is read, whether that is all of it, and whether its letters are known."""
    with path.open("rb") as file:
        content, whole = file.read(LARGEST), not file.read(1)
    text, known = _text(content)
    return text, whole, known


def _text(content: bytes) -> tuple[str, bool]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), True
    try:
        return content.decode("utf-8-sig"), True
    except UnicodeDecodeError as error:
        if error.start > len(content) - 4:  # the limit has parted a letter
            return content[: error.start].decode("utf-8-sig"), True
        return decoded(content)
