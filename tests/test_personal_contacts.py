"""Telephones, addresses, insurance and peoples as they are typed, each with what only looks like it."""

from __future__ import annotations

import pytest

from generator.personal import Known, find, find_in_list


def found(text: str, known: Known = Known()) -> list[str]:  # noqa: B008 - Known is frozen
    return [finding.datum.value for finding in find(text, known)]


@pytest.mark.parametrize(
    "text",
    [
        "SĐT 912345678",
        "Điện thoại: 912 345 678",
        "ĐT 912.345.678",
        "0084 912 345 678",
        "0084912345678",
        "+84 0912345678",
        "gọi0912345678",
        "SĐT0912345678",
        "zalo.me/0912345678",
        "https://zalo.me/84912345678",
        "tel:0912345678",
        "[gọi](tel:+84912345678)",
        "https://thainguyen.example/goi?phone=0912345678",
    ],
)
def test_a_mobile_number_is_known_short_long_glued_and_in_a_link(text: str) -> None:
    assert found(text) == ["private_phone"]
    assert found(text, Known(frozenset({"912345678"}))) == []


@pytest.mark.parametrize(
    "text",
    [
        "912345678",
        "điện thoại 208 385 5123, 0208 3855 123",
        "hỗ trợ mua điện thoại 912.345.678 đồng",
        "HS0912345678, IB0912345678",
        "https://vanban.example/0912345678, https://vanban.example/tai?id=0912345678",
        "00840912345678901",
        "đường ĐT.261 dài 912345 m",
        "mã số thuế 0912345678",
    ],
)
def test_codes_landlines_and_addresses_are_no_mobile_number(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("abc @ gmail.com", "ab•@gmail.com"),
        ("viết tới abc@ gmail.com", "ab•@gmail.com"),
        ("abc [at] gmail.com", "ab•@gmail.com"),
        ("abc(at)gmail.com", "ab•@gmail.com"),
        ("abc (a còng) gmail (chấm) com", "ab•@gmail.com"),
        ("abc[at]yahoo[dot]com[dot]vn", "ab•@yahoo.com.vn"),
    ],
)
def test_an_address_that_is_spelled_out_is_still_one(text: str, shown: str) -> None:
    assert [(finding.datum.value, finding.shown) for finding in find(text)] == [("private_email", shown)]
    assert found(text, Known(emails=frozenset({"abc@gmail.com", "abc@yahoo.com.vn"}))) == []


@pytest.mark.parametrize(
    "text",
    [
        "vanthu [at] thainguyen.gov.vn",
        "họp @ 15h30, theo dõi @ubnd.phudinh",
        "giá 5.000 @ chiếc",
        "hình (at) một",
        "mục [at] a.b",
    ],
)
def test_other_uses_of_the_sign_are_no_address(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "thẻ HN2191234567890",
        "GD 4 19 1234567890",
        "BHYT TE 1 19 19 12 345 678",
        "BHYT 1912345678",
        "số thẻ bảo hiểm y tế: 1912345678",
        "Mã số BHXH 1920123456",
        "sổ bảo hiểm xã hội số 1920 123 456",
    ],
)
def test_numbers_of_insurance_are_found(text: str) -> None:
    assert found(text) == ["insurance_number"]


@pytest.mark.parametrize(
    "text",
    [
        "chi BHYT 1.250.000.000 đồng",
        "kinh phí BHYT: 1.250.000.000",
        "đóng BHXH 1250000000",
        "BHXH huyện, điện thoại 0208385512",
        "BHXH cơ sở, mã đơn vị 1912345678",
        "BHXH, mã số thuế 4600123456",
        "BHYT đạt 95,5%; Quyết định 1351/QĐ-BHXH ngày 16/11/2015",
        "1912345678",
        "số máy SN2191234567890",
        "IB2600012345, HN9191234567890, HN2001234567890",
        "thủ tục 1.001234, 2.000.00.00.H55",
    ],
)
def test_sums_offices_and_codes_are_no_insurance(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kinh",
        "Thái",
        "Hoa",
        "Mường",
        "thôn Kinh",
        "Nguyễn Thị Hoa",
        "Ban Dân tộc Thái Nguyên",
        "DT Hoa màu 500 m2",
    ],
)
def test_names_of_hamlets_and_persons_are_no_peoples(text: str) -> None:
    assert find_in_list(text, Known()) == []


@pytest.mark.parametrize("text", ["Nguyễn Văn A, dân tộc Thái", "Ma Thị B (DT Tày)", "dân tộc: Hoa"])
def test_a_people_beside_its_word_is_found(text: str) -> None:
    assert [finding.datum.value for finding in find_in_list(text, Known())] == ["ethnicity"]


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "12 ",
        "chuyển khoản ",
        "Nguyễn ",
        "( ",
        "a@ ",
        "a[at]",
        "a.b.",
        "SĐT ",
        "DN 4 ",
        "BHYT ",
        "00 84 ",
        "1-",
        "sinh 1/1/",
    ],
)
def test_hostile_repetition_finds_nothing_and_stays_linear(unit: str) -> None:
    assert found(unit * (300_000 // len(unit))) == []
