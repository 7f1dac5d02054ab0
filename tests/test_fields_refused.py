"""What would have to be guessed is refused, with a code and spellings that can be typed as they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.fields.attachment import Attachment, Picture
from generator.fields.clock import read_hour_of_day
from generator.fields.codes import (
    read_document_number,
    read_procedure_code,
    read_record_id,
    read_unit_code,
)
from generator.fields.contact import read_coordinate, read_email, read_link, read_phone
from generator.fields.dates import read_clock, read_day, read_hours, read_year
from generator.fields.money import read_dong, read_percent
from generator.fields.period import read_period
from generator.fields.posting import PostingForm
from generator.fields.text import read_count, read_decimal, read_line, read_yes_no
from generator.kinds.profile import Standing

Reader = Callable[[object], Any]
LINE = (
    read_day, read_year, read_clock, read_hours, read_period, read_dong, read_percent, read_count,
    read_decimal, read_coordinate, read_unit_code, read_procedure_code, read_record_id,
    read_document_number, read_phone, read_email, read_link, read_yes_no, PostingForm.read,
    Attachment.read, read_line,
)  # fmt: skip
each_reader = pytest.mark.parametrize("read", LINE, ids=lambda read: read.__qualname__)


def refusal(read: Reader, value: object) -> tuple[str, list[str]]:
    """The code of a refusal, and the spellings that its hint offers."""
    with pytest.raises(PydanticCustomError) as raised:
        read(value)
    context = raised.value.context or {}
    return raised.value.type, re.findall("“([^”]+)”", context["hint"])


@pytest.mark.parametrize(
    ("read", "text", "code", "offered"),
    [
        (read_day, "5/11/26", "date_short_year", ["05/11/2026"]),
        (read_day, "26/11/05", "date_short_year", ["26/11/2005", "05/11/2026"]),
        (read_day, "051126", "date_short_year", ["05/11/2026"]),
        (read_day, "05-Thg11-26", "date_short_year", ["05/11/2026"]),
        (read_day, "11202012", "date_expected", []),
        (read_day, "11/2026", "date_no_day", []),
        (read_day, "2026", "date_no_day", []),
        (read_day, "5/11", "date_no_year", []),
        (read_day, "11/26/2026", "date_american", ["26/11/2026"]),
        (read_day, "13/25/2026", "date_impossible", []),
        (read_day, "30/02/2026", "date_impossible", []),
        (read_day, "05/11/0206", "date_year", []),
        (read_day, "46331", "date_serial", ["05/11/2026"]),
        (read_day, "5-Nov-26", "date_english", ["05/11/2026"]),
        (read_day, "2026-11-05 00:00:00", "date_with_more", ["05/11/2026"]),
        (read_day, "Xã Mẫu, ngày 5 tháng 11 năm 2026", "date_with_more", ["05/11/2026"]),
        (read_day, "Thứ Sáu, 05/11/2026", "date_weekday", ["05/11/2026"]),
        (read_day, "01/07/2026 - 30/09/2026", "date_several", []),
        (read_day, "8 tháng giêng năm 2026", "date_lunar", []),
        (read_day, "hôm qua", "date_expected", []),
        (read_day, "O5/11/2026", "letter_for_digit", ["05/11/2026"]),
        (read_day, "“05/11/2026”", "word_quotes", ["05/11/2026"]),
        (read_year, "26", "year_expected", ["2026"]),
        (read_year, "2.026", "year_expected", ["2026"]),
        (read_year, "2O26", "letter_for_digit", ["2026"]),
        (read_clock, "07.30", "time_dot", ["07:30"]),
        (read_clock, "7,30", "time_dot", ["7:30"]),
        (read_clock, "0730", "time_expected", ["7:30"]),
        (read_clock, "24:00", "time_midnight", ["23:59", "0:00"]),
        (read_clock, "25:00", "time_impossible", []),
        (read_clock, "2:00 PM", "time_english", ["14:00"]),
        (read_clock, "19:30 sáng", "time_part_of_day", []),
        (read_clock, "12 giờ đêm", "time_midnight", ["23:59", "0:00"]),
        (read_clock, "12h30 đêm", "time_part_of_day", []),
        (read_clock, "8 giờ kém 15", "time_expected", ["7:45"]),
        (read_clock, "8 giờ kém 15 tối", "time_expected", ["19:45"]),
        (read_clock, "7:30 SA", "time_expected", ["7:30"]),
        (read_clock, "2:30 CH", "time_expected", ["14:30"]),
        (read_clock, "12:30 SA", "time_expected", ["0:30"]),
        (read_hours, "2 - 5h chiều", "time_expected", ["14:00 - 17:00"]),
        (read_hours, "chiều 2 - 5h", "time_expected", ["14:00 - 17:00"]),
        (read_hours, "8 - 11h sáng", "time_expected", ["08:00 - 11:00"]),
        (read_hours, "8h - 12h đêm", "time_midnight", ["20:00 - 23:59"]),
        (read_hours, "1h30 - 5h", "hours_ambiguous", ["13:30 - 17:00", "01:30 - 05:00"]),
        (read_hours, "từ 3 giờ đến 5 giờ", "hours_ambiguous", ["15:00 - 17:00", "03:00 - 05:00"]),
        (read_hour_of_day, "2:00", "time_ambiguous", ["14:00", "02:00"]),
        (read_hours, "4h - 7h tối", "hours_ambiguous", ["04:00 - 19:00", "16:00 - 19:00"]),
        (read_hours, "2:00 - 17:00 chiều", "hours_ambiguous", ["02:00 - 17:00", "14:00 - 17:00"]),
        (read_hours, "10h - 2h đêm", "hours_reversed", ["00:00 - 02:00; 22:00 - 23:59"]),
        (read_clock, "7:3O", "letter_for_digit", ["7:30"]),
        (read_hours, "7.30 - 11.30", "time_dot", ["07:30 - 11:30"]),
        (
            read_hours,
            "Sáng 7:30-11:30 chiều 13:30-17:00",
            "hours_expected",
            ["07:30 - 11:30; 13:30 - 17:00"],
        ),
        (read_hours, ";", "hours_expected", ["7:30 - 11:30; 13:30 - 17:00"]),
        (read_hours, "11:30 - 1:30", "hours_reversed", ["11:30 - 13:30"]),
        (read_hours, "22:00 - 5:00", "hours_reversed", ["00:00 - 05:00; 22:00 - 23:59"]),
        (read_hours, "7:30 - 11:30; 1:30 - 5:00", "hours_overlap", ["07:30 - 11:30; 13:30 - 17:00"]),
        (read_hours, "7:30 - 11:30; 11:00 - 17:00", "hours_overlap", []),
        (read_period, "quý 5/2026", "period_quarter", ["năm 2026"]),
        (read_period, "tháng 13/2026", "period_month", ["năm 2026"]),
        (read_period, "13 tháng đầu năm 2026", "period_month", ["năm 2026"]),
        (read_period, "30/09/2026 - 01/07/2026", "period_reversed", ["quý III/2026"]),
        (read_period, "2030-2026", "period_reversed", ["giai đoạn 2026 - 2030"]),
        (read_period, "tuần 45/2026", "period_week", []),
        (read_period, "quý III", "period_no_year", []),
        (read_period, "quý III/26", "period_short_year", ["quý III/2026"]),
        (read_period, "năm 206", "period_expected", []),
        (read_period, "năm 0206", "period_year", []),
        (
            read_period,
            "9 tháng năm 2026",
            "period_expected",
            ["9 tháng đầu năm 2026", "9 tháng cuối năm 2026"],
        ),
        (read_period, "ngày 9 tháng 9 năm 2026", "period_expected", []),
        (read_period, "tháng năm 2026", "month_unclear", ["tháng 5/2026"]),
        (read_day, "ngày 9 tháng năm 2026", "month_unclear", ["09/05/2026"]),
        (read_period, "tháng 9-7/2026", "period_expected", []),
        (read_period, "Q3/2026", "period_expected", ["quý III/2026"]),
        (read_period, "1/7 - 30/9/2026", "period_expected", ["quý III/2026"]),
        (read_period, "quý 3/2O26", "letter_for_digit", ["quý 3/2026"]),
        (read_dong, "1.25 tỷ", "money_ambiguous", ["1,25 tỷ", "125 tỷ"]),
        (read_dong, "1.25", "money_ambiguous", ["1,25 tỷ", "1,25 triệu"]),
        (read_dong, "4850000000.0", "money_ambiguous", ["4.850.000.000"]),
        (read_dong, "4.850.000.000,50", "money_ambiguous", ["4.850.000.000"]),
        (read_dong, "12345.67 triệu", "money_ambiguous", ["12345,67 triệu", "1.234.567 triệu"]),
        (read_dong, "1,250", "money_ambiguous", ["1.250", "1,25 tỷ", "1,25 triệu"]),
        (read_dong, "1,250 triệu", "money_ambiguous", ["1,25 triệu", "1.250 triệu"]),
        (read_dong, "1.25,-", "money_ambiguous", ["1,25 tỷ", "1,25 triệu"]),
        (read_dong, "1 tỷ 250", "money_ambiguous", ["1.250.000.000", "1.000.000.250"]),
        (read_dong, "4.850.000,000", "money_ambiguous", ["4.850.000.000", "4.850.000"]),
        (read_dong, "1.250,000", "money_ambiguous", ["1.250.000", "1.250"]),
        (read_dong, "1,250.000", "money_commas", ["1.250.000"]),
        (read_dong, "4.850 000.000", "money_commas", ["4.850.000.000"]),
        (read_dong, "250k", "money_expected", ["250.000"]),
        (read_dong, "1,25k", "money_expected", ["1.250"]),
        (read_dong, "2 vạn", "money_expected", ["20.000"]),
        (read_dong, "5 chục triệu", "money_expected", ["50.000.000"]),
        (read_dong, "3 trăm nghìn đồng", "money_expected", ["300.000"]),
        (read_dong, "10 trăm", "money_expected", []),
        (read_dong, "1,250,000", "money_commas", ["1.250.000"]),
        (read_dong, "1,250,000.00 VND", "money_commas", ["1.250.000"]),
        (read_dong, "1.2500.000", "money_groups", []),
        (read_dong, "4.850.000.00", "money_groups", []),
        (read_dong, "1.234,5", "money_groups", []),
        (read_dong, "4 850 00", "money_groups", []),
        (read_dong, "1250.000.000", "money_groups", ["1.250.000.000"]),
        (read_dong, "0850000", "leading_zero", ["850000"]),
        (read_dong, "014 tỷ", "leading_zero", ["14 tỷ"]),
        (read_count, "000", "leading_zero", ["0"]),
        (read_count, "014", "leading_zero", ["14"]),
        (read_decimal, "0125,5", "leading_zero", ["125,5"]),
        (read_decimal, "6,9 tỷ", "number_expected", ["6900", "6900000"]),
        (read_decimal, "1.250 triệu đồng", "number_expected", []),
        (read_dong, "-5", "money_negative", []),
        (read_dong, "khoảng 2 tỷ", "money_about", ["2 tỷ"]),
        (read_dong, "2-3 tỷ", "money_about", []),
        (read_dong, "1.250 USD", "money_currency", []),
        (read_dong, "không", "money_expected", ["0"]),
        (read_dong, "1.250.000 đồng (một triệu hai trăm năm mươi nghìn)", "money_expected", ["1.250.000"]),
        (read_dong, "500 nghìn 1 triệu", "money_expected", []),
        (read_dong, "0,0000000001 tỷ", "money_impossible", []),
        (read_dong, "9" * 30, "money_impossible", []),
        (read_dong, "1.25O.000", "letter_for_digit", ["1.250.000"]),
        (read_dong, "O", "letter_for_digit", ["0"]),
        (read_percent, "105%", "percent_over", []),
        (read_percent, "62,333%", "percent_places", ["62,33%"]),
        (read_percent, "0,985", "percent_places", ["0,99%", "98,5%"]),
        (read_percent, "0.9961", "percent_places", ["1%", "99,61%"]),
        (read_percent, "0,985%", "percent_places", ["0,99%"]),
        (read_percent, "98%.", "percent_expected", ["98%"]),
        (read_percent, "đạt 100%", "percent_expected", ["100%"]),
        (read_percent, "từ 90% đến 98%", "percent_expected", []),
        (read_percent, "nửa", "percent_expected", []),
        (read_percent, "6O%", "letter_for_digit", ["60%"]),
        (read_count, "2,140", "count_expected", ["2.140"]),
        (read_count, "125 hộ", "count_expected", ["125"]),
        (read_count, "2 nghìn", "count_expected", ["2000"]),
        (read_count, "3 nghìn hộ", "count_expected", ["3000"]),
        (read_count, "2k", "count_expected", ["2000"]),
        (read_count, "2 km", "count_expected", ["2"]),
        (read_count, "2 nghìn 5", "count_expected", []),
        (read_count, "125.0", "count_expected", ["125"]),
        (read_count, "1.25", "count_expected", []),
        (read_count, "-1", "count_expected", []),
        (read_count, "l25", "letter_for_digit", ["125"]),
        (read_decimal, "6.240", "number_ambiguous", ["6240", "6,2400"]),
        (read_decimal, "6,240", "number_ambiguous", ["6240", "6,2400"]),
        (read_decimal, "1,250.5", "number_expected", ["1.250,5"]),
        (read_decimal, "48,6 km2", "number_expected", ["48,6"]),
        (read_decimal, "1_000", "number_expected", []),
        (read_decimal, "1e5", "number_expected", []),
        (read_coordinate, "21.5942, 105.8481", "coordinate_pair", ["21.5942", "105.8481"]),
        (read_coordinate, "21°35'39\"N", "coordinate_expected", ["21,59417"]),
        (read_coordinate, "21.5942.3", "coordinate_expected", []),
        (read_coordinate, "21°35'", "coordinate_expected", ["21,58333"]),
        (read_coordinate, "21°35", "coordinate_expected", []),
        (read_coordinate, "215942", "coordinate_expected", []),
        (read_unit_code, "5602", "unit_code_lost_zero", ["05602"]),
        (read_unit_code, "5602.0", "unit_code_lost_zero", ["05602"]),
        (read_unit_code, "mã 05602", "unit_code_expected", ["05602"]),
        (read_unit_code, "O5602", "letter_for_digit", ["05602"]),
        (read_procedure_code, "1001193", "procedure_code_expected", ["1.001193"]),
        (read_procedure_code, "1,001193", "procedure_code_expected", ["1.001193"]),
        (read_procedure_code, "Mã 1.001193", "procedure_code_expected", ["1.001193"]),
        (read_procedure_code, "1.00119", "procedure_code_lost_zero", ["1.001190"]),
        (read_record_id, "Dự án 1", "record_id_expected", ["du-an-1"]),
        (read_record_id, "THDC 11.9", "record_id_expected", ["THDC-11.9"]),
        (read_record_id, "Nà Mẫu; Khe Đá", "record_id_expected", []),
        (read_record_id, "../a", "record_id_expected", ["a"]),
        (read_document_number, "12O/QĐ-UBND", "letter_for_digit", ["120/QĐ-UBND"]),
        (read_document_number, "12/2O26/QĐ-UBND", "letter_for_digit", ["12/2026/QĐ-UBND"]),
        (read_document_number, "1 88/KH-UBND", "document_number_expected", []),
        (read_document_number, "188/QĐ-U8ND", "document_number_expected", ["188/QĐ-UBND"]),
        (read_document_number, "QĐ 12", "document_number_order", []),
        (read_document_number, "12", "document_number_order", []),
        (read_document_number, "12/QD-UBND", "document_number_marks", ["12/QĐ-UBND"]),
        (read_document_number, "05/11/2026", "document_number_date", []),
        (read_document_number, "188/KH-UBND ngày 05/11/2026", "document_number_date", ["188/KH-UBND"]),
        (read_document_number, "019185001234/QĐ-UBND", "document_number_expected", []),
        (read_document_number, "1.234/QĐ-UBND", "document_number_expected", []),
        (read_document_number, "QĐ12/UBND", "document_number_expected", []),
        (read_document_number, "12/QĐ UBND", "document_number_words", ["12/QĐ-UBND"]),
        (read_document_number, "12/QĐ-UBND - Kế hoạch", "document_number_words", ["12/QĐ-UBND"]),
        (read_document_number, "Quyết định số 12/QĐ-UBND của xã", "document_number_words", ["12/QĐ-UBND"]),
        (read_document_number, "1/QĐ-A, 2/QĐ-A", "document_number_several", ["1/QĐ-A", "2/QĐ-A"]),
        (read_document_number, "<b>12</b>", "document_number_expected", []),
        (read_document_number, "O1/NQ-HĐND", "letter_for_digit", ["01/NQ-HĐND"]),
        (read_phone, "912345678", "phone_lost_zero", ["0912345678"]),
        (read_phone, "2083855123", "phone_lost_zero", ["02083855123"]),
        (read_phone, "0208 385 5123; 0912 345 678", "phone_several", ["0208 385 5123", "0912 345 678"]),
        (read_phone, "+84 0912345678", "phone_country_code", ["+84 912345678", "0912345678"]),
        (read_phone, "01686 123 456", "phone_old", ["038 6123456"]),
        (read_phone, "0280 3855 123", "phone_old", ["0208 3855123"]),
        (read_phone, "04 38251234", "phone_old", ["024 38251234"]),
        (read_phone, "(08) 3825 1234", "phone_old", ["028 38251234", "0838251234"]),
        (read_phone, "0240 3851234", "phone_old", []),
        (read_phone, "0650 3851234", "phone_old", []),
        (read_phone, "061 385 1234", "phone_old", []),
        (read_phone, "031.3851234", "phone_old", []),
        (read_phone, "3855 123", "phone_no_area", []),
        (read_phone, "0912 345 67", "phone_length", []),
        (read_phone, "0208 385 5123 máy lẻ 12", "phone_extension", ["0208 385 5123"]),
        (read_phone, "ĐT: 0208 385 5123", "phone_expected", ["0208 385 5123"]),
        (read_phone, "001 085 012 345", "phone_expected", []),
        (read_phone, "O912345678", "letter_for_digit", ["0912345678"]),
        (read_email, "ubnd@abc,vn", "email_expected", ["ubnd@abc.vn"]),
        (read_email, "a..b@abc.vn", "email_expected", ["a.b@abc.vn"]),
        (read_email, "ubndxã@abc.vn", "email_expected", ["ubndxa@abc.vn"]),
        (read_email, "UBND xã <ubnd@abc.vn>", "email_expected", ["ubnd@abc.vn"]),
        (read_email, "ubnd@", "email_expected", []),
        (read_email, "a@b.vn; c@d.vn", "email_several", ["a@b.vn", "c@d.vn"]),
        (read_link, "www.abc.gov.vn", "link_no_scheme", ["https://www.abc.gov.vn"]),
        (read_link, "https:/abc.vn", "link_mistyped", ["https://abc.vn"]),
        (read_link, "https://abc.vn/van ban", "link_spaces", ["https://abc.vn/vanban"]),
        (read_link, "https://a.vn https://b.vn", "link_several", ["https://a.vn", "https://b.vn"]),
        (read_link, "https://abc.vn/\x07a", "link_hidden", ["https://abc.vn/a"]),
        (read_link, "https://abc.vn/a\u202e", "link_hidden", ["https://abc.vn/a"]),
        (read_link, "https://ubnd:matkhau@abc.vn/a", "link_user", ["https://abc.vn/a"]),
        (read_link, "<https://abc.vn>", "link_expected", ["https://abc.vn"]),
        (read_link, "https://a.vn/<script>", "link_expected", ["https://a.vn/"]),
        (read_link, "https://abc.vn:99999/", "link_expected", []),
        (read_yes_no, "ko", "yes_no_expected", ["không"]),
        (read_yes_no, "x", "yes_no_unclear", ["có", "không"]),
        (read_yes_no, "X", "yes_no_unclear", ["có", "không"]),
        (read_yes_no, "dừng", "yes_no_expected", ["có", "không"]),
        (read_line, "x" * 1001, "too_long", []),
        (read_line, ["a"], "one_value_expected", []),
        (Standing.read, "chinh_thu", "choice_unknown", ["chinh_thuc"]),
        (Attachment.read, "a.pdf", "attachment_path", ["tep/a.pdf"]),
        (Attachment.read, "D:\\công khai\\tep\\a.pdf", "attachment_path", ["tep/a.pdf"]),
        (Attachment.read, "../../xa-khac/tep/a.pdf", "attachment_path", ["tep/a.pdf"]),
        (Attachment.read, "tep/a", "attachment_type", []),
        (Picture.read, "tep/a.pdf", "attachment_type", []),
    ],
)
def test_what_would_have_to_be_guessed_is_refused(
    read: Reader, text: object, code: str, offered: list[str]
) -> None:
    assert refusal(read, text) == (code, offered)


@pytest.mark.parametrize(
    "scheme", ["javascript:alert(1)", "data:text/html,x", "file:///C:/a.pdf", "C:\\a.pdf"]
)
def test_what_is_no_page_of_the_web_is_refused(scheme: str) -> None:
    assert refusal(read_link, scheme)[0] == "link_scheme"


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.0.0.1", "127.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.1.1", "0x7f.0.0.1",
     "2130706433", "[::1]", "[fe80::1]", "may-chu.local", "intranet", "0.0.0.1"],
)  # fmt: skip
def test_addresses_inside_a_network_are_refused(host: str) -> None:
    assert refusal(read_link, f"http://{host}/a")[0] == "link_private"


@pytest.mark.parametrize(
    "host", ["thainguуen.gov.vn", "xn--thainguen-xfg.gov.vn", "thainguyen。gov.vn", "ａbc.vn"]
)
def test_hosts_in_disguise_are_refused(host: str) -> None:
    assert refusal(read_link, f"https://{host}")[0] == "link_lookalike"


def test_a_password_in_a_link_is_not_repeated() -> None:
    with pytest.raises(PydanticCustomError) as raised:
        read_link("https://ubnd:matkhau@abc.vn")
    assert "matkhau" not in str(raised.value.context)


def test_every_kind_of_number_in_the_plan_of_vietnam_is_read() -> None:
    found = [
        example
        for kind in phonenumbers.PhoneNumberType.values()
        if (example := phonenumbers.example_number_for_type("VN", kind))
    ]
    assert len(found) >= 6
    for number in found:
        written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
        assert read_phone(written) == written


TYPED = st.text(
    st.sampled_from("0123456789OlI.,:;/-–+ %()@“”\"'đtrsángchiềuquýnămtỷệuQKHUBNDĐ°\u200b\u00a0\nvhg"),
    max_size=40,
)


@each_reader
@settings(deadline=None)
@given(text=TYPED | st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused_with_spellings_that_are_read(read: Reader, text: str) -> None:
    try:
        read(text)
    except PydanticCustomError as refused:
        context = refused.context or {}
        if refused.type not in ("too_long", "choice_unknown"):
            for spelling in re.findall("“([^”]+)”", context["hint"]):
                read(spelling)


HOSTILE = ["0", "9.", "1,", "1 ", "O", "l", "-", "a", "a-", "0/", "7:30 - ", "và", "đến ", "1 tỷ ", "a.", "@a.", "//",
           "https://", "https://a.", "“", "\u200b", "\n", "(", "tep/", "số ", "ngày 5 tháng ", "quý i", "_ "]  # fmt: skip


@each_reader
@pytest.mark.parametrize("size", [190, 20_000])
def test_hostile_values_are_read_or_refused(read: Reader, size: int) -> None:
    """What they cost stands in `bench/hostile.py`; a careless pattern would take minutes here."""
    for piece in HOSTILE:
        text = (piece * size)[:size] + "!"
        with suppress(PydanticCustomError):
            assert read(text) is not None, piece
