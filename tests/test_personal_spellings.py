"""Identity numbers, accounts and births in the forms of spreadsheets and chats, each with what only looks like it."""

from __future__ import annotations

import pytest

from generator.personal import find
from generator.personal.births import LATEST


def found(text: str) -> list[str]:
    return [finding.datum.value for finding in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "CCCD 19085001234",
        "căn cước số 1099000001",
        "số định danh cá nhân: 19085001234, cấp năm 2021",
        "C.C.C.D: 019085001234",
        "C.C.C.D 19085001234",
        "CC CD 019 085 001234",
        "CCCD 019-082-001-234",
        "căn cước số 01908200123",
    ],
)
def test_an_identity_number_is_known_by_its_word_also_without_its_zeros(text: str) -> None:
    assert found(text) == ["identity_number"]


@pytest.mark.parametrize(
    "text",
    [
        "19085001234",
        "CCCD 99085001234",
        "CCCD 19985001234",
        "CCCD 19085001234 đồng",
        "hỏi về căn cước: 02083855123 hoặc 1900599920",
        "căn cước, điện thoại 02033825123",
        "mã định danh điện tử 19085001234",
        "thẻ căn cước, hồ sơ số 19085001234",
        "căn cước 1.250.000.000 đồng, Thông tư 17/2024/TT-BCA",
    ],
)
def test_eleven_digits_are_no_identity_number_without_word_place_and_year(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "C.M.N.D: 012345678",
        "CMTND 012345678",
        "C.M.T.N.D số 012 345 678",
        "C.M.T 012345678",
        "Số chứng minh: 012345678",
    ],
)
def test_the_old_card_is_known_in_its_spellings(text: str) -> None:
    assert found(text) == ["old_identity_number"]


@pytest.mark.parametrize(
    "text",
    [
        "Chuyển khoản: 0123456789012",
        "chuyển khoản qua số 8500205123456",
        "CK 19031234567890",
        "Vietcombank 0011001234567",
        "0011001234567 (Vietcombank)",
        "Agribank: 8500 2051 23456, Nguyễn Văn A",
        "BIDV 21510001234567",
        "107001234567 VietinBank",
        "MB 0400123456789",
        "techcombank 19031234567890",
        "ngân hàng Nông nghiệp 8500205123456",
    ],
)
def test_an_account_is_known_by_its_bank_and_by_the_word_to_pay(text: str) -> None:
    assert found(text) == ["bank_account"]


@pytest.mark.parametrize(
    "text",
    [
        "chuyển khoản 1.250.000.000 đồng",
        "chuyển khoản 1250000000",
        "chuyển khoản ngày 05/11/2026 theo Quyết định 188/QĐ-UBND",
        "Vietcombank cho vay 12.500.000.000",
        "Agribank huyện, điện thoại 02083878123, tổng đài 1900558818",
        "ủng hộ Quỹ Vì người nghèo: Agribank 8500205123456",
        "Công ty xây dựng, BIDV 21510001234567",
        "thư bảo lãnh số 0123456789012 của BIDV",
        "Agribank, mã số thuế 0100686174",
        "giao dịch 0123456789012 tại Vietcombank",
        "8500205123456",
        "Tài chính ngân hàng 52340201 210 17; Ngân hàng 210 17 490 18",
        "Eximbank mua vào 22.670-22.750, Techcombank giảm",
        "Agribank các năm 2024 2025 2026",
        "MBA 0400123456789",
        "mb 0400123456789",
        "dự án 7001234 vay ngân hàng, thửa số 123, tờ bản đồ số 45",
    ],
)
def test_sums_dates_papers_and_bodies_beside_a_bank_are_no_persons_account(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Nguyễn Văn A (12/03/1985)", "••/••/1985"),
        ("NÔNG THỊ B (5-3-1990), thôn Đồi Chè", "••/••/1990"),
        ("cháu Giàng A Páo ( 01/02/2019 )", "••/••/2019"),
        ("ông Sùng Páo (12/03/1985)", "••/••/1985"),
        ("Phó Chủ tịch Lường Văn C (12/03/1985)", "••/••/1985"),
        ("giáo viên Nguyễn Văn A (12/03/1985)", "••/••/1985"),
        ("ông A sinh 12/3/85", "••/••/85"),
        ("ngày sinh: 12-03-85", "••/••/85"),
        ("Ma Thị D, SN 1.3.62", "••/••/62"),
    ],
)
def test_a_birth_is_known_behind_a_name_and_with_a_short_year(text: str, shown: str) -> None:
    assert [(finding.datum.value, finding.shown) for finding in find(text)] == [("birth_date", shown)]


@pytest.mark.parametrize(
    "text",
    [
        "Cách mạng Tháng Tám (19/08/1945), Chiến thắng Điện Biên Phủ (07/05/1954)",
        "Chủ tịch Hồ Chí Minh (19/5/1890), hồ Núi Cốc (12/03/1985)",
        "Luật Đất đai (18/01/2024), Nghị định 61/2018/NĐ-CP (23/04/2018)",
        "Trường THCS Nguyễn Văn A (05/09/1985), đường Nguyễn Văn Cừ (05/09/1985)",
        "Thành lập Thái Nguyên (12/03/1985), Cao Bằng (03/10/1950)",
        "Đại tướng Võ Nguyên Giáp (25/8/1911)",
        f"cử tri Nguyễn Văn A (12/03/{LATEST + 1})",
        "Nguyễn Văn A (1985)",
        "ông A sinh 12/3/85/QĐ, phát sinh 12/3/85, vệ sinh 1.2.10",
        "sinh 45/13/85; sinh 12/3-85; tỷ suất sinh 12.3.85%",
        "UBND xã (12/03/1985)",
        "liệt sĩ Nguyễn Văn A (12/03/1972)",
    ],
)
def test_dates_of_events_laws_and_places_are_no_births(text: str) -> None:
    assert found(text) == []
