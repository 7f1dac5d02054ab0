"""Loading: every scalar a string, every mistake with its place, nothing guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load import load_commune
from generator.load.yaml_tree import read_yaml
from generator.province import Province
from tests.conftest import Load, write_tree

XA = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'


def test_every_scalar_stays_the_string_that_was_written() -> None:
    text = "gio: 7:30\nma: 01840\nso: 0123456701\ntien: 1.500\nco: no\nngay: 2026-11-05\ntrong:\nrong: ~\n"
    assert read_yaml(text.encode(), "a.yml").tree == {
        "gio": "7:30",
        "ma": "01840",
        "so": "0123456701",
        "tien": "1.500",
        "co": "no",
        "ngay": "2026-11-05",
    }


def test_places_count_from_one_and_reach_into_lists() -> None:
    reading = read_yaml(b"a:\n  - b: x\n    c: 'y'\n", "a.yml")
    assert reading.places[("a", 0, "b")] == (2, 8)
    assert reading.places[("a", 0, "c")] == (3, 8)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("ma: 1\nma: 2\n", "duplicate_key", (2, 1)),
        ("a: &x 1\nb: 2\n", "yaml_anchor", (1, 4)),
        ("a: &x 1\nb: *x\n", "yaml_anchor", (1, 4)),
        ("a: !!int 1\n", "yaml_tag", (1, 4)),
        ("a: 1\n---\nb: 2\n", "yaml_many_documents", (2, 1)),
        ("a:\n\tb: 1\n", "tab_indent", (2, 1)),
        ("a: 'x\nb: 1\n", "quote_unclosed", (1, 4)),
        ("a: b: c\n", "colon_in_value", (1, 5)),
        ("a:\n  -\n  - x\n", "empty_item", (2, 4)),
        ("? [1, 2]\n: x\n", "yaml_key", (1, 3)),
        ("a: " + "[" * 13 + "]" * 13 + "\n", "yaml_too_deep", (1, 15)),
    ],
)
def test_what_yaml_would_misread_is_refused_with_its_place(
    text: str, code: str, place: tuple[int, int]
) -> None:
    reading = read_yaml(text.encode(), "a.yml")
    found = [(p.code, (p.place.line, p.place.column)) for p in reading.problems]
    assert (code, place) in found
    assert reading.tree is None


def test_legacy_encodings_are_refused_with_the_line() -> None:
    reading = read_yaml("ten: Xa\nmo_ta: T\xf4i\n".encode("cp1258"), "a.yml")
    assert [(p.code, p.place.line, p.place.column) for p in reading.problems] == [("legacy_encoding", 2, 9)]


def test_a_byte_order_mark_and_decomposed_letters_are_read_as_usual() -> None:
    decomposed = "ten: Đồng Hỷ"
    import unicodedata

    text = "\ufeff" + unicodedata.normalize("NFD", decomposed)
    assert read_yaml(text.encode(), "a.yml").tree == {"ten": "Đồng Hỷ"}


def test_control_characters_and_oversized_files_are_refused() -> None:
    assert [p.code for p in read_yaml(b"a: x\x00y\n", "a.yml").problems] == ["control_character"]
    assert [p.code for p in read_yaml(b"#" * 2_000_001, "a.yml").problems] == ["file_too_large"]


def codes(load: Load, files: dict[str, str]) -> list[tuple[str, str, int, int]]:
    _, problems = load(files)
    return [(p.place.path.rsplit("/", 1)[-1], p.code, p.place.line, p.place.column) for p in problems]


def test_all_mistakes_of_all_files_are_told_at_once(load: Load) -> None:
    found = codes(
        load,
        {
            "xa.yml": 'ma: "1"\ntinh_trang: chính thức\nthon:\n  - ten: Đồi Chè\n    loai: xóm nhỏ\n',
            "tiep-cong-dan.yml": "noi_tiep: A\nlich: []\n",
        },
    )
    assert sorted(found) == [
        ("tiep-cong-dan.yml", "too_short", 2, 7),
        ("xa.yml", "choice_unknown", 5, 11),
        ("xa.yml", "missing", 6, 5),
        ("xa.yml", "unit_code_expected", 1, 5),
    ]


def test_an_unknown_key_names_the_nearest_one_and_stands_at_the_key(load: Load) -> None:
    _, problems = load({"xa.yml": XA + "tru_so:\n  dia_ci: Số 1\n"})
    unknown = next(p for p in problems if p.code == "unknown_key")
    assert (unknown.place.line, unknown.place.column) == (4, 3)
    assert "dia_chi" in unknown.hint


def test_a_misspelt_required_key_is_told_once(load: Load) -> None:
    text = "ma: '00000'\ntin_trang: cho_tiep_nhan\ntru_so:\n  dia_ci: Số 1\nthon:\n  - ten: A\n    maa: a\n    loai: xom\n"
    assert sorted((code, line) for _, code, line, _ in codes(load, {"xa.yml": text})) == [
        ("unknown_key", 2),
        ("unknown_key", 4),
        ("unknown_key", 7),
    ]


def test_what_is_missing_is_told_beside_a_key_that_means_something_else(load: Load) -> None:
    two = {"xa.yml": XA + "thon:\n  - ten: A\n    maa: a\n    loai: xom\n  - ten: B\n    loai: xom\n"}
    assert [(code, line) for _, code, line, _ in codes(load, two)] == [("unknown_key", 5), ("missing", 9)]
    other = {"xa.yml": "ma: '00000'\nmau_co: đỏ\n"}
    assert [code for _, code, _, _ in codes(load, other)] == ["missing", "unknown_key"]


def test_a_group_where_a_value_belongs_and_the_reverse(load: Load) -> None:
    found = codes(load, {"xa.yml": XA + "tru_so: Số 1\nzalo:\n  - https://zalo.me/1\n"})
    assert [(code, line) for _, code, line, _ in found] == [
        ("group_expected", 3),
        ("one_value_expected", 5),
    ]


def test_a_misspelt_file_name_does_not_vanish(load: Load) -> None:
    _, problems = load({"tiep-cong-dna.yml": "noi_tiep: A\n"})
    assert [(p.code, "tiep-cong-dan.yml" in p.hint) for p in problems] == [("unknown_file", True)]


def test_an_attachment_must_exist_inside_the_folder(load: Load) -> None:
    def with_file(path: str) -> list[str]:
        text = XA + f"cong_khai:\n  van_ban:\n    tep: {path}\n"
        return [p.code for p in load({"xa.yml": text})[1]]

    assert with_file("tep/khong-co.pdf") == ["attachment_missing"]
    assert with_file("../../xa-khac/tep/a.pdf") == ["attachment_path"]
    assert with_file("/etc/passwd") == ["attachment_path"]
    assert with_file("tep/../../a.pdf") == ["attachment_path"]
    assert with_file("tep/a.exe") == ["attachment_type"]


def test_a_missing_file_named_in_many_places_is_told_once_with_the_other_places(load: Load) -> None:
    paper = "cong_khai:\n  van_ban:\n    tep: tep/a.pdf\n"
    reception = "noi_tiep: A\nlich:\n  - nam: 2026\n    dinh_ky:\n      - {ma: ct, quy_tac: T5 hằng tuần, gio: 8h - 9h, nguoi_tiep: A}\n"
    _, problems = load({"xa.yml": XA + paper, "tiep-cong-dan.yml": reception + paper})
    (found,) = (p for p in problems if p.code == "attachment_missing")
    assert (Path(found.place.path).name, found.place.line) == ("tiep-cong-dan.yml", 8)
    assert "(tệp này còn ghi ở xa.yml dòng 5)" in found.message


@pytest.mark.parametrize(
    ("on_disk", "offered"),
    [
        ("tep/anh-1.pdf", False),
        ("tep/anh-hai.pdf", False),
        ("tep/Ảnh 2.pdf", True),
        ("tep/anh_2.docx", True),
        ("tep/cu/anh-2.pdf", True),
    ],
)
def test_another_file_is_offered_only_where_its_name_is_the_same_but_for_spelling(
    load: Load, on_disk: str, offered: bool
) -> None:
    text = XA + "cong_khai:\n  van_ban:\n    tep: tep/anh-2.pdf\n"
    _, problems = load({"xa.yml": text, on_disk: "x"})
    hint = next(p.hint for p in problems if p.code == "attachment_missing")
    assert (f"Có phải là “{on_disk}”" in hint) == offered


def test_a_picture_that_is_none_is_refused_where_it_is_named(load: Load) -> None:
    text = XA + "ban_do:\n  mo_ta: Giáp xã bên\n  tep: tep/ban-do.jpg\n"
    _, problems = load({"xa.yml": text, "tep/ban-do.jpg": "%PDF-1.7 đổi tên"})
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [("attachment_type_differs", 5, 8)]
    assert (
        problems[0].hint == "Mục này cần một tấm ảnh: chọn ảnh khác, hoặc lưu lại thành JPG, PNG hay WebP."
    )


def test_a_symbolic_link_is_refused_and_not_followed(tmp_path: Path, province: Province) -> None:
    secret = write_tree(tmp_path, {"bi-mat.yml": "mat_khau: x\n"}) / "bi-mat.yml"
    folder = write_tree(tmp_path / "xa-mau", {"xa.yml": XA})
    (folder / "tiep-cong-dan.yml").symlink_to(secret)
    commune, problems = load_commune(folder, province)
    assert commune is None
    assert {p.code for p in problems} == {"link_refused"}


def test_a_commune_without_xa_yml_is_an_error(tmp_path: Path, province: Province) -> None:
    folder = write_tree(tmp_path / "xa-mau", {"tiep-cong-dan.yml": "noi_tiep: A\n"})
    _, problems = load_commune(folder, province)
    assert ("file_missing", "xa.yml") in [(p.code, p.place.path.rsplit("/", 1)[-1]) for p in problems]
