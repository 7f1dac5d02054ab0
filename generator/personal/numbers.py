"""Numbers that name one person: identity, passport, bank account; and the numbers that only look so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal.finding import Datum, Finding, digits_of, mask

PROVINCES = frozenset(
    f"{code:03}"
    for code in (
        1,
        2,
        4,
        6,
        8,
        10,
        11,
        12,
        14,
        15,
        17,
        19,
        20,
        22,
        24,
        25,
        26,
        27,
        30,
        31,
        33,
        34,
        35,
        36,
        37,
        38,
        40,
        42,
        44,
        45,
        46,
        48,
        49,
        51,
        52,
        54,
        56,
        58,
        60,
        62,
        64,
        66,
        67,
        68,
        70,
        72,
        74,
        75,
        77,
        79,
        80,
        82,
        83,
        84,
        86,
        87,
        89,
        91,
        92,
        93,
        94,
        95,
        96,
    )
)
"""Where a birth was registered: codes of the 63 provinces that there were until 2025."""
OLDEST, YOUNGEST = 10, 45
"""Years that the two digits after the century may say: from 1910, to 2045."""
TWELVE = re.compile(
    r"(?<!\d)(?<!\d[.,])(?:\d{12}|\d{3}-\d{3}-\d{6}|\d{6}[ .]\d{6}|\d{3}[ .]\d{9}|\d{3}[ .]\d{3}[ .]\d{6}"
    r"|\d{3}[ .]\d[ .]\d\d[ .]\d{6}|\d{4}([ .])\d{4}\1\d{4}|\d{3}([ .])\d{3}\2\d{3}\2\d{3})(?!\d|[.,]\d)"
)
PERSON = re.compile(
    r"(?:CCCD|căn cước|định danh|CMND|CMTND|CMT|chứng minh|giấy tờ tùy thân|GTTT)[^\n;]{0,30}$",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"(?:dự án|hồ sơ|điện tử|công tơ|đồng hồ|điện kế|thuê bao điện|mã vạch|sê-ri|seri|số máy|hóa đơn|biên lai"
    r"|biên nhận|tờ khai|thửa|tờ bản đồ|tọa độ|bưu gửi|vận đơn|giao dịch|khách hàng|quan hệ ngân sách|QHNS|công trình"
    r"|gói thầu|TBMT|KHLCNT|số hiệu|chỉ số|mã tài sản|mã đơn vị|mã cơ quan|mã thiết bị|số khung|mã đơn)[^\n;,.]{0,20}$",
    re.IGNORECASE,
)
"""Words before a number that is none of a person's."""
MONEY = re.compile(
    r"\s*(?:đồng|đ\b|₫|VNĐ|VND|nghìn|ngàn|triệu|tỷ|tỉ|USD|m2|m²|m3|m³|kWh|kg|ha\b)", re.IGNORECASE
)
OLD = re.compile(
    r"\b(?:CMND|CMTND|CMT|GCMND|chứng minh(?: nhân dân| thư|(?= số)))\b[^\d\n;]{0,30}"
    r"(\d{3}([ .]?)\d{3}\2\d{3})(?!\d|[ .]\d)",
    re.IGNORECASE,
)
PASSPORT = re.compile(r"(?:hộ chiếu|passport)\b[^\d\n;]{0,30}?\b([A-Za-z] ?\d{7,8})\b", re.IGNORECASE)
BANK = re.compile(
    r"\b(?:STK|(?:số )?tài khoản|TK(?= số|:| ?\d{8}))(?P<between>[^\d\n;]{0,40}?)(?P<number>\d{2,}(?:[ .-]?\d{2,})*)",
    re.IGNORECASE,
)
PUBLIC_ACCOUNT = re.compile(
    r"kho bạc|KBNN|UBND|ủy ban|uỷ ban|\bquỹ\b|mặt trận|công ty|hợp tác xã|HTX|trung tâm|trường|ban quản lý|bệnh viện"
    r"|trạm y tế|doanh nghiệp|chi nhánh điện|hội chữ thập đỏ",
    re.IGNORECASE,
)
"""Holders whose account is no person's: it is named to be paid into."""
OF_A_PERSON = re.compile(r"[\s,(–-]*(?:của |chủ tài khoản:? )?(?:ông|bà|anh|chị)\b", re.IGNORECASE)
NOT_AT_A_BANK = re.compile(r"định danh|VNeID|dịch vụ công|đăng nhập|kế toán", re.IGNORECASE)


def accounts(text: str) -> Iterator[Finding]:
    """Bank accounts, 8 to 19 digits beside the word; those of the treasury and of bodies are public."""
    for found in BANK.finditer(text):
        number = found["number"]
        start, end = found.span("number")
        around = text[max(0, found.start() - 60) : end + 80]
        if not 8 <= len(digits_of(number)) <= 19 or MONEY.match(text, end):
            continue
        public = PUBLIC_ACCOUNT.search(around) and not OF_A_PERSON.match(text, end)
        if not (public or NOT_AT_A_BANK.search(found["between"])):
            yield Finding(Datum.BANK, mask(digits_of(number), 2, 2), start, end)


def passports(text: str) -> Iterator[Finding]:
    for found in PASSPORT.finditer(text):
        yield Finding(Datum.PASSPORT, mask(found[1], 2, 2), *found.span(1))


def old_identities(text: str) -> Iterator[Finding]:
    """Nine digits beside the name of the old card."""
    for found in OLD.finditer(text):
        if not MONEY.match(text, found.end()):
            yield Finding(Datum.OLD_IDENTITY, mask(digits_of(found[1]), 2, 2), *found.span(1))


def identities(text: str) -> Iterator[Finding]:
    """Twelve digits that are said to be an identity number, or are built like one."""
    for found in TWELVE.finditer(text):
        digits = digits_of(found[0])
        before = text[max(0, found.start() - 60) : found.start()]
        said = bool(PERSON.search(before)) and not OTHER.search(before)
        alone = not (_glued(text, *found.span()) or OTHER.search(before) or MONEY.match(text, found.end()))
        if said or (alone and is_built_like_identity(digits)):
            yield Finding(Datum.IDENTITY, mask(digits, 4, 2), *found.span())


def is_built_like_identity(digits: str) -> bool:
    """Place of registration, then century with sex, then a year in which somebody living was born."""
    year = int(digits[4:6])
    this_century = digits[3] in "23"
    born = year <= YOUNGEST if this_century else digits[3] in "01" and year >= OLDEST
    return digits[:3] in PROVINCES and born


def _glued(text: str, start: int, end: int) -> bool:
    """Whether the digits are part of a longer code: "HS-019085…", "…/019085", "H55.019085"."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return bool(re.fullmatch(r"[\w/_.\-=#]", before) or re.fullmatch(r"[\w/_\-]", after))
