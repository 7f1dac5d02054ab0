"""Data files under the name of another type: never left out quietly."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.province import Province
from tests.conftest import Load, write_tree
from tests.test_load_files import PLANNED, XA, told

WORD = "PK\x03\x04" + "\x00" * 20 + "word/document.xml"


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("tiep-cong-dan", "noi_tiep: A\n", "Đổi tên thành “tiep-cong-dan.yml”."),
        ("tiep-cong-dan.txt", "noi_tiep: A\n", "Đổi tên thành “tiep-cong-dan.yml”."),
        ("Tiếp công dân.TXT", "noi_tiep: A\n", "Đổi tên thành “tiep-cong-dan.yml”."),
        (
            "bao-nham.txt",
            "bao_nham: []\n",
            "Đổi tên thành “bao-nham.yml”. Không phải dữ liệu thì cất chỗ khác.",
        ),
        ("du-an/DA-2027-01", PLANNED, "Đổi tên thành “DA-2027-01.yml”."),
        ("du-an/DA-2027-01.txt", PLANNED, "Đổi tên thành “DA-2027-01.yml”."),
        ("du-an/DA-2027-01.txt", f"ten:Sửa\n{PLANNED}", "Đổi tên thành “DA-2027-01.yml”."),
        ("du-an/DA-2027-01.json", '{"ma": "DA-2027-01"}', "Đổi tên thành “DA-2027-01.yml”."),
        ("du-an/DA-2027-01.dat", PLANNED, "Đổi tên thành “DA-2027-01.yml”."),
        ("quy/duong-ngo-xom", "ten: Đường\n", "Đổi tên thành “duong-ngo-xom.yml”."),
        ("quy/Đường ngõ.txt", "ten: Đường\n", "Đổi tên thành “duong-ngo.yml”."),
        ("ngan-sach/2026-6-thang.txt", "nam: 2026\n", "Đổi tên thành “2026-6-thang.yml”."),
        ("ho-tro", "ten: Gạo\n", "Đổi tên tệp này, tạo thư mục cùng tên rồi cất các tệp dữ liệu vào đó."),
        ("DA-2027-01.txt", PLANNED, "Chuyển vào du-an/, tên là “DA-2027-01.yml”."),
        (
            "can-bo.docx",
            "",
            "Gõ nội dung vào tệp “can-bo.yml” theo mẫu; tệp này muốn đính kèm thì chép vào tep/.",
        ),
        (
            "van-ban/2026-47.docx",
            "",
            "Gõ nội dung vào tệp “van-ban/2026-47.yml” theo mẫu; tệp này muốn đính kèm thì chép vào tep/.",
        ),
    ],
)
def test_a_data_file_with_another_ending_stops_the_commune(
    load: Load, name: str, text: str, hint: str
) -> None:
    scope, problems = load({name: text or WORD})
    assert [(p.code, str(p.level), p.hint) for p in problems] == [("unknown_file", "error", hint)]
    assert scope is None


def test_a_profile_with_another_ending_is_told_once(tmp_path: Path, province: Province) -> None:
    for name in ("xa", "xa.txt", "xa.docx"):
        assert told(write_tree(tmp_path / name / "xa-mau", {name: XA}), province) == [
            ("unknown_file", name)
        ]


def test_what_is_no_data_file_at_all_may_lie_beside_them(load: Load) -> None:
    scope, problems = load(
        {"README": "Ghi chú\n", "ghi-chu.txt": "Việc cần làm: gọi điện\n", "so-tay.docx": "x"}
    )
    assert scope
    assert problems == ()


def test_without_the_profile_nobody_is_to_delete_what_it_names(tmp_path: Path, province: Province) -> None:
    mark = (
        "bao_nham:\n  - {tep: xa.yml, loai: private_phone, gia_tri: 0912••••01, ly_do: Số thử, nguoi: A,"
        " ngay: 2/11/2026}\n"
    )
    folder = write_tree(tmp_path / "xa-mau", {"bao-nham.yml": mark, "tep/a.csv": "Thôn\n"})
    assert told(folder, province) == [("file_missing", "xa.yml")]
