"""Labels apart from their values: in the next cell, paragraph or line, in a title, in torn words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load.texts import read_content
from generator.load.texts.stray_spaces import mended
from generator.personal import Known, Piece, find_in_markdown, find_in_pieces
from tests.conftest import Load


def found(*pieces: Piece) -> list[tuple[str, str]]:
    return [(piece.place, finding.datum.value) for piece, finding in find_in_pieces(pieces, Known())]


def form(*rows: tuple[str, str]) -> list[Piece]:
    """A form of two columns: labels, and what was filled in."""
    return [
        Piece(f"{'AB'[column]}{row}", text, "bảng 1", column + 1)
        for row, cells in enumerate(rows, 1)
        for column, text in enumerate(cells)
    ]


def paragraphs(*texts: str) -> list[Piece]:
    return [Piece(str(number), text) for number, text in enumerate(texts, 1)]


def test_in_a_form_the_cell_beside_a_label_is_its_value() -> None:
    rows = form(
        ("Họ và tên", "Bàn Văn Chài"),
        ("Số CMND:", "090123456"),
        ("Ngày sinh", "12/03/1985"),
        ("Dân tộc", "Dao"),
        ("Sức khỏe", "Khuyết tật nặng"),
    )
    assert found(*rows) == [
        ("B2", "old_identity_number"),
        ("B3", "birth_date"),
        ("B4", "ethnicity"),
        ("B5", "health"),
    ]


def test_a_form_without_persons_tells_nothing() -> None:
    rows = form(("Dân tộc", "Dao"), ("Điện thoại", "0209 3123 456"), ("Ngày ký", "12/03/2024"))
    assert found(*rows) == []


def test_headings_side_by_side_are_no_label_with_its_value() -> None:
    row = ("Họ và tên", "Số CMND", "Dân tộc", "Bệnh", "Ngày sinh")
    assert found(*(Piece(text, text, "bảng", column) for column, text in enumerate(row, 1))) == []


def test_the_next_paragraph_is_the_value_of_a_label() -> None:
    texts = paragraphs("Số CMND:", "090123456", "Ngày sinh", "12/03/1985", "Số lượng:", "190123456")
    assert found(*texts) == [("2", "old_identity_number"), ("4", "birth_date")]


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("ông A sinh ngày\n12/3/1985 ở thôn", "birth_date", "12/3/1985"),
        ("ông A sinh\nngày 12/03/1985", "birth_date", "12/03/1985"),
        ("chứng minh\nnhân dân số 090123456", "old_identity_number", "090123456"),
        ("Số CMND:\n\n090123456", "old_identity_number", "090123456"),
        ("căn cước\n19085001234", "identity_number", "19085001234"),
        ("gọi 0912&nbsp;345&nbsp;678 nhé", "private_phone", "0912&nbsp;345&nbsp;678"),
    ],
)
def test_a_break_behind_a_label_is_a_space(text: str, code: str, value: str) -> None:
    assert [(f.datum.value, text[f.start : f.end]) for f in find_in_markdown(text, Known())] == [
        (code, value)
    ]


@pytest.mark.parametrize(
    "text",
    ["học sinh\n12/03/2010", "quyết định số\n090123456", "khai sinh\nngày 05/11/2020", "số\n190123456"],
)
def test_a_break_behind_another_word_makes_no_label(text: str) -> None:
    assert find_in_markdown(text, Known()) == []


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_title_with_commas_does_not_hide_the_headings_of_a_table(tmp_path: Path, sign: str) -> None:
    rows = [
        "Danh sách hộ nghèo, hộ cận nghèo, năm 2026, đợt 1, xã Mẫu",
        sign.join(("STT", "CMND", "Dân tộc", "Bệnh")),
        sign.join(("1", "090123456", "Tày", "Tim")),
        sign.join(("2", "090123457", "Nùng", "Thận, gan")),
    ]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(rows), "utf-8")
    assert found(*read_content(path).pieces)[:3] == [
        ("dòng 3, cột B", "identity_number"),
        ("dòng 3, cột C", "ethnicity"),
        ("dòng 3, cột D", "health"),
    ]


def test_separators_between_quotation_marks_part_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Thôn,Ghi chú\nNà Pài,"a;b;c"\nBản Mới,"d;e;f"\n', "utf-8")
    assert [piece.text for piece in read_content(path).pieces][2:4] == ["Nà Pài", "a;b;c"]


def test_words_that_a_pdf_has_torn_apart_are_whole_again() -> None:
    torn = "STT H ọ  và tên S ố  CMND Dân t ộ c 1 Nguy ễ n Văn A 190123456 Tày 12/03/1985"
    assert mended(torn) == "STT Họ và tên Số CMND Dân tộc 1 Nguyễn Văn A 190123456 Tày 12/03/1985"
    assert ("1", "identity_number") in found(Piece("1", mended(torn)))


def test_letters_that_are_words_stay_alone() -> None:
    text = (
        "Nhà ở của ông, ý kiến của dân, ổ gà trên đường, nhà ở xã hội của bà con ở các thôn bản trong xã ta"
    )
    assert mended(text) == text


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        ("https://drive.google.com/danh-sach-cccd-019082001234.pdf", ["identity_number"]),
        ("https://drive.google.com/danh-sach-cmnd-090123456.pdf", ["old_identity_number"]),
        ("https://bao.vn/tin/019082001234.html", []),
        ("https://bao.vn/can-bo-019082001234.html", []),
    ],
)
def test_a_link_may_hold_a_number_beside_its_word(load: Load, link: str, codes: list[str]) -> None:
    xa = f'ma: "00000"\ntinh_trang: cho_tiep_nhan\nfacebook: {link}\n'
    _, problems = load({"xa.yml": xa})
    numbers = ("identity_number", "old_identity_number")
    assert [problem.code for problem in problems if problem.code in numbers] == codes
