"""What people do in a workbook: each change told in words, each mistake at its cell."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from generator.from_schema.excel.importing import plan
from generator.from_schema.excel.present import present
from generator.load.yaml_tree import read_yaml
from tests.from_schema.workbooks import PACKAGES, PROJECTS, Edited, by_hand, text

RULES, YEARS = "Tiếp công dân - Lịch định kỳ", "Tiếp công dân - Lịch từng năm"
ROAD = "du-an/DA-2026-01.yml"
"""In row 4 of the sheet of projects."""


def test_a_changed_value_is_told_with_old_and_new_and_only_its_file_is_written(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project", "reception")
    edited.put(
        PROJECTS, 4, {"thoi_gian.khoi_cong_thuc_te": datetime(2026, 3, 25), "tinh_trang": "Tạm dừng"}
    )
    assert edited.lines() == [
        "Tình trạng: Đang thực hiện → Tạm dừng",
        "Thời gian: Khởi công thực tế: 24/03/2026 → 25/03/2026",
    ]
    (change,) = edited.plan().changes
    assert (change.path, change.is_new, change.is_newer) == (ROAD, False, False)
    before = (edited.folder / ROAD).read_text("utf-8")
    after = before.replace("tinh_trang: dang_thuc_hien", "tinh_trang: tam_dung").replace(
        "khoi_cong_thuc_te: 2026-03-24", "khoi_cong_thuc_te: 2026-03-25"
    )
    assert change.content == after.encode()


def test_a_new_record_with_its_groups_becomes_a_file(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    edited.put(PROJECTS, 6, {"ma": "DA-2026-09", "ten": "Cầu Khe Đá", "tinh_trang": "Đang chuẩn bị"})
    edited.put(PROJECTS, 6, {"thon": "bản khe đá\nXóm Nà Mẫu", "tong_muc_dau_tu": "1,25 tỷ"})
    edited.put(PACKAGES, 40, {"#0": "DA-2026-09", "ten": "Thi công", "gia_goi_thau": 900_000_000})
    (change,) = edited.plan().changes
    assert (change.path, change.is_new) == ("du-an/DA-2026-09.yml", True)
    assert change.content == (
        b"ma: DA-2026-09\nten: C\xe1\xba\xa7u Khe \xc4\x90\xc3\xa1\ntinh_trang: chuan_bi\nthon:\n  - khe-da\n  - na-mau\n"
        b"tong_muc_dau_tu: 1250000000\ngoi_thau:\n  - ten: Thi c\xc3\xb4ng\n    gia_goi_thau: 900000000\n"
    )


@pytest.mark.parametrize(
    ("key", "value", "number_format", "expected"),
    [
        ("tong_muc_dau_tu", "1.250.000.000", "@", "1250000000"),
        ("tong_muc_dau_tu", "1,25 tỷ", "@", "1250000000"),
        ("tong_muc_dau_tu", 1.25e9, "#,##0", "1250000000"),
        ("thoi_gian.khoi_cong_thuc_te", "05/11/2026", "@", "2026-11-05"),
        ("thoi_gian.khoi_cong_thuc_te", date(2026, 11, 5), "[$-42A]dd/mm/yyyy;@", "2026-11-05"),
        ("giai_phong_mat_bang.dien_tich_m2", 1.234, "General", "1.2340"),
        ("giai_phong_mat_bang.dien_tich_m2", 6250, "#,##0", "6250"),
        ("giai_phong_mat_bang.dien_tich_m2", 0.1 + 0.2, "General", "0.3"),
    ],
)
def test_values_are_read_as_they_are_typed_or_kept_by_excel(
    tmp_path: Path, key: str, value: Any, number_format: str, expected: str
) -> None:
    edited = Edited(tmp_path, "project")
    edited.put(PROJECTS, 4, {key: value}, number_format)
    (change,) = edited.plan().changes
    found: Any = read_yaml(change.content or b"", ROAD).tree
    for part in key.split("."):
        found = found[part]
    assert found == expected


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [(0.985, "0.0%", "98.5"), ("98,5%", "@", "98.5"), (62, "General", "62")],
)
def test_per_cent_is_what_the_cell_shows(
    tmp_path: Path, value: Any, number_format: str, expected: str
) -> None:
    edited = Edited(tmp_path, "project")
    edited.put("Dự án, công trình - Khối lượng", 3, {"phan_tram": value}, number_format)
    assert f"phan_tram: {expected}\n".encode() in b"".join(c.content or b"" for c in edited.plan().changes)


@pytest.mark.parametrize(
    "value", [time(14, 30), "14:30", "2 giờ rưỡi chiều", datetime(1900, 1, 1, 14, 30).time()]
)
def test_times_are_read_from_cells_of_time_and_from_words(tmp_path: Path, value: Any) -> None:
    edited = Edited(tmp_path, "meeting")
    edited.put("Đối thoại, hội nghị", 3, {"gio": value}, "hh:mm" if isinstance(value, time) else "@")
    assert [line for line in edited.lines() if line.endswith("→ 14:30")]


def test_truth_values_and_words_for_them(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "fund")
    voluntary = edited.at("Quỹ và khoản đóng góp", 3, "tu_nguyen").value
    edited.put("Quỹ và khoản đóng góp", 3, {"tu_nguyen": voluntary != "có"})
    assert len(edited.lines()) == 1


@pytest.mark.parametrize(
    ("sheet", "key", "value", "code"),
    [
        (PROJECTS, "tong_muc_dau_tu", 1.25, "money_ambiguous"),
        (PROJECTS, "tinh_trang", "Đang làm dở", "choice_unknown"),
        (PROJECTS, "ten", None, "missing"),
        (PROJECTS, "ten", "=1+1", "excel_formula"),
        (PROJECTS, "thoi_gian.khoi_cong_thuc_te", 46_331, "date_serial"),
        (PROJECTS, "thoi_gian.khoi_cong_thuc_te", "31/02/2026", "date_impossible"),
        (PACKAGES, "gia_goi_thau", -5, "money_negative"),
        (PACKAGES, "#0", "DA-khac", "excel_owner_unknown"),
        (PACKAGES, "#0", None, "excel_owner_unknown"),
        (PROJECTS, "ma", "DA-2025-02", "excel_row_twice"),
        (PROJECTS, "chu_dau_tu.dien_thoai", 2_000_000_006, "phone_lost_zero"),
        (PROJECTS, "thon", "thôn lạ", "thon_unknown"),
    ],
)
def test_a_mistake_is_told_at_its_cell_by_the_readers_of_data_files(
    tmp_path: Path, sheet: str, key: str, value: Any, code: str
) -> None:
    edited = Edited(tmp_path, "project")
    edited.put(sheet, 4, {key: value}, "General")
    cell = edited.at(sheet, 4, key).coordinate
    assert (f"{sheet}!{cell}", code) in edited.told()
    assert edited.plan().changes == ()


def test_codes_that_lost_their_zeros_are_refused(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "procedure")
    edited.put("Thủ tục hành chính - Thủ tục", 3, {"ma": 1.00157}, "General")
    assert edited.told() == [("Thủ tục hành chính - Thủ tục!A3", "procedure_code_lost_zero")]


def test_an_error_of_the_spreadsheet_is_told(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    edited.put(PROJECTS, 4, {"muc_tieu": "#REF!"})
    edited.at(PROJECTS, 4, "muc_tieu").data_type = "e"
    assert [code for _, code in edited.told()] == ["excel_error"]


def test_a_row_that_is_gone_is_told_and_kept_and_its_groups_are_no_mistake(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    edited.blank(PROJECTS, 4, but=["ma"])
    found = edited.plan()
    assert found.problems == ()
    assert [(change.path, change.content) for change in found.changes] == [(ROAD, None)]


def test_a_file_that_came_after_the_export_is_not_taken_for_gone(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    later = b"ma: DA-2026-10\nten: C\xe1\xba\xa7u\ntinh_trang: chuan_bi\n"
    (edited.folder / "du-an" / "DA-2026-10.yml").write_bytes(later)
    assert edited.plan().changes == ()


def test_a_file_that_was_changed_after_the_export_is_marked(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    path = edited.folder / ROAD
    path.write_text(path.read_text("utf-8").replace("2026-03-24", "2026-03-23"), encoding="utf-8")
    assert [(change.path, change.is_newer) for change in edited.plan().changes] == [(ROAD, True)]


def test_a_file_that_only_is_not_canonical_stays_as_it_is(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    path = edited.folder / ROAD
    path.write_text(f"# của tôi\n{path.read_text('utf-8')}", encoding="utf-8")
    assert edited.plan().changes == ()


def test_comments_that_would_be_lost_are_noticed(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    path = edited.folder / ROAD
    path.write_text(f"# của tôi\n{path.read_text('utf-8')}", encoding="utf-8")
    edited.put(PROJECTS, 4, {"ten": "Đường khác"})
    assert [change.loses_comments for change in edited.plan().changes] == [True]


def test_items_of_groups_within_groups_come_and_go(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "reception")
    edited.put(RULES, 10, {"#1": 1, "ma": "pho", "quy_tac": "Thứ Ba hằng tuần", "gio": "7:30 - 11:30", "nguoi_tiep": "Phó Chủ tịch UBND xã"})  # fmt: skip
    edited.blank(RULES, 4, but=["#1"])
    edited.put(YEARS, 4, {"nam": 2027, "#1": "2"})
    edited.put(RULES, 11, {"#1": "2", "ma": "chu-tich", "quy_tac": "Thứ Năm hằng tuần", "gio": "7:30 - 11:30", "nguoi_tiep": "Chủ tịch UBND xã"})  # fmt: skip
    lines = edited.lines()
    assert "Lịch từng năm, mục 1: Lịch định kỳ, mục 2: Mã lịch: hdnd → pho" in lines
    assert "Lịch từng năm: thêm mục 2: 2027" in lines
    tree: Any = read_yaml(edited.plan().changes[0].content or b"", "tiep-cong-dan.yml").tree
    assert [[rule["ma"] for rule in year["dinh_ky"]] for year in tree["lich"]] == [
        ["chu-tich", "pho"],
        ["chu-tich"],
    ]


def test_a_mistake_deep_inside_has_its_own_sheet(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "reception")
    edited.put(YEARS, 4, {"nam": 2027, "#1": "2"})
    edited.put(RULES, 4, {"gio": "sáng"})
    assert edited.told() == [(f"{RULES}!D4", "hours_expected"), (f"{RULES}!A5", "missing")]


def test_a_sheet_that_is_absent_changes_nothing(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project", "reception")
    del edited.book[PACKAGES]
    del edited.book[PROJECTS]
    assert edited.plan().changes == ()
    edited.put("Dự án, công trình - Nguồn vốn", 3, {"so_tien": 5})
    assert [change.path for change in edited.plan().changes] == ["du-an/DA-2025-02.yml"]


def test_half_of_what_belongs_together_is_refused(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "reception")
    del edited.book[RULES]
    assert [code for _, code in edited.told()] == ["excel_sheet_missing"]


def test_a_column_that_was_deleted_is_refused_where_something_would_be_lost(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    edited.book[PROJECTS].delete_cols(2)
    assert [code for _, code in edited.told()] == ["excel_column_missing"]


def test_columns_may_be_moved_and_headings_retyped(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    sheet = edited.book[PROJECTS]
    for row in sheet.iter_rows(max_col=2):
        row[0].value, row[1].value = row[1].value, row[0].value
    sheet.cell(2, 1).value = "Tên công trình của xã"
    sheet.title = "Dự án 2026"
    assert edited.plan() == edited.plan()
    assert edited.lines() == []


def test_without_the_hidden_row_headings_tell_the_columns(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    for sheet in edited.book.worksheets[1:-1]:
        sheet.delete_rows(1)
    assert edited.lines() == []


def test_what_stands_in_a_column_of_ones_own_is_not_lost_unseen(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    column = edited.book[PROJECTS].max_column + 1
    edited.book[PROJECTS].cell(4, column, "việc của tôi")
    assert [code for _, code in edited.told()] == ["excel_column_unknown"]


def test_a_workbook_of_another_program_is_read(tmp_path: Path) -> None:
    """As LibreOffice writes: texts in their cells, own format of dates, formats down to the last row."""
    edited = Edited(tmp_path, "project")
    cells = {
        "A1": text("Mã dự án"),
        "B1": text("Tên"),
        "C1": text("TÌNH TRẠNG"),
        "D1": text("Thời gian: Khởi công thực tế"),
        "E1": text("Tổng mức đầu tư"),
        "A2": text("DA-2027-01"),
        "B2": '<c t="inlineStr"><is><r><t>Kè </t></r><r><t>suối Mẫu</t></r></is></c>',
        "C2": text("dang chuan bi"),
        "D2": '<c s="1"><v>46331</v></c>',
        "E2": "<c><v>1.25E9</v></c>",
        "A1048576": '<c s="2"/>',
    }
    for path in (edited.folder / "du-an").iterdir():
        path.unlink()
    by_hand(edited.file, PROJECTS, cells)
    found = plan(edited.file, edited.folder)
    assert found.problems == ()
    assert [change.content for change in found.changes] == [
        "ma: DA-2027-01\nten: Kè suối Mẫu\ntinh_trang: chuan_bi\ntong_muc_dau_tu: 1250000000\n"
        "thoi_gian:\n  khoi_cong_thuc_te: 2026-11-05\n".encode()
    ]


def test_two_thon_of_one_name_are_told_apart_by_their_codes(tmp_path: Path) -> None:
    profile = tmp_path / "xa-mau" / "xa.yml"
    profile.parent.mkdir()
    thon = "".join(f"  - ma: x{n}\n    ten: Một\n    loai: xom\n" for n in (1, 2))
    profile.write_text(f'ma: "00000"\ntinh_trang: chinh_thuc\nthon:\n{thon}', encoding="utf-8")
    assert present(profile.parent, []).thon == {"x1": "Xóm Một (x1)", "x2": "Xóm Một (x2)"}


def test_a_notice_at_a_cell_does_not_hide_its_mistake(tmp_path: Path) -> None:
    edited = Edited(tmp_path, "project")
    edited.put(PROJECTS, 4, {"tinh_trang": "\uf0b7 xong"})
    assert sorted(code for _, code in edited.told()) == ["choice_unknown", "private_character"]


def test_mistakes_of_two_groups_have_their_own_cells_though_the_records_sheet_is_absent(
    tmp_path: Path,
) -> None:
    edited = Edited(tmp_path, "project")
    del edited.book[PROJECTS]
    edited.put("Dự án, công trình - Nguồn vốn", 3, {"so_tien": "nhiều"})
    edited.put(PACKAGES, 3, {"gia_goi_thau": "ít"})
    assert edited.told() == [
        (f"{PACKAGES}!E3", "money_expected"),
        ("Dự án, công trình - Nguồn vốn!C3", "money_expected"),
    ]
