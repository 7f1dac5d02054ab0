"""A workbook that grows row by row: no sheet is ever whole in memory, and a full one is followed by another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from generator.export.columns import Column
from generator.export.fixed_zip import save
from generator.export.sheet_names import sheet_names
from generator.export.styles import Styles
from generator.export.workbook import ABOUT, heading_width, text_cell, typed_cell, write_plain

MOST_ROWS = 1_048_576
"""Of a sheet, the heading too (Excel's limit)."""
WIDTH = 22
"""Of a column, in characters: what comes is not known yet."""


class Sheets:
    """The rows of one table, in as many sheets as they need."""

    def __init__(self, title: str, columns: Sequence[Column]) -> None:
        self._title, self._columns = title, columns
        self._book: Any = Workbook(write_only=True)
        self._styles = Styles(self._book)
        self._sheet: Any = None
        self._rows = 0
        """Of the last sheet."""

    def append(self, row: Iterable[Any]) -> None:
        if self._sheet is None or self._rows == MOST_ROWS:
            self._start()
        self._sheet.append(
            [
                typed_cell(self._sheet, value, column, self._styles)
                for value, column in zip(row, self._columns, strict=True)
            ]
        )
        self._rows += 1

    def save(self, path: Path, about: Iterable[tuple[str, str]]) -> None:
        """With a last sheet that says what the file is."""
        self._finish()
        write_plain(self._book, ABOUT, about, self._styles)
        with path.open("wb") as file:
            save(self._book, file)

    def _start(self) -> None:
        """A sheet with a frozen heading."""
        self._finish()
        number = len(self._book.worksheets) + 1
        sheet = self._book.create_sheet(sheet_names([self._title] * number)[-1])
        for index, column in enumerate(self._columns, 1):
            letter = get_column_letter(index)
            sheet.column_dimensions[letter].width = max(WIDTH, heading_width(column))
        sheet.freeze_panes = "A2"
        sheet.append([text_cell(sheet, each.heading, self._styles.heading) for each in self._columns])
        self._sheet, self._rows = sheet, 1

    def _finish(self) -> None:
        """Make the sheet that is full filterable, and write it away."""
        if self._sheet is not None:
            last = get_column_letter(len(self._columns))
            self._sheet.auto_filter.ref = f"A1:{last}{self._rows}"
            self._sheet.close()
