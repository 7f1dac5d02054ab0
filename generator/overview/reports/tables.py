"""Tables of a report as a workbook, with a last sheet that tells what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.core import LICENCE_TOLD, File
from generator.export.columns import Column
from generator.export.workbook import Sheet, workbook
from generator.words.dates import say_day


@dataclass(frozen=True)
class About:
    """What a reader of the file alone must know."""

    title: str
    above: str
    """The province."""
    day: date
    method: str
    """How it is counted, in a sentence or two."""


def column(title: str, description: str = "", form: str = "string") -> Column:
    """A column of a table that no model declares; `form` as Table Schema names it."""
    return Column((), (title,), title, title, description, form, required=False)


UNIT = (column("Mã đơn vị", "Mã của Cục Thống kê, giữ số 0 ở đầu."), column("Xã, phường"))
"""Whose row it is."""


def book_file(path: str, about: About, sheets: Sequence[Sheet]) -> File:
    """The same bytes for the same figures and day."""
    return File(path, workbook(sheets, _lines(about, sheets), about.day))


def _lines(about: About, sheets: Sequence[Sheet]) -> list[tuple[str, str]]:
    described = [(c.heading, c.description) for sheet in sheets for c in sheet.columns if c.description]
    return [
        ("Báo cáo", about.title),
        ("Nguồn", f"Máy đếm từ trang công khai của từng xã, phường, {about.above}"),
        ("Số liệu tính đến ngày", say_day(about.day)),
        ("Cách tính", about.method),
        ("Giấy phép", LICENCE_TOLD),
        ("", ""),
        ("Tên cột", "Nghĩa của cột"),
        *dict.fromkeys(described),
    ]
