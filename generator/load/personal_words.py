"""What is said of each sort of personal data, and how to mend it; the value itself is never repeated."""

from __future__ import annotations

from collections.abc import Callable

from generator.personal import Datum

Told = tuple[str, str, str]
"""Code, what was found, the next step."""
OR_MARK = (
    "Nếu máy nhầm, chép dòng sau vào bao-nham.yml, dưới dòng bao_nham:, rồi điền ly_do, nguoi, ngay: {line}"
)
EACH = " Mỗi giá trị, mỗi chỗ một dòng như thế; cùng một giá trị thì bỏ muc và ghi so_cho: số chỗ."


def told(datum: Datum) -> Told:
    return WORDS[datum]()


def _identity() -> Told:
    return (
        "identity_number",
        "có số định danh cá nhân (số căn cước)",
        "Xóa số này; không mục nào, danh sách nào được công khai số giấy tờ của một người.",
    )


def _old_identity() -> Told:
    return (
        "old_identity_number",
        "có số chứng minh nhân dân",
        "Xóa số này; không mục nào, danh sách nào được công khai số giấy tờ của một người.",
    )


def _passport() -> Told:
    return "passport_number", "có số hộ chiếu", "Xóa số này."


def _phone() -> Told:
    return (
        "private_phone",
        "có số điện thoại di động",
        "Xóa số này. Số của cơ quan thì ghi vào mục điện thoại của xa.yml.",
    )


def _email() -> Told:
    return (
        "private_email",
        "có địa chỉ thư điện tử riêng",
        "Xóa địa chỉ này. Hộp thư của cơ quan thì ghi vào mục thư điện tử của xa.yml.",
    )


def _bank() -> Told:
    return (
        "bank_account",
        "có số tài khoản ngân hàng",
        "Xóa số này. Tài khoản của cơ quan, quỹ thì ghi rõ tên cơ quan, quỹ ngay cạnh.",
    )


def _insurance() -> Told:
    return (
        "insurance_number",
        "có số thẻ bảo hiểm y tế hoặc số bảo hiểm xã hội",
        "Xóa số này; không mục nào, danh sách nào được công khai số bảo hiểm của một người.",
    )


def _birth() -> Told:
    return "birth_date", "có ngày sinh đầy đủ", "Xóa ngày và tháng; nhiều nhất chỉ để năm sinh."


def _ethnicity() -> Told:
    return (
        "ethnicity",
        "ghi dân tộc của từng người trong danh sách",
        "Xóa cột này; danh sách chỉ cần họ tên, thôn, chính sách, mức, ngày.",
    )


def _health() -> Told:
    return (
        "health",
        "ghi bệnh tật, khuyết tật của từng người trong danh sách",
        "Bỏ phần này; ghi tên chính sách chung, ví dụ “trợ cấp xã hội hằng tháng”.",
    )


WORDS: dict[Datum, Callable[[], Told]] = {
    Datum.IDENTITY: _identity,
    Datum.OLD_IDENTITY: _old_identity,
    Datum.PASSPORT: _passport,
    Datum.PHONE: _phone,
    Datum.EMAIL: _email,
    Datum.BANK: _bank,
    Datum.INSURANCE: _insurance,
    Datum.BIRTH: _birth,
    Datum.ETHNICITY: _ethnicity,
    Datum.HEALTH: _health,
}
