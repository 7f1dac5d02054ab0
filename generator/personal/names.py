"""Names of persons in running text: a family name, or a title in front."""

from __future__ import annotations

import re

from generator.words.fold import fold

_FAMILIES = """
Âu Bàn Bế Bùi Cao Cầm Chu Cù Đàm Dương Đào Đặng Đinh Đoàn Đỗ Giàng Giáp Hà Hạng Hoàng Hồ Hứa Huỳnh
Hầu Kiều La Lã Lâm Lầu Lê Liễu Lò Lường Lương Lưu Lục Lý Ma Mã Mạc Mai Mạch Mông Nghiêm Ngô Nguyễn
Nông Ninh Phạm Phan Phí Phùng Quách Quan Quàng Sầm Sùng Tạ Thái Thào Thẩm Thân Tô Tôn Tòng Tống
Trần Triệu Trịnh Trương Từ Vàng Vi Viên Vũ Võ Vương Vừ Vy
"""
FAMILIES = frozenset(_FAMILIES.split())
"""Family names of the Kinh and of peoples of the northern mountains, as met in public lists; not complete."""
TITLES = frozenset(("ông", "bà", "anh", "chị", "em", "cháu", "cụ", "chí"))
"""The last word of a title: "đồng chí"."""
NOT_OF_A_PERSON = re.compile(
    r"\b(?:đường|phố|trường|học|thpt|thcs|mầm non|bệnh viện|công viên|nhà thờ|liệt s[ĩỹ]|anh hùng|đại tướng|tướng|đền|hồ"
    r"|di tích|giải|cầu|chợ|quỹ)$"
)
"""In front of a name that a street, a school or a monument bears, or that is somebody's of history."""
OF_HISTORY = ("Hồ Chí Minh", "Hồ Núi Cốc")
PLACES = ("Cao Bằng", "Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Lâm Đồng", "Thái Bình", "Thái Nguyên")
"""Provinces that begin as a family name does."""
REACH = 60
CAPITAL = "A-Z" + "".join(filter(str.isupper, map(chr, (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)))))
WORD = rf"(?-i:[{CAPITAL}][^\W\d_]*)"
"""A word that begins with a capital, also inside a form that takes capitals and small letters alike."""
TITLE = "ông|bà|anh|chị|cô|chú|bác|cụ|thầy|em|cháu|con|đồng chí|đ/c"
TITLED = rf"\b(?i:{TITLE}) {WORD}(?: {WORD}){{0,4}}"
_SPELLINGS = {
    form for name in FAMILIES for plain in (name, fold(name)) for form in (plain.title(), plain.upper())
}
_FAMILY = rf"\b(?!{'|'.join((*OF_HISTORY, *PLACES))})(?:{'|'.join(sorted(_SPELLINGS))})"
FULL_NAME = (
    rf"(?-i:{_FAMILY}(?:(?: [{CAPITAL}][^\W\d_{CAPITAL}]*){{2,4}}|(?: [{CAPITAL}]+){{2,4}})(?![^\W\d_]))"
)
"""A family name and two words more, with tone marks or without: "Nguyễn Thị Hoa", "NGUYEN THI HOA"."""


def ends_with_name(text: str, end: int) -> bool:
    """Whether the words before `end` are a person's name: three and more, or two behind a title."""
    words = text[max(0, end - REACH) : end].rpartition("\n")[2].split()
    first = len(words)
    while first and words[first - 1].isalpha() and words[first - 1][0].isupper():
        first -= 1
    name = words[first:]
    titled = bool(name) and name[0].lower() in TITLES
    front = "" if titled else " ".join(words[max(0, first - 2) : first]).lower().strip(".,:;(")
    name = name[1:] if titled else name
    if NOT_OF_A_PERSON.search(front) or " ".join(name) in OF_HISTORY or not name:
        return False
    if titled or front.rpartition(" ")[2] in TITLES:
        return 2 <= len(name) <= 5
    return 3 <= len(name) <= 5 and name[0].capitalize() in FAMILIES
