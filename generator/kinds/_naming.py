"""Whether a text names a person, for records that must not: petitioners, donors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from generator.core import Loc, Problem, Record
from generator.personal.names import CAPITAL, NOT_OF_A_PERSON, TITLES, ends_with_name

WORD = re.compile(r"[^\W\d_]+")
GIVEN = re.compile(rf"\b(?:ông|bà|anh|chị|cô|chú|bác|cụ|thầy) ([{CAPITAL}][^\W\d_{CAPITAL}]*)(?![^\W\d_])")
"""A small title and one word: "anh Páo". "Bà Rịa", "Anh Sơn" are places; "ông UBND" is no name."""
_POSTS = "Ban Bí Bộ Cán Chi Chủ Công Cựu Đảng Giám Hiệu Hồ Hội Phó Tổ Trưởng"
NOT_GIVEN = frozenset(_POSTS.split())
"""How a post or an organisation begins behind a title: "bà Chủ tịch", "các anh Công an"; "bác Hồ"."""
OF_A_PLACE = re.compile(
    r"\b(?:ngã ba|ngã tư|bến|cống|đập|dốc|đèo|kênh|miếu|mương|núi|rạch|suối|thôn|ấp|bản|xóm)$"
)


def person_named(text: str) -> str:
    """The first name of a person in a text, with its title; empty where none is seen."""
    words = list(WORD.finditer(text))
    for index, word in enumerate(words):
        follows = words[index + 1] if index + 1 < len(words) else None
        joined = follows is not None and text[word.end() : follows.start()] == " "
        if joined and follows is not None and follows[0][0].isupper():
            continue
        if word[0][0].isupper() and ends_with_name(text, word.end()):
            return _name(words, index)
    return ""


def given_name(text: str) -> str:
    """A person called by the given name alone: "chị Sua"."""
    for found in GIVEN.finditer(text):
        front = text[: found.start()].rstrip().lower()
        if found[1] not in NOT_GIVEN and not NOT_OF_A_PERSON.search(front) and not OF_A_PLACE.search(front):
            return found[0]
    return ""


def check_unnamed(record: Record[Any], texts: Iterable[tuple[Loc, str | None]]) -> Iterable[Problem]:
    """Texts that name nobody: what was asked, what was answered; who answers for it is told by a post."""
    for loc, text in texts:
        if text and (person_named(text) or given_name(text)):
            yield record.problem(
                "person_named",
                loc,
                "có chỗ giống tên người",
                "Viết lại không nêu tên ai, ví dụ: một hộ ở xóm; cán bộ thì ghi chức vụ.",
            )


def _name(words: list[re.Match[str]], last: int) -> str:
    """The words of the name that ends there."""
    first = last
    while first and words[first - 1][0][0].isupper() and last - first < 4:
        first -= 1
    if first and words[first - 1][0].lower() in TITLES:
        first -= 1
    return " ".join(word[0] for word in words[first : last + 1])
