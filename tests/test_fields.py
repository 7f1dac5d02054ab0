"""Field types: usual Vietnamese spellings are read, ambiguous ones refused, what is said is read again."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fields.codes import read_document_number, read_procedure_code, read_unit_code
from generator.fields.contact import dial, read_coordinate, read_email, read_link, read_phone
from generator.fields.dates import Span, read_clock, read_day, read_hours, read_year
from generator.fields.money import read_dong, read_percent
from generator.fields.posting import PostingForm
from generator.fields.text import read_count, read_decimal, read_yes_no
from generator.kinds.profile import Standing
from generator.words.dates import say_day
from generator.words.fold import fold, nearest, slug
from generator.words.money import say_money, say_percent, say_short_money
from generator.words.order import first_letter, vi_key
from generator.words.prose import markdown_html, plain_html

Reader = Callable[[object], Any]
MORNING, AFTERNOON = Span(time(7, 30), time(11, 30)), Span(time(13, 30), time(17))


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (read_day, "2026-11-05", date(2026, 11, 5)),
        (read_day, "05/11/2026", date(2026, 11, 5)),
        (read_day, "5/11/2026", date(2026, 11, 5)),
        (read_day, "05-11-2026", date(2026, 11, 5)),
        (read_day, "ngày 5 tháng 11 năm 2026", date(2026, 11, 5)),
        (read_day, "29/02/2028", date(2028, 2, 29)),
        (read_year, "2026", 2026),
        (read_clock, "7:30", time(7, 30)),
        (read_clock, "7h30", time(7, 30)),
        (read_clock, "7 giờ 30", time(7, 30)),
        (read_clock, "13 giờ", time(13)),
        (read_hours, "7:30 - 11:30", (Span(time(7, 30), time(11, 30)),)),
        (
            read_hours,
            "7 giờ 30 đến 11 giờ 30; 13h30-17h",
            (Span(time(7, 30), time(11, 30)), Span(time(13, 30), time(17))),
        ),
        (read_dong, "1250000000", 1_250_000_000),
        (read_dong, "1.250.000.000", 1_250_000_000),
        (read_dong, "1.250.000đ", 1_250_000),
        (read_dong, "1,25 tỷ", 1_250_000_000),
        (read_dong, "1,25 tỷ đồng", 1_250_000_000),
        (read_dong, "500 triệu", 500_000_000),
        (read_dong, "1.250 triệu đồng", 1_250_000_000),
        (read_dong, "0", 0),
        (read_percent, "62,5%", Decimal("62.5")),
        (read_percent, "62", Decimal(62)),
        (read_count, "2.140", 2140),
        (read_decimal, "7,5", Decimal("7.5")),
        (read_unit_code, "01840", "01840"),
        (read_procedure_code, "1.001193", "1.001193"),
        (read_day, "05.11.2026", date(2026, 11, 5)),
        (read_day, "05–11–2026", date(2026, 11, 5)),
        (read_day, "2026/11/05", date(2026, 11, 5)),
        (read_day, "05112026", date(2026, 11, 5)),
        (read_day, "20261105", date(2026, 11, 5)),
        (read_day, "20122012", date(2012, 12, 20)),
        (read_day, "ngày 5/11 năm 2026", date(2026, 11, 5)),
        (read_day, "05-Thg11-2026", date(2026, 11, 5)),
        (read_day, "5 Thg 11 2026", date(2026, 11, 5)),
        (read_day, "5 tháng mười một, 2026", date(2026, 11, 5)),
        (read_day, "Ngày 5 tháng năm năm 2026", date(2026, 5, 5)),
        (read_day, "Thứ Năm, 05/11/2026", date(2026, 11, 5)),
        (read_day, "05/11/\u200b2026\u00a0", date(2026, 11, 5)),
        (read_year, "Năm 2026", 2026),
        (read_clock, "7g30", time(7, 30)),
        (read_clock, "7 giờ 30 phút", time(7, 30)),
        (read_clock, "7 giờ rưỡi", time(7, 30)),
        (read_clock, "7h", time(7)),
        (read_clock, "19h30", time(19, 30)),
        (read_clock, "07:30:00", time(7, 30)),
        (read_clock, "7:30 sáng", time(7, 30)),
        (read_clock, "2 giờ chiều", time(14)),
        (read_clock, "12 giờ trưa", time(12)),
        (read_clock, "8 giờ tối", time(20)),
        (read_hours, "từ 7h30 đến 11h30", (MORNING,)),
        (read_hours, "sáng 7:30-11:30, chiều 13:30-17:00", (MORNING, AFTERNOON)),
        (read_hours, "Sáng: 7h30 – 11h30; Chiều: 1h30 – 5h", (MORNING, AFTERNOON)),
        (read_hours, "7h30 sáng đến 5 giờ chiều", (Span(time(7, 30), time(17)),)),
        (read_hours, "1h30 - 5h chiều", (AFTERNOON,)),
        (read_hours, "04:45 - 5:15", (Span(time(4, 45), time(5, 15)),)),
        (read_hours, "4h45 - 5h15 sáng", (Span(time(4, 45), time(5, 15)),)),
        (read_hours, "từ 2 giờ đến 5 giờ chiều", (Span(time(14), time(17)),)),
        (read_hours, "7h - 9h tối", (Span(time(19), time(21)),)),
        (read_hours, "8h - 10h đêm", (Span(time(20), time(22)),)),
        (read_hours, "11h - 1h trưa", (Span(time(11), time(13)),)),
        (read_hours, "8h sáng đến 5h chiều", (Span(time(8), time(17)),)),
        (read_hours, "5h sáng - 6h chiều", (Span(time(5), time(18)),)),
        (read_hours, "6 giờ sáng đến 9 giờ tối", (Span(time(6), time(21)),)),
        (read_hours, "1h - 2h chiều", (Span(time(13), time(14)),)),
        (read_hours, "11h trưa - 6h chiều", (Span(time(11), time(18)),)),
        (read_hours, "7h - 5h chiều", (Span(time(7), time(17)),)),
        (read_hours, "10h - 2h chiều", (Span(time(10), time(14)),)),
        (read_hours, "13h30 - 17h chiều", (AFTERNOON,)),
        (read_hours, "7：30 - 11：30", (MORNING,)),
        (read_dong, "1.250.000 VNĐ", 1_250_000),
        (read_dong, "1 250 000", 1_250_000),
        (read_dong, "1.250.000,00", 1_250_000),
        (read_dong, "4.850.000.000,-", 4_850_000_000),
        (read_dong, "4.850.000.000.–", 4_850_000_000),
        (read_dong, "850.000,- đồng", 850_000),
        (read_dong, "1 tỷ 250 triệu", 1_250_000_000),
        (read_dong, "1 tỉ 250 triệu 500 nghìn đồng", 1_250_500_000),
        (read_dong, "2 triệu rưỡi", 2_500_000),
        (read_dong, "850tr", 850_000_000),
        (read_dong, "0,125 tỷ", 125_000_000),
        (read_dong, "1,2 nghìn tỷ", 1_200_000_000_000),
        (read_percent, "62.5", Decimal("62.5")),
        (read_percent, "62 phần trăm", Decimal(62)),
        (read_count, "2 140", 2140),
        (read_decimal, "34.46", Decimal("34.46")),
        (read_decimal, "1.250,5", Decimal("1250.5")),
        (read_decimal, "1.250.000", Decimal(1_250_000)),
        (read_decimal, "0,125", Decimal("0.125")),
        (read_coordinate, "21,5942", Decimal("21.5942")),
        (read_coordinate, "105.848", Decimal("105.848")),
        (read_procedure_code, "2.000815.000.00.00.h55", "2.000815.000.00.00.H55"),
        (read_document_number, "12a/QĐ-UBND", "12a/QĐ-UBND"),
        (read_document_number, "188/KH-UBND.", "188/KH-UBND"),
        (read_count, "２１４", 214),
        (read_day, "9 tháng Năm 2026", date(2026, 5, 9)),
        (read_document_number, "188/KH-UBND", "188/KH-UBND"),
        (read_document_number, "Số: 188 / kh – ubnd", "188/KH-UBND"),
        (read_document_number, "12/2026/QĐ-UBND", "12/2026/QĐ-UBND"),
        (read_document_number, "01/NQ-HĐND", "01/NQ-HĐND"),
        (read_document_number, "12/QÐ-UBND", "12/QĐ-UBND"),
        (read_document_number, "5/ttr-ubnd", "5/TTr-UBND"),
        (read_document_number, "19/2025/QĐ-TTg", "19/2025/QĐ-TTg"),
        (read_document_number, "07-NQ/TW", "07-NQ/TW"),
        (read_document_number, "03/2026/HĐ-XD", "03/2026/HĐ-XD"),
        (read_document_number, "01/2026/QH16", "01/2026/QH16"),
        (read_phone, "+84 208 385 5123", "+84 208 385 5123"),
        (read_phone, "0912.345.678", "0912.345.678"),
        (read_phone, "0838251234", "0838251234"),
        (read_phone, "033 385 1234", "033 385 1234"),
        (read_phone, "113", "113"),
        (read_phone, "1022", "1022"),
        (read_phone, "069 2345 678", "069 2345 678"),
        (read_email, "ubnd.xa-mau@thainguyen.gov.vn", "ubnd.xa-mau@thainguyen.gov.vn"),
        (read_link, "https://abc.gov.vn:8443/a?b=1#c", "https://abc.gov.vn:8443/a?b=1#c"),
        (read_link, "https://8.8.8.8/", "https://8.8.8.8/"),
        (read_yes_no, "chua", False),
        (PostingForm.read, "niem-yet", PostingForm.NOTICEBOARD),
        (PostingForm.read, "Cổng trang thông tin điện tử", PostingForm.WEBSITE),
        (read_phone, "(0208) 385 5123", "(0208) 385 5123"),
        (read_phone, "1900 1234", "1900 1234"),
        (read_yes_no, "Có", True),
        (read_yes_no, "không", False),
        (read_yes_no, "false", False),
        (Standing.read, "Chờ tiếp nhận", Standing.PREPARED),
        (Standing.read, "cho_tiep_nhan", Standing.PREPARED),
        (Standing.read, "cho tiep nhan", Standing.PREPARED),
    ],
)
def test_usual_spellings_are_read(read: Reader, text: str, value: object) -> None:
    assert read(text) == value


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_said_is_the_day_read(day: date) -> None:
    assert read_day(say_day(day)) == day
    assert read_day(day.isoformat()) == day


@given(st.integers(0, 10**14))
def test_money_said_in_full_is_the_money_read(dong: int) -> None:
    assert read_dong(say_money(dong)) == dong


@given(st.integers(0, 10**12))
def test_short_money_is_never_off_by_more_than_half_a_hundredth_of_its_unit(dong: int) -> None:
    shown = read_dong(say_short_money(dong))
    unit = 10**9 if "tỷ" in say_short_money(dong) else 10**6 if "triệu" in say_short_money(dong) else 1
    assert abs(shown - dong) <= unit * 0.005


@pytest.mark.parametrize(
    ("dong", "text"),
    [
        (0, "0 đồng"),
        (999_999, "1 triệu đồng"),
        (950_000, "950.000 đồng"),
        (1_250_000_000, "1,25 tỷ đồng"),
        (100_000_000_000, "100 tỷ đồng"),
        (994_999_999, "995 triệu đồng"),
    ],
)
def test_short_money_reads_as_people_say_it(dong: int, text: str) -> None:
    assert say_short_money(dong) == text


def test_percent_has_a_comma_and_no_idle_zero() -> None:
    assert [say_percent(Decimal(p)) for p in ("62.5", "100.0", "10", "0")] == ["62,5%", "100%", "10%", "0%"]


def test_vietnamese_order_is_that_of_the_dictionary() -> None:
    names = [
        "Phường Đức Xuân",
        "Xã Dân Tiến",
        "xã Đại Từ",
        "Xã Đông Hy",
        "Xã Đồng Hỷ",
        "Xã Vạn Phú",
        "Xã Văn Hán",
        "Xã Văn Lang",
        "Xã Văn Lăng",
        "Xã Vân Cốc",
    ]
    mixed = sorted(names)
    assert mixed != names
    assert sorted(mixed, key=vi_key) == names
    assert [first_letter(word) for word in ("đăng ký", "Ấn", "1.000", "Uỷ")] == ["Đ", "Â", "#", "U"]


def test_folding_finds_what_is_typed_without_marks() -> None:
    assert fold("  Đồng   HỶ ") == "dong hy"
    assert fold("Hoà") == fold("Hòa") == "hoa"
    assert fold("Thuỷ Nguyên") == fold("Thủy Nguyên") == "thuy nguyen"
    assert nearest("thuỷ lợi", ["Thủy lợi", "Giao thông"]) == "Thủy lợi"
    assert slug("Phường Phan Đình Phùng") == "phuong-phan-dinh-phung"
    assert nearest("dia_ci", ["dia_chi", "gio"]) == "dia_chi"
    assert nearest("xyz", ["dia_chi", "gio"]) is None


def test_a_telephone_link_has_digits_only() -> None:
    assert dial("(0208) 385 5.123") == "02083855123"


HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[a](javascript:alert(1))",
    "[a](data:text/html;base64,xxxx)",
    "<style>*{display:none}</style>",
    '<iframe src="https://a.vn"></iframe>',
    '<a href="https://a.vn" onclick="x()">a</a>',
    "<svg/onload=alert(1)>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_prose_carries_nothing_that_runs(text: str) -> None:
    """What is told to run is either gone or text to read."""
    html = " ".join(re.findall(r"<[^>]*>", str(markdown_html(text))))
    for word in (
        "<script",
        "onerror",
        "onclick",
        "onload",
        "javascript:",
        "data:",
        "<style",
        "<iframe",
        "<svg",
        "<img",
    ):
        assert word not in html


@pytest.mark.parametrize("text", HOSTILE)
def test_official_text_is_shown_as_it_is_written(text: str) -> None:
    assert "<" not in str(plain_html(text)).replace("<p>", "").replace("</p>", "")


def test_official_lists_keep_every_word_and_nest_two_deep() -> None:
    html = str(plain_html("a) Nộp\n- Một\n+ hai\n+ ba\n- bốn\nHết"))
    assert html == (
        "<p>a) Nộp</p><ul><li>Một<ul><li>hai</li><li>ba</li></ul></li><li>bốn</li></ul><p>Hết</p>"
    )
