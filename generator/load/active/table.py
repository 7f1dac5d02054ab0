"""Cells of a CSV file that a spreadsheet would run."""

from __future__ import annotations

import csv
import re
from contextlib import suppress
from pathlib import Path

from generator.load.texts import plain
from generator.load.wrong import Wrong, problem

FORMULA = re.compile(r"\s*(?:[=@]|[-+](?=.*[^\d\s.,()%/:+-]))", re.DOTALL)
"""Begins as a formula; a number, a telephone number, a date and a lone dash do not count."""


def in_csv(path: Path) -> Wrong | None:
    """The first cell that a spreadsheet would run, and how many there are.

    Raises: OSError
    """
    found: list[tuple[int, int]] = []
    with suppress(csv.Error):
        found.extend((row, column) for row, column, value in plain.cells(path) if FORMULA.match(value))
    if not found:
        return None
    more = f" và {len(found) - 1} ô khác" if len(found) > 1 else ""
    first = plain.place(*found[0])
    hint = "Bỏ dấu =, +, -, @ ở đầu ô, hoặc chỉ để kết quả thay cho công thức, rồi lưu lại."
    return problem("attachment_formula", f"có ô mà bảng tính sẽ chạy như công thức: {first}{more}", hint)
