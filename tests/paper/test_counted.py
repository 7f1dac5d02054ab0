"""Pages of a paper are counted sheet by sheet, whatever stands beside it."""

from __future__ import annotations

import re

from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet
from generator.paper import Paper, press
from tests.paper.reading import Reading


def counts(scope: Scope, *rows: int) -> list[list[tuple[str, str]]]:
    """What each page says of its number, for lists of so many rows."""
    row = {"what": "Việc", "posted": "01/07/2026", "forms": "Niêm yết"}
    sheets = [
        Sheet(f"x{n}", "Danh sách", "lists/quarter.typ", {"basis": "", "rows": [row] * n}) for n in rows
    ]
    pages = Reading(press(Paper("x", "Danh sách", tuple(sheets)), scope)).reader.pages
    return [re.findall(r"Trang (\d+) ?/ ?(\d+)", page.extract_text()) for page in pages]


def test_pages_are_counted_within_each_sheet_and_a_single_page_has_no_number(sample: Scope) -> None:
    assert counts(sample, 3, 40, 3) == [[], [("1", "3")], [("2", "3")], [("3", "3")], []]
