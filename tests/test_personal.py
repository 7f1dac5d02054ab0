"""Personal data in running text: what is found, and the numbers that only look like it."""

from __future__ import annotations

import pytest

from generator.fields.contact import Email, Phone
from generator.fields.text import OfficialText, Prose, Text
from generator.fields.written import readers_of, written
from generator.kinds.profile import Profile
from generator.load.yaml_tree import read_yaml
from generator.personal import Datum, Known, find
from tests.conftest import CONTENT


def found(text: str, known: Known = Known()) -> list[str]:  # noqa: B008 - Known is frozen
    return [finding.datum.value for finding in find(text, known)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ông A, số căn cước 001099000001", "identity_number"),
        ("CCCD: 001 099 000001", "identity_number"),
        ("CCCD số 001.099.000.001 do Cục Cảnh sát cấp", "identity_number"),
        ("thẻ 0010 9900 0001", "identity_number"),
        ("CCCD001099000001", "identity_number"),
        ("mã số thuế cá nhân 001099000001", "identity_number"),
        ("số định danh cá nhân 101099000001 (đăng ký khai sinh ở nước ngoài)", "identity_number"),
        ("001\u200b099\u200b000001", "identity_number"),
        ("CMND 012345678", "old_identity_number"),
        ("giấy chứng minh nhân dân số: 012.345.678", "old_identity_number"),
        ("hộ chiếu B1234567", "passport_number"),
        ("gọi 0912000001", "private_phone"),
        ("ĐT: 0912.000.001", "private_phone"),
        ("(+84) 912 000 001 hoặc +84912000001", "private_phone"),
        ("a.nguyen@gmail.com", "private_email"),
        ("ubnd.xamau@gmail.com", "private_email"),
        ("STK: 0123456789 ngân hàng Nông nghiệp, chủ tài khoản Nguyễn Văn A", "bank_account"),
        ("cửa hàng sách 0321234567", "private_phone"),
        ("tài khoản số 1234 5678 9012 của bà B", "bank_account"),
        ("sinh ngày 5/3/1985", "birth_date"),
        ("Ngày, tháng, năm sinh: 05-03-1985", "birth_date"),
        ("SN 05.03.1985", "birth_date"),
        ("ông A sinh 05/03/1945", "birth_date"),
    ],
)
def test_personal_data_is_found_in_the_spellings_of_staff(text: str, code: str) -> None:
    assert found(text)[0] == code
    assert set(found(text)) == {code}


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch 188/KH-UBND ngày 05/11/2026",
        "123.456.789.012 đồng, 012 345 678 901 đồng",
        "dự toán 001.099.000.001 đồng",
        "Thủ tục 1.001193, mã 1.001193.000.00.00.H55",
        "mã định danh điện tử của cơ quan H55.105.12, 000.00.19.H55",
        "mã hồ sơ 000.00.19.H55-240305-0012",
        "mã dự án 7001234, mã số dự án 012026000123",
        "số TBMT IB2600012345, mã số thông báo 20260012345",
        "thửa đất số 12, tờ bản đồ số 34, diện tích 1.234,5 m2",
        "Công ty Đèn Sáng (0301234567), cửa hàng sách số 0312345678",
        "MST 4600123456, mã số thuế của công ty 0900123456, 0312345678-001",
        "tọa độ 21.594212345, 105.848123456789",
        "công tơ điện số 001099000001, chỉ số 012345",
        "hóa đơn số 001099000001",
        "Điện thoại trực ban 0208 3855 123, (0208) 3.855.123, 1900 1234, 1800 599 920, 113",
        "Gửi về vanthu@thainguyen.gov.vn hoặc info@congty.vn",
        "Nộp phí vào tài khoản 3511.0.1059876.00000 tại Kho bạc Nhà nước",
        "ủng hộ Quỹ Vì người nghèo, số tài khoản 1234567890 Agribank",
        "tài khoản định danh điện tử mức 2: 12.345.678 người",
        "gửi vào tài khoản 500.000.000 đồng",
        "đăng ký khai sinh ngày 05/11/2026, tuyển sinh ngày 01/06/2026, phát sinh 05/11/2026",
        "tổng vệ sinh ngày 20/11/2026; học sinh ngày 05/09/2026 tựu trường",
        "kỷ niệm 136 năm Ngày sinh Chủ tịch Hồ Chí Minh 19/5/1890",
        "kỷ niệm ngày sinh 19/5/1890",
        "trẻ sinh ngày 01/01/2020 trở đi; công dân sinh từ ngày 01/01/2001 đến ngày 31/12/2008",
        "Người Kinh, Tày, Nùng, Dao cùng sinh sống; hỗ trợ người khuyết tật, bệnh hiểm nghèo",
        "sinh năm 1985",
        "20261122 001 2026, 2026-11-22, 22/11/2026",
        "0200 000 0001",
    ],
)
def test_numbers_that_only_look_like_it_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_what_the_commune_declares_as_its_own_may_be_repeated() -> None:
    known = Known(frozenset({"912000001"}), frozenset({"motcua@xamau.vn", "xamau@gmail.com"}))
    assert found("Gọi 0912 000 001, viết tới xamau@gmail.com, vanhoa@xamau.vn", known) == []
    assert found("Gọi 0912 000 002, viết tới khac@gmail.com", known) == ["private_phone", "private_email"]


def test_the_value_is_never_repeated_in_full() -> None:
    text = "CCCD 001099000001, gọi 0912000001, nguyenvana@gmail.com, sinh ngày 05/03/1985"
    assert [finding.shown for finding in find(text)] == [
        "0010••••••01",
        "0912••••01",
        "ng••••••••@gmail.com",
        "••/••/1985",
    ]


def test_one_number_is_told_once_by_what_stands_beside_it() -> None:
    assert found("STK 001099000001 Vietcombank, bà B") == ["bank_account"]
    assert found("CCCD 001099000001 và 001099000001") == ["identity_number", "identity_number"]


def test_hostile_text_is_read_in_linear_time() -> None:
    for text in ("1" * 400_000, "a@" * 200_000, "tài khoản " * 40_000, "sinh " * 80_000, "0 " * 200_000):
        assert found(text) == []


def test_every_free_text_field_is_looked_at_and_no_contact_field() -> None:
    tree = read_yaml((CONTENT / "xa" / "xa-mau" / "xa.yml").read_bytes(), "xa.yml").tree
    texts = {value.loc for value in written(Profile, tree, readers_of(Text, Prose, OfficialText))}
    contacts = {value.loc for value in written(Profile, tree, readers_of(Phone, Email))}
    assert {
        ("lich_su",),
        ("lanh_dao", 1, "tieu_su"),
        ("di_tich", 0, "mo_ta"),
        ("tru_so", "dia_chi"),
    } <= texts
    assert {("tru_so", "dien_thoai"), ("lanh_dao", 0, "thu_dien_tu")} <= contacts
    assert texts & contacts == set()


def test_every_sort_of_personal_data_has_words_for_staff() -> None:
    from generator.load.personal_words import told

    assert [told(datum)[0] for datum in Datum] == [datum.value for datum in Datum]


@pytest.mark.parametrize(
    ("text", "datum"),
    [
        ("Ông Tám, CCCD 019-085-001234", Datum.IDENTITY),
        ("chuyển vào TK 19012345678901 Techcombank", Datum.BANK),
        ("Nguyễn Văn Tám, NS 12-5-1963", Datum.BIRTH),
    ],
)
def test_habits_of_writing_are_known(text: str, datum: Datum) -> None:
    assert [finding.datum for finding in find(text)] == [datum]


@pytest.mark.parametrize(
    "text",
    [
        "Gọi ０１９０８５００１２３４",
        "CCCD ٠١٩٠٨٥٠٠١٢٣٤",
        "0912–345–678",
        "0912·345·678",
        "STK 0011001234567 của ông Nguyễn Văn A, Quỹ thôn",
        "sinh vào ngày 05/11/1985",
        "hộ chiếu số C 1234567",
    ],
)
def test_other_digits_dashes_and_words_hide_nothing(text: str) -> None:
    (finding,) = find(text)
    assert "•" in finding.shown or finding.datum is Datum.BIRTH


@pytest.mark.parametrize(
    "text",
    [
        "0987654321 đồng",
        "đo 0912345678 m3",
        "mã thiết bị 001099000123",
        "019085001234 đồng",
        "001200000123"[:3],
    ],
)
def test_sums_measures_and_numbers_of_things_are_no_persons(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "found"), [("001009000123", 0), ("001010000123", 1), ("info@gmail.com", 1)]
)
def test_the_limits_of_what_is_a_persons(text: str, found: int) -> None:
    assert len(find(text)) == found
