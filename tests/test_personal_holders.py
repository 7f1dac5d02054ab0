"""Whose an account is: a named person's is a finding also near public words, that of a body is not."""

from __future__ import annotations

import pytest

from generator.personal import find


def found(text: str) -> list[str]:
    return [finding.datum.value for finding in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Số tài khoản của bà Vui là 8500205123456, kế toán trường",
        "Số tài khoản của bà Lý Thị Vui, kế toán Trường Tiểu học Đồi Chè là 8500205123456",
        "STK 8500205123456 NGUYEN THI HOA, Trường Tiểu học Đồi Chè",
        "STK 8500205123456 Nguyễn Thị Hoa (Quỹ thôn)",
        "Ủng hộ Quỹ Khuyến học: STK 8500205123456 Agribank, chủ tài khoản Nguyễn Thị Hoa",
        "Trường Tiểu học Đồi Chè\nSố tài khoản: 8500205123456\nChủ tài khoản: Nguyễn Thị Hoa",
        "Ông Lý Văn Sơn, Phó Chủ tịch UBND xã, STK: 8500205123456",
        "bà Vui, thủ quỹ, số tài khoản 8500205123456 Vietcombank",
        "Vietcombank 0011001234567 (bà Nông Thị B, kế toán trường)",
        "STK 8 5 0 0 2 0 5 1 2 3 4 5 6",
    ],
)
def test_the_account_of_a_named_person_is_found_near_public_words(text: str) -> None:
    assert found(text) == ["bank_account"]


@pytest.mark.parametrize(
    "text",
    [
        "Tài khoản của UBND xã Đồi Chè tại Kho bạc: 351101059876",
        "Tài khoản của UBND xã: 351101059876 tại Kho bạc Nhà nước, chủ tài khoản: ông Nguyễn Văn A, Chủ tịch",
        "STK 8500205123456 Trường Tiểu học Nguyễn Văn Trỗi",
        "UBND phường Phan Đình Phùng, STK 8500205123456",
        "STK 8500205123456 QUY VI NGUOI NGHEO XA DOI CHE",
        "STK 8500205123456 TRUONG TIEU HOC DOI CHE",
        "số tài khoản 8500205123456 của Quỹ Khuyến học, do bà Vui quản lý",
        "Quỹ Khuyến học, số tài khoản 8500205123456 Agribank, liên hệ bà Vui",
        "Ông Lý Văn Sơn phát động. Ủng hộ Quỹ Vì người nghèo, số tài khoản 8500205123456 Agribank",
        "tài khoản của HTX Chè Hoàng Su Phì 8500205123456",
        "Kế toán trường, số tài khoản 8500205123456",
        "Trạm y tế Thái Nguyên, số tài khoản 8500205123456 Agribank Thái Nguyên PGD",
    ],
)
def test_the_account_of_a_body_may_be_told(text: str) -> None:
    assert found(text) == []
