"""What is looked for, what was found, and what is known to be official."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator.fields.choice import Choice
from generator.words.unseen import seen

ANY_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f]")


class Datum(Choice):
    """One sort of personal data; its code is that of the problem."""

    IDENTITY = "identity_number", "Số định danh cá nhân, số căn cước"
    OLD_IDENTITY = "old_identity_number", "Số chứng minh nhân dân"
    PASSPORT = "passport_number", "Số hộ chiếu"
    PHONE = "private_phone", "Số điện thoại di động"
    EMAIL = "private_email", "Thư điện tử riêng"
    BANK = "bank_account", "Số tài khoản ngân hàng"
    INSURANCE = "insurance_number", "Số thẻ bảo hiểm y tế, số bảo hiểm xã hội"
    BIRTH = "birth_date", "Ngày sinh đầy đủ"
    ETHNICITY = "ethnicity", "Dân tộc của từng người"
    HEALTH = "health", "Sức khỏe của từng người"


@dataclass(frozen=True)
class Finding:
    """One place of a text that looks like personal data."""

    datum: Datum
    shown: str
    """The value with most of it hidden; never the value itself."""
    start: int = 0
    end: int = 0
    """Where it stands, in characters of the cleaned text."""


@dataclass(frozen=True)
class Known:
    """Official contact details that a commune declares itself, so that its text may repeat them."""

    phones: frozenset[str] = frozenset()
    """National numbers without the leading zero: "912345678"."""
    emails: frozenset[str] = frozenset()
    """In small letters."""


@dataclass(frozen=True)
class Piece:
    """A part of a document: a page, a paragraph, a line or one cell of a table."""

    place: str
    """As the reader of a message finds it: "trang 3", "Danh sách!C5"."""
    text: str
    table: str = ""
    """Name of the table that the cell belongs to; empty for running text."""
    column: int = 0
    """Of the cell, counted from 1."""
    goes_on: bool = False
    """Whether it is the next line of the piece before: no blank line parts them."""


FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
"""Digits of other scripts and of full width, as an Asian keyboard or a spreadsheet leaves them."""
PARTING = re.compile(r"(?<=\d)[_\u2010-\u2015\u00b7\u2022\u2212](?=\d)")
"""What Word makes of a hyphen between digits, and the stroke that stands for a space in names of files."""
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⓪①②③④⑤⑥⑦⑧⑨"
"""Digits that are none to most programs: raised, lowered, in circles."""
RAISED_DIGIT = re.compile(f"[{RAISED}]")
RAISED_NUMBER = re.compile(rf"(?<!\w)[{RAISED}]+|[{RAISED}]{{3,}}")
"""Such digits alone or many in a row; one or two behind a word or a number are a note or a unit."""
DIGIT_BESIDE_LETTER = re.compile(r"\d[OoIl]|[OoIl]\d")
WITH_LETTERS = re.compile(r"(?<![^\W_])[\dOoIl]{2,}+(?![^\W_])")
AS_DIGITS = str.maketrans("OoIl", "0011")
"""Letters that look like digits, as people and scanners put them into numbers."""


def clean(text: str) -> str:
    """Composed letters, plain spaces, digits and hyphens, nothing invisible: as a reader sees the text."""
    shown = ANY_SPACE.sub(" ", seen(unicodedata.normalize("NFC", text)))
    if not shown.isascii():
        shown = FOREIGN_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), shown)
        shown = shown.replace("\ufe0f", "").replace("\u20e3", "")  # the frame of a digit on a key
        if RAISED_DIGIT.search(shown):
            shown = RAISED_NUMBER.sub(lambda found: "".join(map(_digit, found[0])), shown)
    if DIGIT_BESIDE_LETTER.search(shown):
        shown = WITH_LETTERS.sub(_as_digits, shown)
    return PARTING.sub("-", shown)


def _digit(raised: str) -> str:
    return str(unicodedata.digit(raised))


def _as_digits(found: re.Match[str]) -> str:
    return found[0].translate(AS_DIGITS) if any(map(str.isdigit, found[0])) else found[0]


def digits_of(text: str) -> str:
    return "".join(c for c in text if "0" <= c <= "9")


def mask(value: str, first: int, last: int) -> str:
    """The first and last characters with the middle hidden: "0190••••••12"."""
    hidden = max(len(value) - first - last, 1)
    return f"{value[:first]}{'•' * hidden}{value[len(value) - last :]}"
