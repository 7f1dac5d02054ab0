"""`congkhai fmt`: one canonical writing, nothing lost, nothing written that reads back otherwise."""

from __future__ import annotations

import re
import stat
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given as each
from hypothesis import settings
from hypothesis import strategies as st

from generator import tidy as tidying
from generator.canonical import as_yaml
from generator.cli import app
from generator.cli.fmt import command
from generator.cli.vietnamese import run
from generator.fields.base import Model, given, many, maybe
from generator.fields.text import Count, Number, Prose, YesNo
from generator.load.data_files import model_at
from generator.load.models import read_model
from generator.load.yaml_tree import read_yaml
from generator.tidy import State, data_files, has_comment, tidy, without_comments
from tests.conftest import CONTENT, write_tree

XA = 'ma: "00000"\ntinh_trang: cho_tiep_nhan\n'
Command = Callable[..., tuple[int, str]]


class Note(Model):
    """What the tests of single values are written with."""

    text: Prose = given("chu", "Chữ", "Chữ.")
    lines: list[Prose] = many("dong", "Dòng", "Dòng.")
    count: Count | None = maybe("so", "Số", "Số.")
    size: Number | None = maybe("do", "Độ", "Độ.")
    yes: YesNo = maybe("co", "Có", "Có.", default=True)


@pytest.fixture
def fmt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command in the test's folder: exit status and everything said."""

    def call(*arguments: str) -> tuple[int, str]:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["congkhai", "fmt", *arguments])
        status = run(app)
        said = capsys.readouterr()
        return status, said.out + said.err

    return call


def commune(root: Path, files: dict[str, str]) -> Path:
    return write_tree(root / "content" / "xa" / "xa-mau", {"xa.yml": XA, **files})


def written(**values: Any) -> str:
    return as_yaml(Note.model_validate({"chu": "x", **values})).decode()


def test_all_of_content_is_in_canonical_writing() -> None:
    odd = [file.path for path in data_files(CONTENT) if (file := tidy(path)).state is not State.SAME]
    assert odd == []


def test_a_file_written_by_hand_comes_out_in_the_one_form(fmt: Command, tmp_path: Path) -> None:
    folder = commune(
        tmp_path,
        {
            "tiep-cong-dan.yml": (
                "lich: [{dinh_ky: [{gio: '7h30-11:30', quy_tac: Thứ năm hằng tuần, ma: ct, nguoi_tiep: Chủ tịch}],\n"
                "   nam: 2026}]\n"
                "dia_chi:\n"
                "noi_quy: >-\n   - Trật tự\n\n   - Lưu ý: đúng giờ\n\n"
                'noi_tiep:   "Phòng Tiếp công dân"\n'
                "cong_khai: {ngay_dang: 05/11/2026}\n"
            )
        },
    )
    status, said = fmt()
    assert (folder / "tiep-cong-dan.yml").read_text("utf-8") == (
        "noi_tiep: Phòng Tiếp công dân\n"
        "lich:\n"
        "  - nam: 2026\n"
        "    dinh_ky:\n"
        "      - ma: ct\n"
        "        quy_tac: Thứ Năm hằng tuần\n"
        "        gio: 07:30 - 11:30\n"
        "        nguoi_tiep: Chủ tịch\n"
        "noi_quy: |-\n"
        "  - Trật tự\n"
        "  - Lưu ý: đúng giờ\n"
        "cong_khai:\n"
        "  ngay_dang: 2026-11-05\n"
    )
    assert status == 0
    assert "tiep-cong-dan.yml: đã viết lại" in said
    assert "2 tệp: đã viết lại 1, vốn đã đúng 1." in said


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Phòng Tiếp công dân", "chu: Phòng Tiếp công dân"),
        ("188/KH-UBND", "chu: 188/KH-UBND"),
        ("https://a.example/?b=c#d", "chu: https://a.example/?b=c#d"),
        ("7:30 - 11:30; 13:30 - 17:00", "chu: 7:30 - 11:30; 13:30 - 17:00"),
        ("2026-11-05", "chu: 2026-11-05"),
        ("0208 3855 123", "chu: 0208 3855 123"),
        ("quỹ “Vì người nghèo”", "chu: quỹ “Vì người nghèo”"),
        ("01840", 'chu: "01840"'),
        ("0123456701", 'chu: "0123456701"'),
        ("2026", 'chu: "2026"'),
        ("1.001193", 'chu: "1.001193"'),
        ("1.250.000", 'chu: "1.250.000"'),
        ("1,000", 'chu: "1,000"'),
        ("1_000", 'chu: "1_000"'),
        ("1e5", 'chu: "1e5"'),
        ("0x1F", 'chu: "0x1F"'),
        ("0o17", 'chu: "0o17"'),
        ("7:30", 'chu: "7:30"'),
        ("-.5", 'chu: "-.5"'),
        (".inf", 'chu: ".inf"'),
        ("no", 'chu: "no"'),
        ("Y", 'chu: "Y"'),
        ("true", 'chu: "true"'),
        ("2026-11-05 07:30:00", 'chu: "2026-11-05 07:30:00"'),
        ("=", 'chu: "="'),
        ("<<", 'chu: "<<"'),
        ("Lưu ý: mang căn cước", 'chu: "Lưu ý: mang căn cước"'),
        ("Gồm có:", 'chu: "Gồm có:"'),
        ("mục # 2", 'chu: "mục # 2"'),
        ("#2", 'chu: "#2"'),
        ("- gạch", 'chu: "- gạch"'),
        ("--- gạch", 'chu: "--- gạch"'),
        ("-5 độ", 'chu: "-5 độ"'),
        ("• chấm", 'chu: "• chấm"'),
        ("ten:Xóm", 'chu: "ten:Xóm"'),
        ("“Vì người nghèo”", 'chu: "“Vì người nghèo”"'),
        ("[x]", 'chu: "[x]"'),
        ("{{7*7}}", 'chu: "{{7*7}}"'),
        ("*đậm*", 'chu: "*đậm*"'),
        ('"nháy"', r'chu: "\"nháy\""'),
        ("a\tb", r'chu: "a\tb"'),
        ("a\u2028b", r'chu: "a\u2028b"'),
        ("a\ufeffb", "chu: ab"),
        ("0\U000e0000", 'chu: "0"'),
        ("a\nb", "chu: |-\n  a\n  b"),
        ("a: b\n\n# c\n  d", "chu: |-\n  a: b\n\n  # c\n    d"),
        ("a\u0085\nb", r'chu: "a\u0085\nb"'),
    ],
)
def test_a_text_is_quoted_only_where_a_reader_would_take_it_for_something_else(
    text: str, line: str
) -> None:
    assert written(chu=text) == f"{line}\n"


def test_numbers_and_truth_values_are_bare_without_zeros_at_the_end() -> None:
    assert written(so="1.250", do="62,5", co="không") == "chu: x\nso: 1250\ndo: 62.5\nco: false\n"
    assert written(so="0", do="21,6000") == "chu: x\nso: 0\ndo: 21.6\n"
    assert written(do="21.5870") == 'chu: x\ndo: "21.5870"\n', "21.587 may be thousands"
    assert written(do="1,23400") == 'chu: x\ndo: "1.2340"\n'
    assert written(do="10.0") == "chu: x\ndo: 10\n"


def test_empty_keys_and_defaults_are_left_out() -> None:
    assert written(dong=[], co="có") == "chu: x\n"


SEEN = re.compile(r"[\w!-~]")
"""What a screen surely shows; text of nothing else may be refused as blank."""
texts = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=60).filter(
    lambda text: bool(SEEN.search(text)) and unicodedata.is_normalized("NFC", text)
)


@settings(max_examples=400, deadline=None)
@each(text=texts, lines=st.lists(texts, max_size=3))
def test_any_text_reads_back_the_same_in_our_reader_and_in_yaml_1_1(text: str, lines: list[str]) -> None:
    """Ours may refuse what no editor shows, or leave it out."""
    note = Note.model_construct(text=text, lines=lines, count=None, size=None, yes=True)
    content = as_yaml(note)
    reading = read_yaml(content, "a.yml")
    if reading.tree is not None and "".join([text, *lines]).replace("\n", "").isprintable():
        assert reading.tree == {"chu": text, **({"dong": lines} if lines else {})}
    read = yaml.safe_load(content)
    assert (str(read["chu"]), [str(line) for line in read.get("dong", [])]) == (text, lines)


@settings(max_examples=200, deadline=None)
@each(text=texts, lines=st.lists(texts, max_size=3))
def test_writing_twice_changes_nothing(text: str, lines: list[str]) -> None:
    once = as_yaml(Note.model_validate({"chu": text, "dong": lines}))
    again = read_model(Note, read_yaml(once, "a.yml"))
    assert again is None or as_yaml(again) == once


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("# đầu tệp\na: 1\n", True),
        ("a: 1 # cuối dòng\n", True),
        ("a: # sau khóa\n  b: 1\n", True),
        ("a: | # cạnh khối\n  b\n", True),
        ("a: |\n  b\n# sau khối\n", True),
        ("a: [1, # trong ngoặc\n  2]\n", True),
        ("a: 'x' # y\n", True),
        ("\ufeff# sau dấu BOM\na: 1\n", True),
        ("a: |\n  # trong khối\n  b\n", False),
        ("a: 'x # y'\n", False),
        ('a: "x # y"\n', False),
        ("a: b#c\n", False),
        ("a: b\u2028 c\n", False),
        ("a: b\u2028 # c\n", True),
        ("a: b\r\nc: |\r\n  # d\r\n", False),
        ("a: https://a.example/#b\n", False),
    ],
)
def test_a_comment_is_told_from_a_sign_inside_a_value(text: str, holds: bool) -> None:
    assert has_comment(text.encode()) is holds


def test_a_file_with_comments_is_left_alone_unless_they_may_go(fmt: Command, tmp_path: Path) -> None:
    folder = commune(tmp_path, {"xa.yml": "tinh_trang: cho_tiep_nhan # tạm\nma: '00000'\n"})
    before = (folder / "xa.yml").read_bytes()
    status, said = fmt()
    assert (status, (folder / "xa.yml").read_bytes()) == (0, before)
    assert "xa.yml: chưa đúng kiểu nhưng có ghi chú (#)" in said
    status, said = fmt("--check")
    assert (status, "1 chưa đúng kiểu mà có ghi chú" in said) == (1, True)
    assert fmt("--drop-comments")[0] == 0
    assert (folder / "xa.yml").read_text("utf-8") == XA


def test_comments_alone_make_no_file_less_canonical(fmt: Command, tmp_path: Path) -> None:
    text = (
        '# Xã Mẫu\nma: "00000" # mã thử\n  # thụt vào\ntinh_trang: cho_tiep_nhan\n'
        "lich_su: |- # nhiều dòng\n  # không phải ghi chú\n  hai\n# hết"
    )
    folder = commune(tmp_path, {"xa.yml": text.replace(" # nhiều dòng", "")})
    status, said = fmt("--check")
    assert (status, "vốn đã đúng 1" in said) == (0, True)
    (folder / "xa.yml").write_text(text.replace("lich_su", "lich_su ").replace("# hết", "# hết\n"), "utf-8")
    assert fmt("--check")[0] == 1


def test_a_very_long_run_of_spaces_is_no_comment() -> None:
    text = XA.encode() + b" " * 300_000 + b"\n# x\n"
    assert without_comments(text) == XA.encode() + b" " * 300_000 + b"\n"


def test_spaces_that_are_one_too_many_go_and_help_says_so(fmt: Command, tmp_path: Path) -> None:
    folder = commune(tmp_path, {"xa.yml": XA + "tru_so:\n  dia_chi: Số 1  đường Chè\n"})
    assert fmt()[0] == 0
    assert "Số 1 đường Chè" in (folder / "xa.yml").read_text("utf-8")
    assert "khoảng trắng thừa" in (command.__doc__ or "")


def test_a_file_with_an_error_is_left_alone_and_the_others_are_written(
    fmt: Command, tmp_path: Path
) -> None:
    folder = commune(
        tmp_path,
        {"xa.yml": 'tinh_trag: x\nma: "00000"\n', "tiep-cong-dan.yml": "noi_tiep: 'A'\nlich: []\n"},
    )
    write_tree(tmp_path, {"content/xa/xa-phu-dinh/xa.yml": "ma: '05602'\ntinh_trang: cho_tiep_nhan\n"})
    before = (folder / "xa.yml").read_bytes()
    status, said = fmt()
    assert status == 1
    assert (folder / "xa.yml").read_bytes() == before
    assert "content/xa/xa-mau/xa.yml:1:1" in said
    assert "[unknown_key]" in said
    other = tmp_path / "content" / "xa" / "xa-phu-dinh" / "xa.yml"
    assert other.read_text("utf-8") == 'ma: "05602"\ntinh_trang: cho_tiep_nhan\n'


def test_check_changes_nothing_and_ends_with_1_where_something_would_change(
    fmt: Command, tmp_path: Path
) -> None:
    folder = commune(tmp_path, {"tiep-cong-dan.yml": "noi_tiep: 'A'\nlich: []\n"})
    fmt(str(folder / "xa.yml"))
    write_tree(folder, {"xa.yml": "tinh_trang: cho_tiep_nhan\nma: '00000'\n"})
    before = (folder / "xa.yml").read_bytes()
    status, said = fmt("--check", str(folder / "xa.yml"))
    assert (status, (folder / "xa.yml").read_bytes()) == (1, before)
    assert "xa.yml: cần viết lại" in said
    assert fmt(str(folder / "xa.yml"))[0] == 0
    assert fmt("--check", str(folder / "xa.yml"))[0] == 0


def test_line_ends_byte_order_mark_and_decomposed_letters_are_made_even(tmp_path: Path) -> None:
    folder = commune(tmp_path, {})
    messy = unicodedata.normalize(
        "NFD",
        "\ufeffnoi_tiep: Phòng Tiếp dân\r\nlich:\r\n- nam: 2026\r\n  dinh_ky:\r\n  - {ma: a, quy_tac: thứ Năm hằng tuần, gio: 8:00-9:00, nguoi_tiep: B}\r\n",
    )
    (folder / "tiep-cong-dan.yml").write_bytes(messy.encode())
    found = tidy(folder / "tiep-cong-dan.yml")
    assert found.state is State.CHANGED, found
    assert found.content.startswith("noi_tiep: Phòng Tiếp dân\nlich:\n  - nam: 2026\n".encode())
    assert b"\r" not in found.content


def test_what_would_read_back_otherwise_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = commune(tmp_path, {"xa.yml": "ma: '00000'\ntinh_trang: cho_tiep_nhan\n"})
    monkeypatch.setattr(tidying, "as_yaml", lambda data: b'ma: "00000"\ntinh_trang: chinh_thuc\n')
    found = tidy(folder / "xa.yml")
    assert (found.state, found.content) == (State.WRONG, b"")
    assert [problem.code for problem in found.problems] == ["round_trip"]


def test_the_mode_of_a_file_is_kept_and_nothing_is_left_beside_it(fmt: Command, tmp_path: Path) -> None:
    folder = commune(tmp_path, {"xa.yml": "ma: '00000'\ntinh_trang: cho_tiep_nhan\n"})
    (folder / "xa.yml").chmod(0o640)
    outside = write_tree(tmp_path, {"khac.txt": "của người khác"}) / "khac.txt"
    (folder / ".xa.yml.dang-ghi").symlink_to(outside)
    assert fmt()[0] == 0
    assert stat.S_IMODE((folder / "xa.yml").stat().st_mode) == 0o640
    assert [path.name for path in folder.iterdir()] == ["xa.yml"]
    assert outside.read_text("utf-8") == "của người khác"


def test_links_are_neither_read_nor_written(fmt: Command, tmp_path: Path) -> None:
    folder = commune(tmp_path, {})
    messy = "noi_tiep: 'A'\nlich: []\n"
    outside = write_tree(tmp_path / "ngoai", {"tiep-cong-dan.yml": messy, "du-an/DA-1.yml": "ma: 'DA-1'\n"})
    (folder / "tiep-cong-dan.yml").symlink_to(outside / "tiep-cong-dan.yml")
    (folder / "du-an").symlink_to(outside / "du-an")
    status, said = fmt()
    assert status == 0
    assert "tiep-cong-dan.yml: là liên kết" in said
    assert (outside / "tiep-cong-dan.yml").read_text("utf-8") == messy
    assert (outside / "du-an" / "DA-1.yml").read_text("utf-8") == "ma: 'DA-1'\n"
    assert (folder / "tiep-cong-dan.yml").is_symlink()


def test_other_yaml_is_left_alone(fmt: Command, tmp_path: Path) -> None:
    write_tree(tmp_path, {"mkdocs.yml": "b:   1\na: 2\n"})
    status, said = fmt("mkdocs.yml")
    assert status == 0
    assert "không thuộc loại tệp dữ liệu nào" in said
    assert (tmp_path / "mkdocs.yml").read_text("utf-8") == "b:   1\na: 2\n"


def test_the_place_of_a_file_tells_its_model(tmp_path: Path) -> None:
    own = write_tree(tmp_path / "kho-cua-xa", {"xa.yml": XA, "du-an/DA-1.yml": "ma: DA-1\n"})
    names = {
        CONTENT / "tinh" / "thu-tuc" / "1.001193.yml": "Procedure",
        CONTENT / "tinh" / "thu-tuc" / "1.001193.tom-tat.yml": "Summary",
        CONTENT / "tinh" / "ngay-nghi" / "2026.yml": "YearOverride",
        CONTENT / "xa" / "xa-mau" / "du-an" / "DA-2026-01.yml": "Project",
        own / "xa.yml": "Profile",
        own / "du-an" / "DA-1.yml": "Project",
    }
    assert {path: getattr(model_at(path), "__name__", None) for path in names} == names
    assert model_at(own / "khac.yml") is None


def test_a_path_that_is_not_there_is_a_wrong_command_line(fmt: Command) -> None:
    assert fmt("khong-co.yml")[0] == 2
