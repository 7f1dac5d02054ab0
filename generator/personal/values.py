"""What a cell holds, where the heading of its column says what it is."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.personal.births import FULL_DATE, SHORT_DATE, hidden
from generator.personal.finding import Datum, digits_of, mask
from generator.personal.identities import is_built_like_identity
from generator.personal.insurance import number_in_cell
from generator.personal.phones import national_mobile

SHORTENED = re.compile(r"(\d)[.,](\d+)E\+?(\d{1,2})", re.IGNORECASE)
"""A long number as a spreadsheet shortens it: "1.9185E+10"; its last digits are lost for good."""
NUMBERS = (Datum.IDENTITY, Datum.PHONE, Datum.BANK, Datum.INSURANCE)


def shown_value(datum: Datum, text: str) -> str:
    """The masked value of a cell under such a heading, "" where it holds something else."""
    short = SHORTENED.fullmatch(text.strip()) if datum in NUMBERS else None
    if short:
        return f"{mask(short[1] + short[2], 2, 0)}E+{short[3]}, bảng tính đã làm mất các chữ số cuối"
    return VALUES[datum](text)


def _identity(text: str) -> str:
    """9 or 12 digits, or what is left of them where a spreadsheet dropped the leading zeros."""
    digits = digits_of(text)
    fits = len(digits) in (8, 9, 11, 12) or (len(digits) == 10 and is_built_like_identity(f"00{digits}"))
    return mask(digits, 2, 2) if fits else ""


def _account(text: str) -> str:
    digits = digits_of(text)
    return mask(digits, 2, 2) if 6 <= len(digits) <= 19 else ""


def _passport(text: str) -> str:
    return mask(text.strip(), 2, 2) if re.fullmatch(r"\s*[A-Za-z]\d{7,8}\s*", text) else ""


def _phone(text: str) -> str:
    national = national_mobile(text)
    return mask(f"0{national}", 4, 2) if national else ""


def _birth(text: str) -> str:
    found = FULL_DATE.search(text) or re.fullmatch(rf"\s*{SHORT_DATE}\s*", text)
    return hidden(found[0].strip()) if found else ""


VALUES: dict[Datum, Callable[[str], str]] = {
    Datum.IDENTITY: _identity,
    Datum.PASSPORT: _passport,
    Datum.PHONE: _phone,
    Datum.BANK: _account,
    Datum.BIRTH: _birth,
    Datum.INSURANCE: number_in_cell,
}
