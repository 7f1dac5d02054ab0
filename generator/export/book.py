"""Workbooks of plain tables (Office Open XML, ECMA-376): true dates and numbers, no formula, nothing of the clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any

from xlsxwriter import Workbook

from generator.export.cells import say, told
from generator.export.columns import Column
from generator.export.styles import FORMATS, fit, form_of

ABOUT_WIDTHS = 36, 90
"""Of the columns of a sheet of lines, in characters."""
TOP = {"valign": "top"}
WRAPPED = {**TOP, "text_wrap": True}
HEADING = {**WRAPPED, "bold": True, "font_color": "#FFFFFF", "bg_color": "#0B3C68"}
IN_MEMORY = {"in_memory": True}
STREAMED = {"constant_memory": True, "use_zip64": True}


class Book:
    """A workbook, one sheet after the other; one that goes into a file never holds more than a row."""

    def __init__(self, into: Path | IO[bytes], day: date) -> None:
        """`day` stands as the one on which it was made."""
        streamed = isinstance(into, Path)
        self._book = Workbook(into, STREAMED if streamed else IN_MEMORY)
        self._book.set_properties({"created": datetime.combine(day, time())})
        self._text = self._book.add_format({**WRAPPED, "quote_prefix": True})
        self._heading = self._book.add_format(HEADING)
        self._typed = {
            form: self._book.add_format({**TOP, "num_format": shown}) for form, shown in FORMATS.items()
        }
        self._sheet: Any = None
        self._looks: list[Any] = []
        self.rows = 0
        """Of the table that is open, its heading too."""

    def table(self, name: str, columns: Sequence[Column], widths: Iterable[int]) -> None:
        """A sheet with a frozen, filterable heading; its rows are appended."""
        self._finish()
        self._sheet, self.rows = self._add(name, widths), 1
        self._looks = [self._typed.get(form_of(column)) for column in columns]
        self._sheet.freeze_panes(1, 0)
        for place, column in enumerate(columns):
            _write_text(self._sheet, 0, place, column.heading, self._heading)

    def append(self, values: Iterable[Any]) -> None:
        """A row of the table: a value for each column."""
        for place, (value, look) in enumerate(zip(values, self._looks, strict=True)):
            if not told(value):
                continue
            if look is None:
                _write_text(self._sheet, self.rows, place, say(value), self._text)
            elif isinstance(value, date | time):
                self._sheet.write_datetime(self.rows, place, value, look)
            else:
                self._sheet.write_number(self.rows, place, value, look)
        self.rows += 1

    def close(self, name: str, lines: Iterable[tuple[str, str]]) -> None:
        """With a last sheet of lines that tell what the file is."""
        self._finish()
        sheet = self._add(name, ABOUT_WIDTHS)
        for number, line in enumerate(lines):
            for place, text in enumerate(line):
                if text:
                    _write_text(sheet, number, place, text, self._text)
        self._book.close()

    def _add(self, name: str, widths: Iterable[int]) -> Any:
        sheet = self._book.add_worksheet(name)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        return sheet

    def _finish(self) -> None:
        if self._sheet is not None:
            self._sheet.autofilter(0, 0, self.rows - 1, len(self._looks) - 1)


def _write_text(sheet: Any, row: int, place: int, text: str, look: Any) -> None:
    """A cell of text, whatever the text begins with."""
    clean = fit(text)
    if clean.startswith("<r>") and clean.endswith("</r>"):
        # write_string would take it for the markup of a rich text, and write it unescaped.
        sheet.write_rich_string(row, place, *clean[:2], clean[2:], look)
    else:
        sheet.write_string(row, place, clean, look)
