"""How values stand in the cells of workbooks: dates as in Vietnam, sums with separators, texts that fit."""

from __future__ import annotations

import re

from generator.export.columns import Column

LONGEST = 32_767
"""Characters of a cell that Excel opens."""
CUT = "… (còn nữa, xem tệp JSON)"
FORMATS = {
    "integer": "#,##0",
    "number": "#,##0.######",
    "date": "dd/mm/yyyy",
    "time": "hh:mm",
    "year": "0",
}
REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot say (XML 1.0, 2.2)."""


def fit(text: str) -> str:
    """What a cell can hold: no control characters, not too long."""
    clean = REFUSED.sub("", text)
    return clean if len(clean) <= LONGEST else clean[: LONGEST - len(CUT)] + CUT


def form_of(column: Column) -> str:
    """Its form; of a year, which has no separators, "year"."""
    year = column.form == "integer" and column.keys[-1] == "nam"
    return "year" if year else column.form
