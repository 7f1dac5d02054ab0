"""Text: one line, prose in Markdown, official text, yes or no."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

from generator.fields.base import refuse, scalar
from generator.fields.numbers import Count as Count
from generator.fields.numbers import Number as Number
from generator.fields.numbers import read_count as read_count
from generator.fields.numbers import read_decimal as read_decimal
from generator.fields.typed import quote, tidy, ways

LINE, PROSE, OFFICIAL = 1_000, 20_000, 100_000
"""Longest text in characters: a line, prose by staff, official text from the national portal."""
UNSEEN = ("Zs", "Zl", "Zp", "Cc", "Cf", "Cs")
"""Unicode categories of spaces, controls and marks of format."""
VISIBLE = re.compile("[!-~À-ɏẠ-ỹ]")
"""Letters and signs that are seen for sure, and that nearly every text has."""
DOTS = re.compile(r"[\s.…_]*[.…_][\s.…_]*")
"""A line left open, as forms on paper have it."""
NOTHING = "Gõ lại nội dung, hoặc xóa cả dòng nếu không có gì để ghi."
BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
"""Signs that are letters to Unicode and empty to the eye."""
YES = {"có", "co", "đúng", "dung", "true", "yes"}
NO = {"không", "khong", "chưa", "chua", "sai", "false", "no"}
"""With all their tone marks or with none: "dừng" is not "đúng", "chùa" is not "chưa"."""
MEANT = {"ko": "không", "k": "không", "hông": "không", "hok": "không", "0": "không", "n": "không", "rồi": "có",
         "1": "có", "y": "có", "v": "có", "✓": "có", "✔": "có", "ok": "có"}  # fmt: skip


def read_line(value: object) -> str:
    return _filled(_seen(_within(" ".join(scalar(value).split()), LINE), value))


def read_prose(value: object) -> str:
    return _filled(_seen(_within(scalar(value), PROSE), value))


def read_official(value: object) -> str:
    return _seen(_within(scalar(value), OFFICIAL), value)


def _filled(text: str) -> str:
    if DOTS.fullmatch(text):
        raise refuse("blank_text", f"chỉ ghi {quote(text[:9])}, chưa có nội dung", NOTHING)
    return text


def _seen(text: str, written: object) -> str:
    """Refuses text of nothing but spaces and letters that no screen shows: a heading would be blank.

    An empty text is none: the reader of files never hands one on, programs may.
    """
    if VISIBLE.search(text) or written == "":
        return text
    if any(unicodedata.category(char) not in UNSEEN and char not in BLANKS for char in text):
        return text
    raise refuse("blank_text", "chỉ có khoảng trống, không có chữ nào", NOTHING)


def read_yes_no(value: object) -> bool:
    found = tidy(value)
    word = found.casefold()
    if word in YES | NO:
        return word in YES
    if word == "x":
        hint = f"Dấu x có người hiểu là chọn, có người hiểu là không. Ghi: {ways('có', 'không')}"
        raise refuse("yes_no_unclear", "ghi dấu x, chưa rõ là có hay không", hint)
    hint = f"Ghi: {ways(MEANT[word])}" if word in MEANT else f"Chỉ ghi {ways('có', 'không')}."
    raise refuse("yes_no_expected", f"cần có hoặc không, đang ghi {quote(found)}", hint)


def _within(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    raise refuse(
        "too_long",
        f"dài {len(text)} ký tự, nhiều hơn mức {limit}",
        "Viết gọn lại, hoặc đưa văn bản dài vào tệp đính kèm.",
    )


Text = Annotated[str, BeforeValidator(read_line)]
Prose = Annotated[str, BeforeValidator(read_prose)]
"""Markdown; shown through `words.prose.markdown_html`."""
OfficialText = Annotated[str, BeforeValidator(read_official)]
"""Text of an official source, kept as it is; shown through `words.prose.plain_html`."""
YesNo = Annotated[bool, BeforeValidator(read_yes_no), PlainSerializer(lambda v: v, return_type=bool)]
