"""Text of an Excel workbook, cell by cell."""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from generator.load.texts import limits
from generator.load.texts.limits import Note
from generator.load.texts.parts import column_letters
from generator.personal import Piece
from generator.words.dates import say_day

CELLS = 300_000
"""Of one workbook, empty ones counted: a sheet may claim a million rows and hold ten."""
TAGS = 2_000_000
"""In all parts of one workbook together, before it is opened: a row of empty cells is read whole."""
CHUNK = 1_000_000
ERRORS: tuple[type[Exception], ...] = (
    AttributeError,
    ArithmeticError,
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    ParseError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
)
"""What openpyxl raises for broken files, met by changing bytes of good files."""


def read(path: Path) -> Iterator[Piece | Note]:
    """A piece a cell that is not empty, hidden sheets too.

    Raises: ERRORS, limits.LockedError, limits.TooLargeError
    """
    from openpyxl import load_workbook  # a tenth of a second, spared where there is no workbook

    with path.open("rb") as file:
        if file.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
            raise limits.LockedError  # the container that Excel locks a workbook in
    with ZipFile(path) as packed:
        limits.check_packed(packed)
        if _tags(packed) > TAGS:
            raise limits.TooLargeError
        yield from limits.unread_parts(packed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # English remarks on charts and the like
        with redirect_stdout(StringIO()):  # openpyxl prints what it thinks of broken styles
            book = load_workbook(path, read_only=True, data_only=True)
        try:
            yield from _cells(book)
        finally:
            book.close()


def _tags(packed: ZipFile) -> int:
    found = 0
    for name in packed.namelist():
        if name.lower().endswith(".xml"):
            with packed.open(name) as part:
                while chunk := part.read(CHUNK):
                    found += chunk.count(b"<")
    return found


def _cells(book: Any) -> Iterator[Piece | Note]:
    seen = 0
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # some programs declare fewer cells than they write
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            seen += len(row) or 1
            for column, value in enumerate(row, 1):
                text = _written(value)
                if text:
                    place = f"{sheet.title}!{column_letters(column)}{number}"
                    yield Piece(place, text, sheet.title, column)
            if seen > CELLS:
                yield limits.cut(f"{sheet.title}, dòng {number}")
                return


def _written(value: object) -> str:
    """A value as the sheet shows it, near enough: numbers in full, dates in the usual order."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return say_day(value) if isinstance(value, date) else str(value)
