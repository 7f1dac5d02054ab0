"""A workbook as it is written, in memory and row by row: texts and figures come back, nothing of the machine is in it."""

from __future__ import annotations

import os
import time
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.export.book import Book
from generator.export.columns import columns
from generator.fields.base import Model, given
from tests.conftest import DAY

MARKUP = (
    "<r><t>đậm</t></r>",
    "<r></r>",
    "<r>&</r>",
    "&amp;<b>",
    "  hai dòng\ncuối ",
    "'01",
    "007",
    "http://x.example",
)


class Figure(Model):
    """A line with a share."""

    what: str = given("chi-tieu", "Chỉ tiêu", "Chỉ tiêu gì.")
    share: Decimal = given("ty-le", "Tỷ lệ", "Phần trăm.")


@pytest.mark.parametrize("streamed", [False, True])
def test_what_looks_like_markup_and_figures_come_back_as_they_were(tmp_path: Path, streamed: bool) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        book = Book(path if streamed else file, DAY)
        book.table("Ai & 'ai' <1>", columns(Figure), [12, 30])
        shares = [Decimal("0.10"), Decimal("1E+3"), Decimal(-7), Decimal("98.25")] * 2
        for pair in zip(MARKUP, shares, strict=True):
            book.append(pair)
        book.append(["x", None])
        book.close("Về tệp này", [("<r>a</r>", "")])
    opened = load_workbook(path)
    assert opened.sheetnames == ["Ai & 'ai' <1>", "Về tệp này"]
    rows = [[cell.value for cell in line] for line in opened.worksheets[0].iter_rows(min_row=2, max_row=9)]
    assert rows == [[text, float(share)] for text, share in zip(MARKUP, shares, strict=True)]
    assert opened.worksheets[1]["A1"].value == "<r>a</r>"
    sheet = opened.worksheets[0]
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:B10", "A2")
    assert sheet["B10"].value is None
    assert sheet.column_dimensions["B"].width == pytest.approx(
        30 + 5 / 7, abs=0.01
    )  # padding of 5 of 7 pixels


def made(path: Path) -> bytes:
    """A workbook by the code of the province, written row by row."""
    book = Book(path, DAY)
    book.table("Bảng", columns(Figure), [12, 30])
    book.append(["đào", Decimal(7)])
    book.close("Về tệp này", [("Nguồn", "Tỉnh B")])
    return path.read_bytes()


def test_neither_the_zone_nor_the_rights_of_files_show_in_a_streamed_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = set()
    before = os.umask(0o022)
    try:
        for number, (zone, mask) in enumerate(
            [("UTC", 0o022), ("Asia/Ho_Chi_Minh", 0o077), ("EST5EDT", 0)]
        ):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            os.umask(mask)
            found.add(made(tmp_path / f"{number}.xlsx"))
    finally:
        os.umask(before)
        monkeypatch.undo()
        time.tzset()
    assert len(found) == 1
