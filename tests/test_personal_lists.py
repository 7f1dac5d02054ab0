"""Personal data in lists of people: columns by their headings, also where the table is lost."""

from __future__ import annotations

import pytest

from generator.personal import Known, Piece, find_in_list, find_in_markdown, find_in_pieces

KNOWN = Known(frozenset({"912000009"}))


def in_table(*rows: str) -> list[tuple[str, str]]:
    """Place and code of what is found in rows written with strokes."""
    pieces = [
        Piece(f"{'ABCDEFGH'[column]}{number}", cell, "bảng", column + 1)
        for number, row in enumerate(rows, 1)
        for column, cell in enumerate(row.split("|"))
        if cell.strip()
    ]
    return [(piece.place, finding.datum.value) for piece, finding in find_in_pieces(pieces, KNOWN)]


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("Số CCCD", "001099000001", "identity_number"),
        ("Số CMND/CCCD", "012345678", "identity_number"),
        ("Giấy tờ tùy thân", "01099000001", "identity_number"),
        ("Hộ chiếu", "B1234567", "passport_number"),
        ("SĐT", "912000001", "private_phone"),
        ("Điện thoại liên hệ", "0912.000.001", "private_phone"),
        ("Số tài khoản", "123456", "bank_account"),
        ("Ngày sinh", "05/03/1985", "birth_date"),
        ("Năm sinh", "5/3/1985", "birth_date"),
        ("Dân tộc", "Tày", "ethnicity"),
        ("Năm sinh", "5/3/85", "birth_date"),
        ("C.C.C.D", "1099000001", "identity_number"),
        ("Số thẻ BHYT", "HN2191234567890", "insurance_number"),
        ("Mã số BHXH", "1912345678", "insurance_number"),
        ("Thành phần dân tộc", "Kinh", "ethnicity"),
        ("DTTS", "x", "ethnicity"),
        ("Lý do", "Bệnh tim bẩm sinh", "health"),
        ("Dạng khuyết tật", "Nghe, nói", "health"),
    ],
)
def test_a_heading_says_what_its_column_holds(heading: str, cell: str, code: str) -> None:
    assert in_table(f"STT|Họ và tên|{heading}", f"1|Nguyễn Văn A|{cell}") == [("C2", code)]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Năm sinh", "1985"),
        ("Số tiền", "500000000"),
        ("Mã hồ sơ", "000.00.19.H55-240305-0012"),
        ("Điện thoại", "0208 3855 123"),
        ("Điện thoại", "0912 000 009"),
        ("Xóm", "Đồi Chè"),
        ("Ngày chi", "05/11/2026"),
        ("Nơi khám", "Bệnh viện A"),
        ("Thôn", "Kinh"),
        ("Tên gọi khác", "Thái"),
        ("Xóm", "Mường"),
        ("Chương trình dân tộc nội trú", "Có"),
        ("Mức đóng BHYT", "1250000000"),
        ("Thẻ BHYT", "Đã cấp"),
        ("Mã hỗ trợ CMT", "1999000001"),
    ],
)
def test_what_the_law_orders_in_a_list_is_left_alone(heading: str, cell: str) -> None:
    assert in_table(f"STT|Họ và tên|{heading}", f"1|Nguyễn Văn A|{cell}") == []


def test_figures_of_peoples_and_of_health_are_no_list_of_persons() -> None:
    assert in_table("Dân tộc|Số hộ|Người khuyết tật", "Tày|120|8", "Nùng|95|3") == []


def test_a_heading_over_two_rows_and_a_second_list_below_are_understood() -> None:
    assert in_table(
        "DANH SÁCH HỖ TRỢ",
        "STT|Họ và tên|Giấy tờ||Mức",
        "||Số CCCD|Ngày cấp|",
        "1|Nguyễn Văn A|001099000001|05/11/2021|500000",
        "STT|Họ và tên|Mức|Dân tộc",
        "1|Ma Thị B|123456789|Tày",
    ) == [("C4", "identity_number"), ("D6", "ethnicity")]


def test_a_list_whose_table_is_lost_is_still_known_by_its_headings() -> None:
    page = (
        "DANH SÁCH HỘ NGHÈO\nTT Họ và tên Ngày sinh Dân tộc Số CMND\n"
        "1 Nguyễn Văn A 05/03/1985 Tày 012345678\n2 Ma Thị B 1990 Nùng 500000000\n"
    )
    later = "3 Lý Văn C 01/02/1970 Dao 087654321"
    found = find_in_pieces([Piece("trang 1", page), Piece("trang 2", later)], KNOWN)
    assert sorted((piece.place, finding.datum.value) for piece, finding in found) == [
        ("trang 1", "birth_date"),
        ("trang 1", "ethnicity"),
        ("trang 1", "identity_number"),
        ("trang 2", "birth_date"),
        ("trang 2", "identity_number"),
    ]


def test_a_lost_list_that_only_speaks_of_peoples_is_left_alone() -> None:
    page = "DANH SÁCH\nTheo chính sách dân tộc của tỉnh\nTT Họ và tên Thôn\n1 Nguyễn Thị Hoa Mường\n"
    assert list(find_in_pieces([Piece("trang 1", page)], KNOWN)) == []
    parted = "TT\nHọ và tên\nDân tộc\n1\nNguyễn Văn A\nTày\n"
    assert [f.datum.value for _, f in find_in_pieces([Piece("trang 1", parted)], KNOWN)] == ["ethnicity"]


def test_a_lost_list_with_telephones_gives_those_without_their_zero() -> None:
    rows = "1 Nguyễn Văn A 912345678 500000000\n2 Ma Thị B 912000009 912.345.678\n"
    page = f"TT Họ và tên SĐT Mức\n{rows}"
    found = [(f.datum.value, f.shown) for _, f in find_in_pieces([Piece("trang 1", page)], KNOWN)]
    assert found == [("private_phone", "0912••••78")]
    assert list(find_in_pieces([Piece("trang 1", page.replace("SĐT", "Mã"))], KNOWN)) == []


def test_prose_of_a_document_is_no_list() -> None:
    page = "Hồ sơ ghi rõ họ và tên, dân tộc, ngày 05/11/2026. Hỗ trợ người khuyết tật 500000001 đồng."
    assert list(find_in_pieces([Piece("trang 1", page)], KNOWN)) == []


def test_a_table_within_prose_is_read_as_a_table_and_the_rest_as_prose() -> None:
    text = "Người Tày, Nùng.\n\n| Họ tên | Dân tộc |\n| --- | --- |\n| Nguyễn Văn A | Tày |\n\nGọi 0912 000 001."
    assert [f.datum.value for f in find_in_markdown(text, KNOWN)] == ["ethnicity", "private_phone"]
    assert find_in_markdown("Chọn A | B, số 1 | 2.", KNOWN) == []


def test_the_text_of_a_person_in_a_list_says_nothing_of_people_and_health() -> None:
    assert [f.datum.value for f in find_in_list("Trợ cấp khuyết tật nặng", KNOWN)] == ["health"]
    assert [f.datum.value for f in find_in_list("Nguyễn Văn A (dân tộc Dao)", KNOWN)] == ["ethnicity"]
    assert find_in_list("Hỗ trợ giống chè", KNOWN) == []


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("Sinh", "12/03/1985", "birth_date"),
        ("NS", "12.3.1985", "birth_date"),
        ("Liên lạc", "912000001", "private_phone"),
        ("SĐT liên hệ", "912.000.001", "private_phone"),
        ("DĐ", "912000001", "private_phone"),
        ("Số giấy tờ", "012345678", "identity_number"),
        ("Tài khoản ATM", "12345678", "bank_account"),
    ],
)
def test_short_headings_of_staff_are_known(heading: str, cell: str, code: str) -> None:
    assert in_table(f"STT|Họ và tên|{heading}", f"1|Nguyễn Văn A|{cell}") == [("C2", code)]


@pytest.mark.parametrize("cell", ["1.9085E+10", "1,9085E+10", "1.9085e10"])
def test_a_number_that_a_spreadsheet_has_shortened_is_told_as_lost(cell: str) -> None:
    pieces = [Piece("A1", "CCCD", "bảng", 1), Piece("A2", cell, "bảng", 1)]
    ((_, finding),) = find_in_pieces(pieces, KNOWN)
    assert finding.datum.value == "identity_number"
    assert finding.shown == "19•••E+10, bảng tính đã làm mất các chữ số cuối"
    assert in_table("Số tiền", cell) == []


def test_a_birth_in_three_columns_is_told_at_its_year() -> None:
    assert in_table("Họ tên|Ngày sinh|Tháng sinh|Năm sinh|Mức", "A|12|3|1985|500000") == [
        ("D2", "birth_date")
    ]
    assert in_table("Họ tên|Ngày, tháng, năm sinh||", "|Ngày|Tháng|Năm", "A|12|03|1985") == [
        ("D3", "birth_date")
    ]


def test_other_dates_in_three_columns_and_a_year_alone_are_left() -> None:
    assert in_table("Họ tên|Ngày|Tháng|Năm", "A|12|3|1985") == []
    assert in_table("Họ tên|Ngày sinh|Tháng sinh|Năm sinh", "A|||1985") == []


def test_a_number_with_one_digit_in_a_cell_is_told_at_its_first() -> None:
    assert in_table_of("0|1|9|0|8|5|0|0|1|2|3|4") == [("B1", "identity_number")]
    assert in_table_of("0|1|9||0|8|5||O|O|1|2|3|4", label="CCCD") == [("B1", "identity_number")]
    assert in_table_of("0|9|1|2|0|0|0|0|0|1") == [("B1", "private_phone")]
    assert in_table_of("1|2|0|3|1|9|8|5", label="Ngày sinh") == [("B1", "birth_date")]


@pytest.mark.parametrize(
    "row", ["1|2|3|4|5|6|7|8|9|10|11|12", "0|0|1|0|1|0|1|1|0|0|1|0", "5|4|3|5|4|5|5|4"]
)
def test_figures_of_one_digit_are_no_number(row: str) -> None:
    assert in_table_of(row, label="Điểm") == []


def in_table_of(row: str, label: str = "Số") -> list[tuple[str, str]]:
    cells = [label, *row.split("|")]
    pieces = [Piece(f"{chr(65 + at)}1", cell, "bảng", at + 1) for at, cell in enumerate(cells) if cell]
    return [(piece.place, finding.datum.value) for piece, finding in find_in_pieces(pieces, KNOWN)]


def test_a_lost_table_gives_births_whose_parts_stand_apart() -> None:
    page = "TT Họ và tên Ngày sinh Mức\n1 Nguyễn Văn A 5 3 1985 500000\n2 Ma Thị B 1990 3 5 2021\n"
    found = [(f.datum.value, f.shown) for _, f in find_in_pieces([Piece("trang 1", page)], KNOWN)]
    assert found == [("birth_date", "••/••/1985")]
