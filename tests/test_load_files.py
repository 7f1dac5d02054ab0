"""Files of a folder: nothing outside it, nothing special opened, hostile names told safely."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.core import Level, Problem
from generator.load import load_commune
from generator.load.files import Folder
from generator.province import Province
from tests.conftest import Load, write_tree

XA = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'
WITH_FILE = XA + "cong_khai:\n  van_ban:\n    tep: {}\n"
PDF = "%PDF-1.4\n%%EOF\n"


def told(folder: Path, province: Province) -> list[tuple[str, str]]:
    _, problems = load_commune(folder, province)
    return [(p.code, p.place.path.removeprefix(f"{folder.as_posix()}/")) for p in problems]


def test_a_commune_whose_folder_is_a_link_is_not_entered(tmp_path: Path, province: Province) -> None:
    write_tree(tmp_path / "that", {"xa.yml": XA, "la.yml": "x: 1\n"})
    link = tmp_path / "xa-mau"
    link.symlink_to(tmp_path / "that")
    commune, problems = load_commune(link, province)
    assert commune is None
    assert [(p.code, p.place.path) for p in problems] == [("link_refused", link.as_posix())]


def test_a_link_on_the_way_to_an_attachment_is_refused(tmp_path: Path, province: Province) -> None:
    outside = write_tree(tmp_path / "ngoai", {"a.pdf": PDF})
    folder = write_tree(
        tmp_path / "xa-mau", {"xa.yml": WITH_FILE.format("tep/nam/a.pdf"), "tep/b.pdf": PDF}
    )
    (folder / "tep" / "nam").symlink_to(outside)
    assert set(told(folder, province)) == {("link_refused", "tep/nam")}


def test_a_folder_of_data_that_is_a_link_is_refused(tmp_path: Path, province: Province) -> None:
    outside = write_tree(tmp_path / "ngoai", {"DA-1.yml": "ma: DA-1\n"})
    folder = write_tree(tmp_path / "xa-mau", {"xa.yml": XA})
    (folder / "du-an").symlink_to(outside)
    assert told(folder, province) == [("link_refused", "du-an")]


def test_pipes_are_never_opened(tmp_path: Path, province: Province) -> None:
    folder = write_tree(tmp_path / "xa-mau", {"xa.yml": WITH_FILE.format("tep/a.pdf"), "tep/b.pdf": PDF})
    os.mkfifo(folder / "tiep-cong-dan.yml")
    os.mkfifo(folder / "tep" / "a.pdf")
    assert sorted(told(folder, province)) == [
        ("attachment_not_file", "xa.yml"),
        ("not_a_file", "tep/a.pdf"),
        ("not_a_file", "tiep-cong-dan.yml"),
    ]


def test_what_may_not_be_opened_is_a_problem(
    tmp_path: Path, province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_tree(
        tmp_path / "xa-mau", {"xa.yml": XA, "du-an/DA-1.yml": "ma: DA-1\n", "tep/a.pdf": PDF}
    )
    read, entries = Path.read_bytes, Path.iterdir

    def refuse(path: Path) -> bytes:
        if path.name == "xa.yml":
            raise PermissionError(13, "Permission denied")
        return read(path)

    def hide(path: Path) -> object:
        if path.name == "du-an":
            raise PermissionError(13, "Permission denied")
        return entries(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(Path, "iterdir", hide)
    assert sorted(told(folder, province)) == [("file_unreadable", "du-an"), ("file_unreadable", "xa.yml")]


@pytest.mark.parametrize(
    "name",
    [
        "dòng\nmới.yml",
        "<script>alert(1)<.yml",
        "a\x07.yml",
        "a\u202egpj.yml",
        "x" * 130 + ".yml",
        " đầu.yml",
        "a:b.yml",
        "a\\b.yml",
        "*.yml",
    ],
)
def test_hostile_names_are_refused_and_shown_on_one_safe_line(
    tmp_path: Path, province: Province, name: str
) -> None:
    folder = write_tree(tmp_path / "xa-mau", {"xa.yml": XA})
    (folder / name).write_text("a: 1\n")
    _, problems = load_commune(folder, province)
    assert [p.code for p in problems] == ["file_name_unfit"]
    assert said_safely(problems[0], folder)


def test_a_name_that_is_no_text_at_all_can_be_told(tmp_path: Path, province: Province) -> None:
    folder = write_tree(tmp_path / "xa-mau", {"xa.yml": XA})
    (Path(os.fsdecode(os.fsencode(folder) + b"/t\xa4i.yml"))).write_text("a: 1\n")
    _, problems = load_commune(folder, province)
    assert [p.code for p in problems] == ["file_name_unfit"]
    assert said_safely(problems[0], folder)


def said_safely(problem: Problem, folder: Path) -> bool:
    shown = problem.place.path.removeprefix(folder.as_posix())
    said = f"{shown} {problem.sentence} {problem.hint}"
    return said.isprintable() and "<" not in said and len(shown) < 260 and bool(said.encode())


def test_files_that_nothing_names_are_noticed_once_all_is_readable(
    tmp_path: Path, province: Province
) -> None:
    files = {
        "xa.yml": WITH_FILE.format("tep/a.pdf"),
        "tep/a.pdf": PDF,
        "tep/nam/b.pdf": PDF,
        "tep/.giu": "",
    }
    folder = write_tree(tmp_path / "xa-mau", files)
    commune, problems = load_commune(folder, province)
    assert commune
    assert [(p.level, p.place.path[-13:]) for p in problems if p.code == "file_unused"] == [
        (Level.NOTICE, "tep/nam/b.pdf")
    ]
    (folder / "xa.yml").write_text(XA + "la: 1\n", encoding="utf-8")
    assert told(folder, province) == [("unknown_key", "xa.yml")]


def test_a_folder_is_looked_through_once(tmp_path: Path) -> None:
    folder = Folder(write_tree(tmp_path, {"b.yml": "", "a/c.yml": ""}))
    assert folder.files() == ["a/c.yml", "b.yml"]
    assert folder.files() is folder.files()
    assert Folder(tmp_path / "khong-co").files() == []


DOCUMENT = "ma: 2026-47\nloai: quyet_dinh\nso: 47/QĐ-UBND\nngay: 06/07/2026\nco_quan: UBND\ntrich_yeu: Chợ\ntom_tat: Chợ\n"
PLANNED = "ten: Sửa đường\ntinh_trang: chuan_bi\n"


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("tiep-cong-dan (1).yml", "noi_tiep: A\n", "Đổi tên thành “tiep-cong-dan.yml”."),
        ("tiep-cong-dan.yaml", "noi_tiep: A\n", "Đổi tên thành “tiep-cong-dan.yml”."),
        ("Tiep-Cong-Dan - Copy.YML", "noi_tiep: A\n", "Đổi tên thành “tiep-cong-dan.yml”."),
        ("xa (1).yml", "x: 1\n", "Giống bản chép của “xa.yml”: xóa hoặc cất chỗ khác."),
        ("DA-2027-08.yml", PLANNED, "Chuyển vào du-an/, tên là “DA-2027-08.yml”."),
        ("du_an/DA-2027-08.yml", PLANNED, "Chuyển vào du-an/, tên là “DA-2027-08.yml”."),
    ],
)
def test_a_data_file_that_nothing_reads_is_told_where_it_belongs(
    load: Load, name: str, text: str, hint: str
) -> None:
    _, problems = load({name: text})
    assert [(p.code, p.hint) for p in problems] == [("unknown_file", hint)]


def test_a_profile_with_a_capital_is_told_alone_and_nobody_is_to_delete_good_files(
    tmp_path: Path, province: Province
) -> None:
    mark = (
        "bao_nham:\n  - {tep: xa.yml, loai: private_phone, gia_tri: 0912••••01, ly_do: Số thử, nguoi: A,"
        " ngay: 2/11/2026}\n"
    )
    files = {"Xa.yml": 'ma: "00000"\n', "tep/a.csv": "Thôn\n", "bao-nham.yml": mark}
    _, problems = load_commune(write_tree(tmp_path / "xa-mau", files), province)
    assert [(p.code, p.hint) for p in problems] == [("unknown_file", "Đổi tên thành “xa.yml”.")]


def test_a_copy_in_a_folder_of_data_is_told_to_be_one(load: Load) -> None:
    _, problems = load(
        {"du-an/DA-01.yml": f"ma: DA-01\n{PLANNED}", "du-an/DA-01 (1).yml": f"ma: DA-01\n{PLANNED}"}
    )
    assert [(p.code, p.hint) for p in problems] == [
        ("file_name", "Giống bản chép của “du-an/DA-01.yml”: xóa hoặc cất chỗ khác.")
    ]


def test_documents_among_data_files_are_noticed_and_files_of_programs_are_not(load: Load) -> None:
    names = ("van-ban/2026-47.docx", "du-an/anh.jpg", "du-an/Thumbs.db", "van-ban/~$2026-47.docx")
    scope, problems = load({**dict.fromkeys(names, "x"), "van-ban/2026-47.yml": DOCUMENT})
    assert scope
    assert [(p.code, p.hint) for p in problems] == [
        ("not_data_file", "Chép tệp này vào tep/, rồi ghi tên vào tệp .yml: tep/anh.jpg."),
        ("not_data_file", "Chép tệp này vào tep/, rồi ghi tên vào tệp .yml: tep/2026-47.docx."),
    ]


def test_a_link_that_is_named_as_an_attachment_is_told_once(tmp_path: Path, province: Province) -> None:
    outside = write_tree(tmp_path / "ngoai", {"a.pdf": PDF})
    folder = write_tree(tmp_path / "xa-mau", {"xa.yml": WITH_FILE.format("tep/a.pdf"), "tep/b.pdf": PDF})
    (folder / "tep" / "a.pdf").symlink_to(outside / "a.pdf")
    assert [one for one in told(folder, province) if one[0] == "link_refused"] == [
        ("link_refused", "tep/a.pdf")
    ]


def test_a_file_that_word_keeps_while_a_document_is_open_is_to_be_deleted(
    tmp_path: Path, province: Province
) -> None:
    folder = tmp_path / "xa-mau"
    (folder / "du-an").mkdir(parents=True)
    (folder / "xa.yml").write_text('ma: "00000"\ntinh_trang: cho_tiep_nhan\n', "utf-8")
    (folder / "du-an" / "~$x.yml").write_bytes(b"\x05Lan\x00")
    _, problems = load_commune(folder, province)
    found = [(p.code, p.hint) for p in problems if "du-an" in p.place.path]
    assert found == [("file_name_unfit", "Đóng Word, Excel, rồi xóa tệp tạm của Word/Excel này.")]
