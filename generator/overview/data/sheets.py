"""A workbook that grows row by row: no sheet is ever whole in memory, and a full one is followed by another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from generator.export.book import Book
from generator.export.columns import Column
from generator.export.sheet_names import sheet_names
from generator.export.workbook import ABOUT, heading_width

MOST_ROWS = 1_048_576
"""Of a sheet, the heading too (Excel's limit)."""
WIDTH = 22
"""Of a column, in characters: what comes is not known yet."""


class Sheets:
    """The rows of one table, in as many sheets as they need; the file stands when it is saved."""

    def __init__(self, path: Path, title: str, columns: Sequence[Column], day: date) -> None:
        self._title, self._columns = title, columns
        self._book = Book(path, day)
        self._sheets = 0

    def append(self, row: Iterable[Any]) -> None:
        if not self._sheets or self._book.rows == MOST_ROWS:
            self._start()
        self._book.append(row)

    def save(self, about: Iterable[tuple[str, str]]) -> None:
        """With a last sheet that says what the file is."""
        self._book.close(ABOUT, about)

    def _start(self) -> None:
        self._sheets += 1
        name = sheet_names([self._title] * self._sheets)[-1]
        self._book.table(name, self._columns, (max(WIDTH, heading_width(each)) for each in self._columns))
