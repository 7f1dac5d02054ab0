"""Long texts in sentences that one breath carries, for whoever listens and cannot look back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.words.numerals import NUMBER_WORDS

MOST = 19
"""Syllables of a sentence for the ear."""
ENDS = re.compile(r"(?<=[.!?])\s+|[\n;]+")
MARK = re.compile(r"[:,]$")
BREAKS = ("và", "hoặc", "để", "vì", "do", "nếu", "khi", "thì", "tại", "ở", "cho", "từ", "đến", "trong", "với", "về", "theo", "gồm", "là", "của")  # fmt: skip
"""Words that may begin a sentence of their own, where no mark parts a long one; the better ones first."""
HANGING = frozenset(
    [
        "và",
        "hoặc",
        "để",
        "vì",
        "do",
        "nếu",
        "khi",
        "thì",
        "tại",
        "ở",
        "của",
        "cho",
        "từ",
        "đến",
        "hết",
        "trong",
        "với",
        "về",
        "theo",
        "gồm",
        "là",
        "không",
        "đã",
        "sẽ",
        "đang",
        "chưa",
        "bị",
        "được",
        "phải",
        "các",
        "những",
        "mỗi",
        "mọi",
        "ngày",
        "tháng",
        "thứ",
        "quý",
        "số",
        "xã",
        "phường",
        "thôn",
        "xóm",
        "bản",
        "tổ",
        "trước",
        "sau",
        "trên",
        "dưới",
        "ngoài",
        "bằng",
    ]
)
"""Words that no sentence ends with."""
WEEKDAY = re.compile(r"(?:hai|ba|tư|năm|sáu|bảy|nhật),", re.IGNORECASE)
LEAST = 4
"""Syllables that neither part goes below."""
MARKS = re.compile(
    r"\[([^\[\]\n]{1,500})\]\([^()\s]{1,1000}\)|(?<!\w)[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}(?!\w)"
)
ITEM = re.compile(r"^[ \t]*(?:[-–+*•]|#{1,6}|>)[ \t]+", re.MULTILINE)
ADDRESS = re.compile(r"https?://\S*[^\s.,;:)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
NUMBERED = re.compile(r"^[ \t]*(\d{1,2})[.)][ \t]+(?=\S)", re.MULTILINE)


def short_sentences(text: str, most: int = MOST) -> Iterator[str]:
    """The same words in sentences of at most `most` syllables, each with a capital and a full stop."""
    for sentence in ENDS.split(text.strip()):
        words = [word for word in sentence.split() if any(map(str.isalnum, word))]
        while words:
            end = len(words) if len(words) <= most else _end(words, most)
            yield _whole(words[:end])
            words = words[end:]


def unmarked(prose: str) -> str:
    """Markdown as plain lines: the words of links, no stars, no bullets; numbers of items stay."""
    return ITEM.sub("", MARKS.sub(lambda mark: mark[1] or "", prose))


def without_addresses(text: str) -> str:
    """What nobody can write down from a loudspeaker is left to the page; "1. …" is said "1 là …"."""
    return NUMBERED.sub(r"\1 là ", ADDRESS.sub("địa chỉ ghi trên trang công khai", text))


def _end(words: Sequence[str], most: int) -> int:
    """How many words the first part takes: up to a mark, else before a joining word, else as many as may be."""
    room = [end for end in range(min(most, len(words) - LEAST), LEAST - 1, -1) if _may_end(words, end)]
    marked = next((end for end in room if MARK.search(words[end - 1])), 0)
    if marked:
        return marked
    joined = (end for word in BREAKS for end in room if words[end].lower() == word)
    return next(joined, room[0] if room else most)


def _may_end(words: Sequence[str], end: int) -> bool:
    """Whether the sentence may end before `words[end]`: never within a number or before what it counts for, a day,
    an hour, a weekday's date."""
    last, following = words[end - 1], words[end].strip(",").lower()
    if last.lower() in HANGING or (last.lower() in NUMBER_WORDS and following not in BREAKS):
        return False
    if following in NUMBER_WORDS and (not MARK.search(last) or last.lower().strip(",") in NUMBER_WORDS):
        return False  # "chậm | chín ngày" would say that all was late
    return not (WEEKDAY.fullmatch(last) and following == "ngày")


def _whole(words: Sequence[str]) -> str:
    text = " ".join(words).rstrip(" ,;:.")
    mark = "" if text.endswith(("!", "?")) else "."
    return f"{text[:1].upper()}{text[1:]}{mark}"
