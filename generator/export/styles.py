"""How cells of a workbook look: dates as in Vietnam, sums with separators, headings bold."""

from __future__ import annotations

import re
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill

from generator.export.columns import Column

LONGEST = 32_767
"""Characters of a cell that Excel opens."""
CUT = "… (còn nữa, xem tệp JSON)"
FORMATS = {"integer": "#,##0", "number": "#,##0.######", "date": "dd/mm/yyyy", "time": "hh:mm"}
YEAR = "0"
UNPAIRED = re.compile(r"[\ud800-\udfff\ufffe\uffff]")


class Styles:
    """The styles of one workbook, each made once: setting them cell by cell takes most of the time."""

    def __init__(self, book: Any) -> None:
        sheet = book.create_sheet("x")
        book.remove(sheet)
        top = Alignment(vertical="top", wrap_text=True)
        self.text = _style(sheet, alignment=top, quotePrefix=True)
        self.heading = _style(
            sheet,
            alignment=top,
            font=Font(bold=True, color="FFFFFF"),
            fill=PatternFill("solid", fgColor="0B3C68"),
        )
        shown = {**FORMATS, "year": YEAR}
        upper = Alignment(vertical="top")
        self._typed = {t: _style(sheet, alignment=upper, number_format=f) for t, f in shown.items()}

    def of(self, column: Column) -> Any:
        """None for a column of text."""
        return self._typed.get(form_of(column))

    @staticmethod
    def fit(text: str) -> str:
        """What a cell can hold: no control characters, not too long."""
        clean = UNPAIRED.sub("", ILLEGAL_CHARACTERS_RE.sub("", text))
        return clean if len(clean) <= LONGEST else clean[: LONGEST - len(CUT)] + CUT


def form_of(column: Column) -> str:
    """Its form; of a year, which has no separators, "year"."""
    year = column.form == "integer" and column.keys[-1] == "nam"
    return "year" if year else column.form


def _style(sheet: Any, **look: Any) -> Any:
    cell: Any = WriteOnlyCell(sheet)
    for name, value in look.items():
        setattr(cell, name, value)
    return cell._style
