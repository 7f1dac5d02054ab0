"""The tasks of the guide, done by hand and in the workbook: both ways give the same file.

What forms write is tried in `test_forms_browser.py`: it is canonical as it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from generator.tidy import State, tidy
from tests.from_schema.workbooks import PROJECTS, SAMPLE, Edited

PETITIONS = "Phản ánh, kiến nghị và trả lời"
NEW_PROJECT = """\
ten: "Cầu Khe Đá"
ma: DA-2026-09
tinh_trang: Đang chuẩn bị
tong_muc_dau_tu: 1,25 tỷ
thon: [khe-da, na-mau]
thoi_gian: {khoi_cong_ke_hoach: 15/1/2027}
cong_khai: {ngay_dang: "22/11/2026"}
"""


def _changed_schedule(text: str) -> str:
    put_off = "    dieu_chinh:\n      - {ngay: 17/12/2026, loai: Dời ngày, sang_ngay: 18/12/2026, ly_do: 'Họp HĐND', ngay_dang: 01/12/2026}\n"
    return text.replace("    dieu_chinh:\n", put_off, 1)


def _answered(text: str) -> str:
    return text + "tra_loi: {ngay: 21/11/2026, co_quan: UBND xã Mẫu, noi_dung: Đã đặt thêm 4 thùng.}\n"


def _corrected(text: str) -> str:
    fixed = text.replace("hoan_thanh_ke_hoach: 2027-06-30", "hoan_thanh_ke_hoach: 30-7-2027")
    told = "  dinh_chinh:\n    - {ngay: 22/11/2026, noi_dung: Hạn xong sửa từ 30/6 thành 30/7., ly_do: Gõ nhầm.}\n"
    return fixed + told


def _declared(text: str) -> str:
    return text + (
        "  - {nghia_vu: THDC-11.12, ky: Quý 4 năm 2026, nguoi_khai: Ma Thị Lan,"
        " chuc_vu: Chủ tịch UBND xã, ngay: 22.11.2026}\n"
    )


def _new_in_workbook(edited: Edited) -> None:
    edited.put(
        PROJECTS,
        6,
        {
            "ma": "DA-2026-09",
            "ten": "Cầu Khe Đá",
            "tinh_trang": "Đang chuẩn bị",
            "tong_muc_dau_tu": 1_250_000_000,
            "thon": "Bản Khe Đá\nXóm Nà Mẫu",
            "thoi_gian.khoi_cong_ke_hoach": datetime(2027, 1, 15),
            "cong_khai.ngay_dang": datetime(2026, 11, 22),
        },
    )


def _schedule_in_workbook(edited: Edited) -> None:
    sheet = "Tiếp công dân - Điều chỉnh"
    edited.book[sheet].insert_rows(3)
    edited.put(sheet, 3, {"#1": 1, "ngay": datetime(2026, 12, 17), "loai": "Dời ngày"})
    edited.put(sheet, 3, {"sang_ngay": "18/12/2026", "ly_do": "Họp HĐND", "ngay_dang": "01/12/2026"})


def _answer_in_workbook(edited: Edited) -> None:
    row = next(row for row in range(3, 20) if edited.at(PETITIONS, row, "ma").value == "2026-024")
    answer = {"tra_loi.ngay": datetime(2026, 11, 21), "tra_loi.co_quan": "UBND xã Mẫu"}
    edited.put(PETITIONS, row, {**answer, "tra_loi.noi_dung": "Đã đặt thêm 4 thùng."})


def _correction_in_workbook(edited: Edited) -> None:
    row = next(row for row in range(3, 9) if edited.at(PROJECTS, row, "ma").value == "DA-2026-03")
    edited.put(PROJECTS, row, {"thoi_gian.hoan_thanh_ke_hoach": "30/07/2027"})
    told = {"#0": "DA-2026-03", "ngay": "22/11/2026", "noi_dung": "Hạn xong sửa từ 30/6 thành 30/7."}
    edited.put("Dự án, công trình - Đính chính", 4, {**told, "ly_do": "Gõ nhầm."})


def _declaration_in_workbook(edited: Edited) -> None:
    sheet = next(name for name in edited.book.sheetnames if name.endswith(" - Không phát sinh"))
    told = {"nghia_vu": "THDC-11.12", "ky": "quý IV/2026", "nguoi_khai": "Ma Thị Lan"}
    edited.put(sheet, 5, {**told, "chuc_vu": "Chủ tịch UBND xã", "ngay": datetime(2026, 11, 22)})


@pytest.mark.parametrize(
    ("kind", "path", "by_hand", "in_workbook"),
    [
        ("reception", "tiep-cong-dan.yml", _changed_schedule, _schedule_in_workbook),
        ("project", "du-an/DA-2026-09.yml", lambda _: NEW_PROJECT, _new_in_workbook),
        ("petition", "kien-nghi/2026-024.yml", _answered, _answer_in_workbook),
        ("project", "du-an/DA-2026-03.yml", _corrected, _correction_in_workbook),
        ("empty", "khong-phat-sinh.yml", _declared, _declaration_in_workbook),
    ],
    ids=["schedule", "project", "answer", "correction", "nothing to disclose"],
)
def test_by_hand_and_in_the_workbook_a_task_gives_the_same_file(
    tmp_path: Path,
    kind: str,
    path: str,
    by_hand: Callable[[str], str],
    in_workbook: Callable[[Edited], None],
) -> None:
    written = tmp_path / "hand" / "xa" / "xa-mau" / path
    written.parent.mkdir(parents=True)
    before = (SAMPLE / path).read_text("utf-8") if (SAMPLE / path).exists() else ""
    written.write_text(by_hand(before), "utf-8")
    hand = tidy(written)
    assert hand.state is State.CHANGED, hand.problems
    edited = Edited(tmp_path, kind)
    in_workbook(edited)
    found = edited.plan()
    assert [str(problem.place) + problem.sentence for problem in found.problems] == []
    (change,) = found.changes
    assert (change.path, change.content) == (path, hand.content)
