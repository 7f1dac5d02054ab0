"""A section as a workbook, opened by openpyxl: what a clerk sees in Excel."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from generator.core import Site
from generator.export.section import Section, sections
from generator.export.sheet_names import sheet_names
from generator.export.workbook import workbook_file
from generator.fields.base import Model, given, many, maybe
from generator.kinds import kinds
from generator.kinds._kind import Scope
from tests.conftest import DAY

HOSTILE = ["=1+1", "+84 912", "-5", "@SUM(A1)", '=HYPERLINK("http://x.example")', "a\nb", "\x00\x0b\x1fx", "\ufffe\uffffx", "dài " * 20_000]  # fmt: skip


class Part(Model):
    """A line within a row."""

    what: str = given("viec", "Việc", "Việc gì.")
    day: date = given("ngay", "Ngày", "Ngày nào.")


class Row(Model):
    """A row of every form."""

    id: str = given("ma", "Mã", "Mã.")
    text: str = given("chu", "Chữ", "Chữ.")
    year: int = given("nam", "Năm", "Năm.")
    money: int | None = maybe("tien", "Tiền", "Đồng.")
    day: date | None = maybe("ngay", "Ngày", "Ngày.")
    hour: time | None = maybe("gio", "Giờ", "Giờ.")
    sure: bool = given("chac", "Chắc", "Có hay không.")
    parts: list[Part] = many("viec", "Các việc: ngắn/dài", "Từng việc.")


def book_of(rows: list[Row]) -> Workbook:
    section = Section(kinds()[0], rows)
    site = Site("UBND xã A", "Tỉnh B", DAY, base="https://a.example/")
    return load_workbook(io.BytesIO(workbook_file(section, site).content or b""))


def row(text: str, id: str = "a", parts: tuple[Part, ...] = ()) -> Row:
    return Row.model_construct(
        id=id,
        text=text,
        year=2026,
        money=1_250_000_000,
        day=DAY,
        hour=time(7, 30),
        sure=True,
        parts=list(parts),
    )


def cells(book: Workbook) -> Iterator[Any]:
    return (cell for sheet in book for line in sheet.iter_rows() for cell in line)


def test_dates_sums_years_and_hours_are_what_excel_calculates_with() -> None:
    book = book_of([row("x")])
    _, _, year, money, day, hour, sure, _ = next(iter(book.worksheets[0].iter_rows(min_row=2)))
    assert (year.value, year.number_format) == (2026, "0")
    assert (money.value, money.number_format) == (1_250_000_000, "#,##0")
    assert (day.value, day.number_format) == (datetime(2026, 11, 22), "dd/mm/yyyy")
    assert hour.value == time(7, 30)
    assert sure.value == "có"


def test_the_heading_is_vietnamese_frozen_and_can_be_filtered() -> None:
    sheet = book_of([row("x"), row("y")]).worksheets[0]
    assert [cell.value for cell in sheet[1]][:4] == ["Mã", "Chữ", "Năm", "Tiền"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:H3"
    assert all(9 <= sheet.column_dimensions[letter].width <= 60 for letter in "ABCDEFGH")


def test_a_repeated_group_stands_on_a_sheet_of_its_own_beside_what_it_belongs_to() -> None:
    parts = tuple(Part.model_validate({"viec": text, "ngay": DAY}) for text in ("đào", "=xây"))
    book = book_of([row("x", "a", parts), row("y", "b")])
    assert book.sheetnames[1] == "Các việc ngắn dài"
    found = [[cell.value for cell in line] for line in book.worksheets[1].iter_rows()]
    assert found[0] == ["Mã", "Việc", "Ngày"]
    assert [line[:2] for line in found[1:]] == [["a", "đào"], ["a", "=xây"]]
    assert "2 dòng" in str(book.worksheets[0]["H2"].value)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_text_stays_text_and_opens(text: str) -> None:
    book = book_of([row(text)])
    found = book.worksheets[0]["B2"]
    assert found.data_type == "s"
    assert found.style_id != 0
    assert found.quotePrefix
    assert len(str(found.value)) <= 32_767
    assert not [cell for cell in cells(book) if cell.data_type == "f"]


def test_the_last_sheet_says_source_day_licence_and_what_each_column_means() -> None:
    lines = {str(a.value): str(b.value) for a, b in book_of([row("x")]).worksheets[-1].iter_rows()}
    assert lines["Nguồn"] == "UBND xã A, Tỉnh B"
    assert lines["Số liệu tính đến ngày"] == "22/11/2026"
    assert "CC BY 4.0" in lines["Giấy phép"]
    assert lines["Địa chỉ trang"].startswith("https://a.example/")
    assert lines["Tiền"] == "Đồng."


def test_every_workbook_of_the_sample_opens_without_a_formula(files: dict[str, bytes]) -> None:
    books = {path: load_workbook(io.BytesIO(files[path])) for path in files if path.endswith(".xlsx")}
    assert len(books) == len(kinds())
    assert [path for path, book in books.items() for cell in cells(book) if cell.data_type == "f"] == []


def test_nothing_of_the_clock_is_in_the_file(sample: Scope, sample_site: Site) -> None:
    section = sections(sample)[0]
    content = workbook_file(section, sample_site).content or b""
    with ZipFile(io.BytesIO(content)) as opened:
        assert {info.date_time for info in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = opened.read("docProps/core.xml").decode()
    assert (
        re.findall(r"\d\d:\d\d:\d\d|\d{4}-\d\d-\d\d", properties.partition("<dc:creator>")[2])
        == [
            f"{sample_site.day}",
            "00:00:00",
        ]
        * 2
    )
    assert workbook_file(replace(section), sample_site).content == content


def test_names_of_sheets_are_short_plain_and_each_once() -> None:
    assert sheet_names(["Kiến nghị", "kiến nghị", "a/b:c?", "'", "x" * 40]) == [
        "Kiến nghị",
        "kiến nghị 2",
        "a b c",
        "Bảng",
        "x" * 30 + "…",
    ]
