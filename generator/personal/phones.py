"""Mobile telephone numbers of persons; landlines and what the commune declares are offices'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal.finding import Datum, Finding, Known, digits_of, mask
from generator.personal.numbers import FIRM, MONEY, before, is_named_otherwise, named

NUMBER = re.compile(
    r"(?<!\d)(?:(?:(?:\+|00 ?)?84[ .-]?(?:\(0\)[ .-]?|0)?|\(?0)(?:[ .\-)]{0,2}\d){9}"
    r"|(?<!\d[,/])0\d{2,3}(?P<by>[,/])\d{3}(?P=by)\d{3,4})(?!\d|[.,]\d)"
)
GLUED = re.compile(r"[\w/=]")
CALL = re.compile(
    r"(?:gọi|thoại|động|ĐT|SDT|DĐ|zalo|viber|hệ|số|máy|tel|phone|hotline|mobile|nhắn|là)_?$"
    r"|(?:zalo\.me|wa\.me|t\.me|viber\.me)/\+?$|[?&/](?:phone|tel|sdt|number|so)=(?:%2B)?$",
    re.IGNORECASE,
)
"""What may stand before a number without a space: a word of calling, or the front of a link."""
SHORT = re.compile(
    r"(?:\bSĐT|\bĐT|\bSDT|\bDĐ|điện thoại|di động|\bzalo)\b[^\d\n;]{0,15}"
    r"(?P<number>[35789](?:[ .-]?\d){8})(?!\d|[.,/-]\d)",
    re.IGNORECASE,
)


def phones(text: str, known: Known) -> Iterator[Finding]:
    """Mobile numbers with 0, 84, +84 or 0084 in front, also glued to a word or inside a link."""
    for found in NUMBER.finditer(text):
        start, end = found.span()
        glued = GLUED.match(text, start - 1) if start else None
        if MONEY.match(text, end) or (glued and not CALL.search(text, max(0, start - 20), start)):
            continue
        yield from _found(text, start, end, known)


def short_phones(text: str, known: Known) -> Iterator[Finding]:
    """Beside a word for telephone, nine digits whose leading zero a spreadsheet has dropped."""
    for found in SHORT.finditer(text):
        if not MONEY.match(text, found.end()):
            yield from _found(text, *found.span("number"), known)


def _found(text: str, start: int, end: int, known: Known) -> Iterator[Finding]:
    national = national_mobile(text[start:end])
    said = named(FIRM, before(text, start)) or is_named_otherwise(text, start)
    if national and national not in known.phones and not said:
        yield Finding(Datum.PHONE, mask(f"0{national}", 4, 2), start, end)


def national_mobile(written: str) -> str | None:
    """A mobile number without its leading zero; None for any other number.

    A zero that a spreadsheet dropped is forgiven: "912345678".
    """
    digits = digits_of(written)
    digits = digits.removeprefix("00") if len(digits) > 12 else digits
    national = digits.removeprefix("84") if len(digits) in (11, 12) else digits
    national = national.removeprefix("0")
    # 030 and 031 belong to no network, and every firm's tax number in Ho Chi Minh City starts so.
    if len(national) != 9 or national[0] not in "35789" or national[:2] in ("30", "31"):
        return None
    return national if _is_mobile(national) else None


def _is_mobile(national: str) -> bool:
    import phonenumbers  # a fiftieth of a second, spared where no text holds such a number

    number = phonenumbers.PhoneNumber(country_code=84, national_number=int(national))
    return phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE
