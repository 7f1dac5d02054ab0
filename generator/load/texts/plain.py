"""Text of CSV and plain text files, in UTF-8 or what older programs write."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from generator.load.texts import limits
from generator.load.texts.limits import Note
from generator.load.texts.parts import column_letters
from generator.personal import Piece

ERRORS: tuple[type[Exception], ...] = (OSError, csv.Error)
LARGEST = 4 * limits.CHARACTERS
"""Bytes; a Vietnamese letter takes up to three."""
SEPARATORS = ";,\t|"


def read_csv(path: Path) -> Iterator[Piece | Note]:
    """A piece a cell.

    Raises: csv.Error, OSError
    """
    for number, column, value in cells(path):
        yield Piece(place(number, column), value, "csv", column)


def cells(path: Path) -> Iterator[tuple[int, int, str]]:
    """Row and column, from 1, and the text of every cell that is not empty.

    Raises: csv.Error, OSError
    """
    text = _decoded(path)
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1):
        yield from ((number, column, value) for column, value in enumerate(row, 1) if value.strip())


def place(number: int, column: int) -> str:
    """A cell as people name it: "dòng 3, cột B"."""
    return f"dòng {number}, cột {column_letters(column)}"


def read_text(path: Path) -> Iterator[Piece | Note]:
    """A piece a line.

    Raises: OSError
    """
    for number, line in enumerate(_decoded(path).splitlines(), 1):
        if line.strip():
            yield Piece(f"dòng {number}", line)


def _decoded(path: Path) -> str:
    """The text; where it is not UTF-8 its digits are still right, and they are what matters here."""
    with path.open("rb") as file:
        content = file.read(LARGEST)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start > len(content) - 4:  # the limit has parted a letter
            return content[: error.start].decode("utf-8-sig")
        return content.decode("cp1258", errors="replace").replace("\x00", " ")
