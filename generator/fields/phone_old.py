"""Telephone numbers of before 2017 and 2018, whose codes have changed since."""

from __future__ import annotations

import re

from generator.fields.base import refuse
from generator.fields.typed import quote, ways

AREA = "mã vùng đã đổi từ năm 2017"
MOBILE_2018 = {
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037", "0168": "038",
    "0169": "039", "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078", "0123": "083",
    "0124": "084", "0125": "085", "0127": "081", "0129": "082", "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
"""Eleven-digit mobile numbers that got ten digits in 2018."""
AREA_2017 = {"0280": "0208", "0281": "0209"}
"""Area codes of Thái Nguyên and Bắc Kạn before June 2017."""
AREAS_BEFORE = re.compile(
    r"0(?:230|231|240|241|320|321|350|351|500|501|510|511|650|651|710|711|780|781)[2-9][0-9]{6}"
    r"|0(?:30|31|53|54|57|6[01234568]|7[2345])[2-9][0-9]{6}"
)
"""Landlines of before 2017 whose first digits and length belong to no number today."""
HANOI = re.compile(r"04([2-9][0-9]{7})")
SAIGON = re.compile(r"\(?08[) .-]{1,2}([2-9][0-9 .-]{7,12})")
"""With 08 set apart; written together it is a mobile number."""


def was_old(found: str, digits: str) -> Exception | None:
    """The refusal of a number of before 2017; the new one is said where its code is certain."""
    table = {**MOBILE_2018, **AREA_2017} if len(digits) == 11 else {}
    if start := table.get(digits[:4]):
        return _changed(
            found, "đầu số không còn dùng", f"Đầu số đã đổi, nay là: {ways(f'{start} {digits[4:]}')}"
        )
    if hanoi := HANOI.fullmatch(digits):
        return _changed(found, AREA, f"Nếu là số ở Hà Nội thì nay là: {ways(f'024 {hanoi[1]}')}")
    if SAIGON.fullmatch(found) and len(digits) == 10:
        hint = f"Số ở Thành phố Hồ Chí Minh nay là {ways(f'028 {digits[2:]}')}; số di động thì ghi liền: {ways(digits)}"
        return _changed(found, AREA, hint)
    if AREAS_BEFORE.fullmatch(digits):
        return _changed(
            found, AREA, "Mã vùng nay bắt đầu bằng 02, số sau mã vùng giữ nguyên. Ghi theo mã vùng mới."
        )
    return None


def _changed(found: str, reason: str, hint: str) -> Exception:
    return refuse("phone_old", f"ghi {quote(found)}, {reason}", hint)
