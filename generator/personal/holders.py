"""Whose a bank account is: a person's, or that of a body, which is named to be paid into."""

from __future__ import annotations

import re

from generator.personal.names import FULL_NAME, TITLED

BODY = (
    r"kho bạc|KBNN|UBND|HĐND|ủy ban|uỷ ban|đảng ủy|văn phòng|chi cục|\bquỹ\b|mặt trận|công ty|hợp tác xã|HTX|trung tâm"
    r"|trường|ban quản lý|bệnh viện|trạm y tế|doanh nghiệp|chi nhánh điện|hội chữ thập đỏ|kho bac|cong ty|hop tac xa"
    r"|trung tam|mat tran|\bquy (?:vi|khuyen|ho tro|den|phong)\b|truong (?:tieu|trung|mam|th|mn|pt)|ban quan ly"
)
"""Bodies as people write them, also without tone marks as banks do."""
ROLE = (
    r"chủ tịch|bí thư|kế toán|thủ|trưởng|phó|giám đốc|giáo viên|cán bộ|công chức|viên chức|nhân viên|bảo vệ"
    r"|bác sĩ|y sĩ|điều dưỡng|chuyên viên|thành viên|hội viên"
)
PHRASE = r"(?:(?! (?:do|của|tại|mở|chủ|là|ông|bà|anh|chị|cô|thầy)\b)[^,;:.()\n\d–/-]){0,80}"
"""The rest of a body's name, which may hold that of a person: "Trường Tiểu học Nguyễn Văn Trỗi"."""
HOLDER = re.compile(
    rf"(?P<post>(?i:(?:{ROLE}) (?:của )?(?:{BODY})))|(?P<body>(?i:{BODY}){PHRASE})|(?P<person>{TITLED}|{FULL_NAME})"
)
"""A post in a body says who a person is, not whose an account is."""
SENTENCE = re.compile(r"[.;!?]\s|\n")
LABEL = re.compile(
    r"(?:chủ tài khoản|chủ TK|tên tài khoản|CTK|đứng tên|mang tên)[ :là]{0,6}(?=\S)", re.IGNORECASE
)
NOT_ITS_HOLDER = re.compile(
    r"(?:liên hệ|gặp|gọi|hỏi|nội dung|ủng hộ|cảm ơn|gửi|do|qua|ký|thay mặt)[^,;:]{0,20}:?\s*$",
    re.IGNORECASE,
)
"""In front of a person who only answers, thanks or signs."""
FRONT, BEHIND = 60, 80
"""Characters before the word for an account and behind its number within which its holder is looked for."""


def is_of_a_body(text: str, word: int, number: int, end: int) -> bool:
    """Whether an account belongs to a body; `word` is where its naming begins, `number` to `end` its digits.

    The holder stands between the word and the number, else behind the number, else in front of the word.
    An account near which only a body is named is that body's.
    """
    front, behind = text[max(0, word - FRONT) : word], text[end : end + BEHIND]
    near = (text[word:number], _labelled(behind), _behind(behind), _in_front(front))
    holder = next((kind for kind in map(_first, near) if kind), "")
    if holder:
        return holder == "body"
    return bool(re.search(BODY, f"{front} {text[word:number]} {behind}", re.IGNORECASE))


def _first(text: str) -> str:
    """The first holder that a text names: "body", "person", or "" for none."""
    for found in HOLDER.finditer(text):
        if found["body"] or (found["person"] and not NOT_ITS_HOLDER.search(text[: found.start()])):
            return "body" if found["body"] else "person"
    return ""


def _labelled(behind: str) -> str:
    found = LABEL.search(behind)
    return behind[found.end() :] if found else ""


def _behind(behind: str) -> str:
    return SENTENCE.split(behind, maxsplit=1)[0]


def _in_front(front: str) -> str:
    """The last holder of the sentence: the one nearest to the account."""
    sentence = SENTENCE.split(front)[-1]
    kinds = [found for found in HOLDER.finditer(sentence) if found["body"] or found["person"]]
    return kinds[-1][0] if kinds else ""
