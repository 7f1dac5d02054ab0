"""Workbooks that somebody made wrongly or with bad intent: refused in words, nothing runs, nothing swells."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from generator.from_schema.excel.importing import plan
from tests.from_schema.workbooks import PROJECTS, Edited, by_hand, exported, text

HEADS = {"A1": text("Mã dự án"), "B1": text("Tên"), "C1": text("Tình trạng")}
ROW = {"A2": text("DA-01"), "B2": text("Cầu"), "C2": text("Đang chuẩn bị")}


def _codes(file: Path, folder: Path) -> list[str]:
    folder.mkdir(exist_ok=True)
    found = plan(file, folder)
    assert found.changes == () or not found.problems
    return [problem.code for problem in found.problems]


def test_a_formula_is_never_computed_nor_its_last_value_taken(tmp_path: Path) -> None:
    cells = {**HEADS, **ROW, "B2": '<c t="str"><f>WEBSERVICE("http://x.example")</f><v>Cầu</v></c>'}
    assert _codes(by_hand(tmp_path / "x.xlsx", PROJECTS, cells), tmp_path / "xa") == ["excel_formula"]


def test_links_to_other_workbooks_are_not_followed(tmp_path: Path) -> None:
    file = by_hand(tmp_path / "x.xlsx", PROJECTS, HEADS | ROW)
    with ZipFile(file, "a") as packed:
        packed.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    assert _codes(file, tmp_path / "xa") == []


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    file = by_hand(tmp_path / "x.xlsx", PROJECTS, HEADS | ROW, bomb)
    assert _codes(file, tmp_path / "xa") == ["excel_broken"]


def test_what_unpacks_beyond_measure_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    file = by_hand(tmp_path / "x.xlsx", PROJECTS, HEADS | ROW)
    with (
        ZipFile(file, "a", ZIP_DEFLATED, compresslevel=1) as packed,
        packed.open("xl/x.bin", "w") as stream,
    ):
        for _ in range(160):
            stream.write(bytes(1_000_000))
    assert file.stat().st_size < 2_000_000
    assert _codes(file, tmp_path / "xa") == ["excel_too_large"]


@pytest.mark.parametrize("name", ["A900000", "ZZ2"])
def test_content_far_out_of_the_table_is_refused(tmp_path: Path, name: str) -> None:
    cells = HEADS | ROW | {name: text("x")}
    assert _codes(by_hand(tmp_path / "x.xlsx", PROJECTS, cells), tmp_path / "xa") == ["excel_too_large"]


def test_a_file_beyond_the_limit_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"PK" + bytes(10_000_001))
    assert _codes(tmp_path / "x.xlsx", tmp_path / "xa") == ["excel_too_large"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "excel_old"),
        (b"ma;ten\nDA-01;C\xe1\xba\xa7u\n", "excel_broken"),
        (b"", "excel_broken"),
        (b"PK\x03\x04" + bytes(100), "excel_broken"),
    ],
    ids=["xls", "csv", "empty", "torn"],
)
def test_other_files_under_the_name_of_a_workbook_are_refused(
    tmp_path: Path, content: bytes, code: str
) -> None:
    (tmp_path / "x.xlsx").write_bytes(content)
    assert _codes(tmp_path / "x.xlsx", tmp_path / "xa") == [code]


def test_a_zip_of_anything_else_is_no_workbook(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "x.xlsx", "w") as packed:
        packed.writestr("content.xml", "<office/>")
    assert _codes(tmp_path / "x.xlsx", tmp_path / "xa") == ["excel_broken"]


def test_every_torn_end_of_a_real_workbook_is_refused_in_words(tmp_path: Path) -> None:
    whole = exported("fund")
    for length in range(0, len(whole), len(whole) // 12):
        (tmp_path / "x.xlsx").write_bytes(whole[:length])
        assert _codes(tmp_path / "x.xlsx", tmp_path / "xa") == ["excel_broken"]


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet2.xml"]
)
@pytest.mark.parametrize("wrong", [b"", b"<x/>", b"<x", b"\xff\xfe\x00"])
def test_a_part_that_is_something_else_is_no_traceback(tmp_path: Path, part: str, wrong: bytes) -> None:
    with ZipFile(io.BytesIO(exported("fund"))) as source, ZipFile(tmp_path / "x.xlsx", "w") as packed:
        for name in source.namelist():
            packed.writestr(name, wrong if name == part else source.read(name))
    _codes(tmp_path / "x.xlsx", tmp_path / "xa")


def test_a_workbook_about_something_else_is_told_so(tmp_path: Path) -> None:
    file = by_hand(tmp_path / "x.xlsx", "Bảng lương", {"A1": text("Tên"), "A2": text("x")})
    assert _codes(file, tmp_path / "xa") == ["excel_sheet_unknown", "excel_no_sheet"]


def test_a_sheet_of_ones_own_is_left_out_with_a_notice(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    edited.book.create_sheet("Ghi chép").cell(1, 1, "của tôi")
    assert edited.told() == [("Ghi chép!A1", "excel_sheet_unknown")]
    assert edited.plan().changes == ()


def test_the_same_sheet_twice_is_refused(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    edited.book.copy_worksheet(edited.book[PROJECTS])
    assert [code for _, code in edited.told()] == ["excel_sheet_twice"]


def test_a_code_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    cells = HEADS | ROW | {"A2": text("../../x")}
    assert _codes(by_hand(tmp_path / "x.xlsx", PROJECTS, cells), tmp_path / "xa") == ["record_id_expected"]
    cells = {"A1": text("Tên tệp"), "B1": text("Loại ban"), "A2": text("../x"), "B2": text("x")}
    file = by_hand(tmp_path / "y.xlsx", "Giám sát của Nhân dân", cells)
    assert _codes(file, tmp_path / "xa") == ["record_id_expected"]
