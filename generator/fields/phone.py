"""Telephone numbers of Vietnam, kept as they are written.

Checked by the numbering plan's lengths, not by `phonenumbers`: that library (21 ms to import, 1 ms for
the first number) refuses the unassigned code 0200, on which the fictional commune's numbers stand.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from generator.fields.base import refuse
from generator.fields.phone_old import was_old
from generator.fields.typed import is_read, number_like, quote, ways

HOME = r"[35789][0-9]{8}|2[0-9]{9}|67[0-9]{7}|69[0-9]{5,7}|80[0-9]{5,6}|199[0-9]{4}"
"""After the leading 0: mobile, landline, satellite, army and police, government."""
NUMBER = re.compile(rf"(?:\+84|0)(?:{HOME})|1[89]00(?:[0-9]{{4}}|[0-9]{{6}})|1[0-9]{{2,3}}")
WITHOUT_ZERO = re.compile(r"[35789][0-9]{8}|2[0-9]{9}")
ABROAD = re.compile(rf"(?:\+|00)?84(?:\(0\)|0)?({HOME})")
APART = re.compile(r" ?(?:[;,/&]|\bvà\b|\bhoặc\b|\bhay\b| - ) ?")
EXTENSION = re.compile(r"(.*?[0-9])[ ,(]*(?:máy lẻ|lẻ|ext|số lẻ|nhánh)\b.*", re.IGNORECASE)


@number_like
def read_phone(found: str) -> str:
    """One number, spaces, points, brackets kept for the eye: (0208) 385 5123, +84 208 385 5123, 1900 1234, 113."""
    digits = re.sub(r"[ .()-]", "", found)
    if old := was_old(found, digits):
        raise old
    if NUMBER.fullmatch(digits):
        return found
    raise _several(found) or _incomplete(found, digits) or _no_phone(found, digits)


def dial(phone: str) -> str:
    """The number as a telephone link wants it: digits and a leading plus."""
    return re.sub(r"[^\d+]", "", phone)


def _several(found: str) -> Exception | None:
    numbers = [part for part in APART.split(found) if is_read(read_phone, part)]
    if len(numbers) > 1:
        hint = f"Mục này chỉ nhận một số: {ways(*numbers)}. Số kia ghi ở ghi chú hoặc đường dây nóng."
        return refuse("phone_several", f"ghi {quote(found)}, có nhiều số", hint)
    if (main := EXTENSION.fullmatch(found)) and is_read(read_phone, main[1]):
        hint = f"Ghi số chính, máy lẻ ghi ở ghi chú: {ways(main[1])}"
        return refuse("phone_extension", f"ghi {quote(found)}, có số máy lẻ", hint)
    return None


def _incomplete(found: str, digits: str) -> Exception | None:
    if WITHOUT_ZERO.fullmatch(digits):
        start = f"0{found}" if found[0] != "(" else f"(0{found[1:]}"
        hint = f"Bảng tính làm mất số 0? Ghi: {ways(start)}"
        return refuse("phone_lost_zero", f"ghi {quote(found)}, còn thiếu số 0 ở đầu", hint)
    if abroad := ABROAD.fullmatch(re.sub(r"[ .-]", "", found).replace("(+84)", "+84")):
        hint = f"Ghi: {ways(f'+84 {abroad[1]}', f'0{abroad[1]}')}"
        return refuse("phone_country_code", f"ghi {quote(found)}, mã nước +84 viết chưa đúng", hint)
    if re.fullmatch(r"[2-9][0-9]{6}", digits):
        hint = f"Thêm số 0 và mã vùng của tỉnh ở đầu: 02… {found}"
        return refuse("phone_no_area", f"ghi {quote(found)}, còn thiếu mã vùng", hint)
    if re.fullmatch(r"0[235789][0-9]{5,10}", digits):
        due = 11 if digits[1] == "2" else 10
        short = f"thiếu {due - len(digits)}" if len(digits) < due else f"thừa {len(digits) - due}"
        hint = f"Số bắt đầu bằng {digits[:2]} có {due} chữ số, đang {short}; xem lại từng chữ số."
        return refuse("phone_length", f"ghi {quote(found)}, không đủ hoặc thừa chữ số", hint)
    return None


def _no_phone(found: str, digits: str) -> Exception:
    inside = re.search(r"\+?[0-9][0-9 .()-]{1,20}[0-9]", found)
    meant = inside[0].strip() if inside and inside[0] != found and is_read(read_phone, inside[0]) else ""
    hint = f"Chỉ ghi số: {ways(meant)}" if meant else "Ghi đủ cả số 0 đầu và mã vùng, không kèm lời."
    return refuse("phone_expected", f"cần là số điện thoại, đang ghi {quote(found)}", hint)


Phone = Annotated[str, BeforeValidator(read_phone)]
