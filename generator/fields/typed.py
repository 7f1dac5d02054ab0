"""What was typed into a value made of digits: tidied, quoted short, slips of the hand recognised."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import TypeVar

from pydantic_core import PydanticCustomError

from generator.fields.base import refuse, scalar

Read = TypeVar("Read")
LONGEST, SHOWN = 200, 60
"""Characters: the longest value that is worth reading, and how much of a wrong one is repeated."""
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
UNSEEN = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF])
"""Soft hyphens, zero-width and direction marks, which pasting from Word and PDF brings along."""
WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF1A: ":"}
"""Digits and the colon of full width, from an Asian keyboard or a scanned text."""
LETTERS = {ord(letter): digit for digit, row in {"0": "OoОоΟο", "1": "lI|"}.items() for letter in row}
TAKEN_FOR_DIGITS = re.compile(
    r"[OoОоΟοlI|]*[0-9][0-9OoОоΟοlI|]*|(?<![^\W\d_])[OoОоΟοlI|]+(?![^\W\d_])", re.ASCII
)
_trying = ContextVar("trying", default=False)
QUOTES = dict.fromkeys(map(ord, "“”„‟‘’‚‛«»\"'`"))


def number_like(read: Callable[[str], Read]) -> Callable[[object], Read]:
    """A reader of tidy text that recognises letters for digits and pasted quotation marks.

    The mended text is offered only where `read` accepts it, so every suggestion can be typed as it is.
    """

    @wraps(read)
    def reader(value: object) -> Read:
        found = tidy(value)
        try:
            return read(found)
        except PydanticCustomError:
            if slip := _slip(found, read):
                raise slip from None
            raise

    return reader


def tidy(value: object) -> str:
    """The one written value: single spaces, plain hyphens, nothing unseen.

    Raises: PydanticCustomError for a list or group, and for what is too long to be such a value.
    """
    found = scalar(value)
    if len(found) > LONGEST:
        raise refuse(
            "too_long",
            f"dài {len(found)} ký tự, quá dài cho mục này",
            "Chỉ ghi đúng giá trị; lời giải thích để ở mục ghi chú.",
        )
    plain = found if found.isascii() else found.translate(UNSEEN).translate(DASHES).translate(WIDE)
    return " ".join(plain.split())


def quote(text: str) -> str:
    """The text in Vietnamese quotation marks, on one line; a long one is cut, unseen letters dropped."""
    shown = "".join(char for char in " ".join(text[: SHOWN * 2].split()) if char.isprintable())
    return f"“{shown}”" if len(shown) <= SHOWN and len(text) <= SHOWN * 2 else f"“{shown[:SHOWN]}…”"


def ways(*spellings: str) -> str:
    """“1,25 tỷ” hoặc “125 tỷ”; each spelling once."""
    return " hoặc ".join(f"“{spelling}”" for spelling in dict.fromkeys(spellings))


def is_read(read: Callable[[str], object], text: str) -> bool:
    """Whether a suggestion is accepted; False while another is being tried.

    A refused suggestion looks for none of its own: that bounds the work and cannot go in circles.
    """
    if not text or _trying.get():
        return False
    token = _trying.set(True)
    try:
        read(text)
    except PydanticCustomError:
        return False
    finally:
        _trying.reset(token)
    return True


def _slip(found: str, read: Callable[[str], object]) -> Exception | None:
    bare = found.translate(QUOTES).strip()
    digits = TAKEN_FOR_DIGITS.sub(lambda run: run[0].translate(LETTERS), bare)
    if bare != found and is_read(read, bare):
        return refuse(
            "word_quotes",
            f"đang ghi {bare} kèm dấu ngoặc kép, có lẽ dán từ Word",
            f"Bỏ dấu ngoặc, ghi: {ways(bare)}",
        )
    if digits != bare and is_read(read, digits):
        return refuse(
            "letter_for_digit",
            f"ghi {quote(found)}, có chữ cái ở chỗ của chữ số",
            f"Gõ chữ O thay số 0, hay chữ l, I thay số 1? Ghi: {ways(digits)}",
        )
    return None
