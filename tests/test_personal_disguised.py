"""Numbers that are written to look like others: spaced, glued, with letters, behind the word for another thing."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.personal import Known, find, find_in_list, find_in_markdown
from generator.words.prose import markdown_html


def found(text: str) -> list[str]:
    return [finding.datum.value for finding in find(text)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("CMND 090-123-456", "old_identity_number"),
        ("CMND 0 9 0 1 2 3 4 5 6", "old_identity_number"),
        ("CMND 09O123456", "old_identity_number"),
        ("Số CMND:\n012345678", "old_identity_number"),
        ("Hồ sơ ông Sơn 019085001234", "identity_number"),
        ("Hồ sơ của bà Lý Thị Vui 019085001234", "identity_number"),
        ("hồ sơ Lý Thị Vui 019085001234", "identity_number"),
        ("thửa 12 của chị Hoa 019085001234", "identity_number"),
        ("0 1 9 0 8 5 0 0 1 2 3 4", "identity_number"),
        ("CCCDsố019085001234", "identity_number"),
        ("cccd_019085001234", "identity_number"),
        ("CCCD: 0l9O85OO1234", "identity_number"),
        ("CCCD OI9085001234", "identity_number"),
        ("0912_345_678", "private_phone"),
        ("sdt_0912345678", "private_phone"),
        ("gọi 0912,345,678 nhé", "private_phone"),
        ("O912 345 678", "private_phone"),
        ("MST 4600123456, gọi 0912345678", "private_phone"),
        ("MST 4600123456 - 0912 345 678", "private_phone"),
    ],
)
def test_a_disguised_number_is_found(text: str, code: str) -> None:
    assert found(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "hồ sơ số 019085001234, hóa đơn 019085001234",
        "hồ sơ ông Sơn số 12/HS-UBND ngày 12/03/2024",
        "MST 0912345678, mã số thuế của công ty: 0912345678-001",
        "MST Công ty Lê Hoàng Phát 0912345678",
        "1 2 3 4 5 6 7 8 9 10 11 12",
        "0 1 9 0 8 5 0 0 1 2 3 4 5",
        "001,002,003,004; tăng 0,912,345; 0,912,345,678 đồng; 12,345,678 đồng",
        "10l nước, 5l xăng, H2O, 2O, I2, Il",
        "IMG_20240312_123456, tep_019085001234_x, phòng 0_1_2",
        "cccdx 01_02_03",
        "Số phát hành CK 123456789, số vào sổ CS 012345678",
        "không cần CMND\n\n012345678",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "ngày sinh của bà Vui là 12/03/1985",
        "ngày sinh bà Lý Thị Vui: 12/03/1985",
        "sinh nhật 12/3/1985",
        "sinh nhật bà Vui là ngày 12/3/1985",
    ],
)
def test_a_birth_is_told_with_whose_it_is_between_the_word_and_the_date(text: str) -> None:
    assert found(text) == ["birth_date"]


@pytest.mark.parametrize(
    "text",
    [
        "kỷ niệm ngày sinh của đồng chí Hoàng Văn Thụ 4/11/1909",
        "ngày sinh của công dân từ 01/01/2001",
        "họ tên, ngày sinh, số căn cước, ngày cấp 12/03/2021",
        "cập nhật ngày sinh trước ngày 12/03/2026",
    ],
)
def test_other_days_beside_the_word_are_no_birth(text: str) -> None:
    assert found(text) == []


def test_lines_of_a_list_of_persons_have_births_behind_the_names() -> None:
    text = "Danh sách:\n- Lý Thị Vui, 12/03/1985\n2. Nông Văn Sơn - 01/02/1970; bà Hoàng Hoa: 5/6/1960"
    births = [finding for finding in find_in_markdown(text, Known()) if finding.datum.value == "birth_date"]
    assert [text[finding.start : finding.end] for finding in births] == [
        "12/03/1985",
        "01/02/1970",
        "5/6/1960",
    ]
    assert [finding.shown for finding in find_in_list("Lý Thị Vui 12/03/1985", Known())] == ["••/••/1985"]


@pytest.mark.parametrize(
    "text",
    [
        "- Lý Thị Vui, 12/03/2026",
        "- Cách mạng Tháng Tám, 19/08/1945",
        "- Thái Nguyên, 12/03/1985",
        "- Nghị định 61, 12/03/2018",
        "Khánh thành trường cũ ngày 12/03/1985",
    ],
)
def test_lines_with_days_of_other_things_have_none(text: str) -> None:
    assert find_in_markdown(text, Known()) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("CCCD 019<b>085</b>001234", "019<b>085</b>001234"),
        ("CCCD **019085**001234 ạ", "019085**001234"),
        ("Gọi 0912_345_678", "0912_345_678"),
        ("<td>0</td><td>9</td><td>1</td><td>2</td><td>345678</td>", "0</td><td>9</td><td>1</td><td>2</td><td>345678"),
    ],
)  # fmt: skip
def test_a_number_within_marks_is_told_at_its_place(text: str, part: str) -> None:
    (finding,) = find_in_markdown(text, Known())
    assert text[finding.start : finding.end] == part


def test_a_hostile_list_is_read_in_linear_time() -> None:
    for unit in ("\n", "- ", "Lý ", "1<b>", "1_", "0l", "của ", "ngày sinh của ", "STK của ông "):
        assert find_in_markdown(unit * (100_000 // len(unit)), Known()) == []


TRICKS = [
    "CCCD 001099\n012345",
    "> Gọi 0912 345\n> 678",
    "Gọi 0912 345  \n678",
    "CCCD &#48;01099012345",
    "0912&#x33;45678",
    "0912&#32;345 678",
    "0912\\.345\\.678",
    "0912**345\n678**",
    "[001](https://a.example)**099**[012345](https://a.example)",
    "CCCD 001099\t012345",
    "CCCD 001099    012345",
    "⁰⁰¹⁰⁹⁹⁰¹²³⁴⁵",
    "⓪⑨①②③④⑤⑥⑦⑧",
    "001/099/012345",
    "0912/345/678",
    "namnv&#64;gmail.com",
    "namnv&commat;gmail.com",
    "namnv\\@gmail.com",
    "namnv@\ngmail.com",
    "namnv@g**mail**.com",
    "namnv @ gmail . com",
]
BLOCK = re.compile("</(?:p|li|td|th|h3|h4)>")
TAG = re.compile("<[^>]*>")


def on_the_page(prose: str) -> list[str]:
    """What a reader sees of each paragraph: spaces are one, and a backslash parts nothing."""
    blocks = BLOCK.split(str(markdown_html(prose)))
    return [" ".join(html.unescape(TAG.sub("", block)).replace("\\", "").split()) for block in blocks]


@pytest.mark.parametrize("prose", TRICKS)
def test_what_a_page_shows_is_told_once(prose: str) -> None:
    shown = [finding.shown for block in on_the_page(prose) for finding in find(block)]
    assert [finding.shown for finding in find_in_markdown(prose, Known())] == shown
    assert len(shown) == 1


@given(st.lists(st.sampled_from([*"0912345678", "&#51;", "\\", "**", "_", "`", "\n", " ", ".", "-", "@", "[", "](https://a.vn)", "a", "gmail", ".com", "\n\n", "&", ";", "| "]), max_size=40))  # fmt: skip
def test_what_a_page_shows_is_found_in_its_source(parts: list[str]) -> None:
    prose = "".join(parts)
    told = {finding.datum for finding in find_in_markdown(prose, Known())}
    assert {finding.datum for block in on_the_page(prose) for finding in find(block)} <= told


@pytest.mark.parametrize(
    "text",
    [
        "CCCD 001099\n\n012345",
        "- mã 012345\n- 098765",
        "mã 012345\n1. 098765",
        "1. hộ 001099\n2. hộ 012345",
        "| Tên | Số |\n|--|--|\n| A | 001099 |\n| B | 012345 |",
        "diện tích 12 m², 10³ hộ, chú thích ¹²",
        "[Kế hoạch 188](https://a.example)/KH-UBND ngày 05/11/2026",
        "Năm 2025\n2026: 12.345\n67.890 hộ",
        "Thông báo số 012/2026/099 ngày 12/03/2026",
    ],
)
def test_lines_and_signs_that_part_nothing_join_nothing(text: str) -> None:
    assert find_in_markdown(text, Known()) == []
