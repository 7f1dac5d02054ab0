"""Text: one line, prose in Markdown, official text, yes or no, counts and decimals."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

from generator.fields.base import refuse, scalar
from generator.words.fold import fold

LINE, PROSE, OFFICIAL = 1_000, 20_000, 100_000
"""Longest text in characters: a line, prose by staff, official text from the national portal."""
YES = {"co", "dung", "true", "yes", "x"}
NO = {"khong", "chua", "sai", "false", "no"}


def read_line(value: object) -> str:
    return _within(" ".join(scalar(value).split()), LINE)


def read_prose(value: object) -> str:
    return _within(scalar(value), PROSE)


def read_official(value: object) -> str:
    return _within(scalar(value), OFFICIAL)


def read_yes_no(value: object) -> bool:
    found = scalar(value)
    if fold(found) in YES | NO:
        return fold(found) in YES
    raise refuse("yes_no_expected", f"cần “có” hoặc “không”, đang ghi “{found}”", "Ghi: có")


def read_count(value: object) -> int:
    found = scalar(value)
    digits = found.replace(".", "") if _grouped(found) else found
    if digits.isascii() and digits.isdigit() and len(digits) <= 12:
        return int(digits)
    raise refuse("count_expected", f"cần là số nguyên không âm, đang ghi “{found}”", "Ghi chữ số: 125")


def read_decimal(value: object) -> Decimal:
    found = scalar(value)
    try:
        number = Decimal(found.replace(",", "."))
    except InvalidOperation:
        number = Decimal("NaN")
    if number.is_finite() and len(found) <= 20:
        return number
    raise refuse("number_expected", f"cần là một số, đang ghi “{found}”", "Ghi: 7 hoặc 7,5")


def _grouped(found: str) -> bool:
    """Whether the dots part thousands: "1.250" yes, "1.25" no."""
    head, *groups = found.split(".")
    return bool(groups) and 1 <= len(head) <= 3 and all(len(group) == 3 for group in groups)


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
Count = Annotated[int, BeforeValidator(read_count)]
Number = Annotated[Decimal, BeforeValidator(read_decimal)]
