"""The five tasks of the guide, each done by hand, in the workbook and in the forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.tidy import State, tidy
from tests.from_schema.form_page import FormPage
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
    put_off = "      - {ngay: 17/12/2026, loai: Dời ngày, sang_ngay: 18/12/2026, ly_do: 'Họp HĐND', ngay_dang: 01/12/2026}\n    da_tiep:\n"
    return text.replace("    da_tiep:\n", put_off, 1)


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
    edited.put(sheet, 9, {"#1": 1, "ngay": datetime(2026, 12, 17), "loai": "Dời ngày"})
    edited.put(sheet, 9, {"sang_ngay": "18/12/2026", "ly_do": "Họp HĐND", "ngay_dang": "01/12/2026"})


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


def _schedule_in_form(form: FormPage) -> None:
    form.open("chung/entries/tiep-cong-dan")
    form.unfold("lich", 0)
    form.add("lich.0.dieu_chinh")
    put_off = {"ngay": "2026-12-17", "loai": "Dời ngày", "sang_ngay": "2026-12-18", "ly_do": "Họp HĐND"}
    form.put_all({**put_off, "ngay_dang": "2026-12-01"}, "lich.0.dieu_chinh.6.")


def _new_in_form(form: FormPage) -> None:
    form.open("du-an/new")
    form.put_all({"ma": "DA-2026-09", "ten": "Cầu Khe Đá", "tinh_trang": "Đang chuẩn bị"})
    form.put_each("thon", ("Khe Đá", "Nà Mẫu"))
    form.put("tong_muc_dau_tu", "1250000000")
    form.include("thoi_gian")
    form.put("thoi_gian.khoi_cong_ke_hoach", "2027-01-15")
    form.include("cong_khai")
    form.put("cong_khai.ngay_dang", "2026-11-22")


def _answer_in_form(form: FormPage) -> None:
    form.open("kien-nghi/entries/2026-024")
    form.include("tra_loi")
    answer = {"ngay": "2026-11-21", "co_quan": "UBND xã Mẫu", "noi_dung": "Đã đặt thêm 4 thùng."}
    form.put_all(answer, "tra_loi.")


def _correction_in_form(form: FormPage) -> None:
    form.open("du-an/entries/DA-2026-03")
    form.put("thoi_gian.hoan_thanh_ke_hoach", "2027-07-30")
    form.add("cong_khai.dinh_chinh")
    told = {"ngay": "2026-11-22", "noi_dung": "Hạn xong sửa từ 30/6 thành 30/7.", "ly_do": "Gõ nhầm."}
    form.put_all(told, "cong_khai.dinh_chinh.0.")


def _declaration_in_form(form: FormPage) -> None:
    form.open("chung/entries/khong-phat-sinh")
    form.add("khong_phat_sinh")
    told = {"nghia_vu": "THDC-11.12", "ky": "quý IV/2026", "nguoi_khai": "Ma Thị Lan"}
    form.put_all({**told, "chuc_vu": "Chủ tịch UBND xã", "ngay": "2026-11-22"}, "khong_phat_sinh.2.")


@dataclass(frozen=True)
class Task:
    """One task of the guide in its three ways."""

    name: str
    kind: str
    path: str
    """Of the file, inside the commune's folder."""
    edited: Callable[[str], str]
    in_workbook: Callable[[Edited], None]
    in_form: Callable[[FormPage], None]

    def by_hand(self, folder: Path) -> bytes:
        """The file after it was written by hand and tidied."""
        written = folder / "hand" / "xa" / "xa-mau" / self.path
        written.parent.mkdir(parents=True)
        before = (SAMPLE / self.path).read_text("utf-8") if (SAMPLE / self.path).exists() else ""
        written.write_text(self.edited(before), "utf-8")
        found = tidy(written)
        assert found.state is State.CHANGED, found.problems
        assert found.content
        return found.content


TASKS = (
    Task(
        "schedule",
        "reception",
        "tiep-cong-dan.yml",
        _changed_schedule,
        _schedule_in_workbook,
        _schedule_in_form,
    ),
    Task(
        "project", "project", "du-an/DA-2026-09.yml", lambda _: NEW_PROJECT, _new_in_workbook, _new_in_form
    ),
    Task("answer", "petition", "kien-nghi/2026-024.yml", _answered, _answer_in_workbook, _answer_in_form),
    Task(
        "correction",
        "project",
        "du-an/DA-2026-03.yml",
        _corrected,
        _correction_in_workbook,
        _correction_in_form,
    ),
    Task(
        "nothing to disclose",
        "empty",
        "khong-phat-sinh.yml",
        _declared,
        _declaration_in_workbook,
        _declaration_in_form,
    ),
)
