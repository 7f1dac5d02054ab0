"""Telephone numbers and e-mail addresses of persons; those of offices are public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal.finding import Datum, Finding, Known, digits_of, mask
from generator.personal.numbers import MONEY

NUMBER = re.compile(r"(?<![\d\w/=])(?:\+?84[ .-]?(?:\(0\)[ .-]?)?|\(?0)(?:[ .\-)]{0,2}\d){9}(?!\d|[.,]\d)")
FIRM = re.compile(
    r"(?:MST|mã số thuế|mã số doanh nghiệp|MSDN|mã số HTX|mã số hợp tác xã|đăng ký kinh doanh|ĐKKD|ĐKDN"
    r"|đăng ký doanh nghiệp)[^\n;]{0,25}$",
    re.IGNORECASE,
)
"""A firm's tax number has ten digits too, and may start with 09."""
ADDRESS = re.compile(
    r"(?<![\w.%+-])([\w.%+-]{1,64})@((?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})\b", re.ASCII
)
OFFICIAL = ("gov.vn", "chinhphu.vn", "quochoi.vn", "dcs.vn", "mil.vn")
FREE = ("gmail.com", "yahoo.com", "yahoo.com.vn", "outlook.com", "hotmail.com", "icloud.com", "live.com")
"""Where anybody has a mailbox: the domain says nothing of an office."""
OFFICE = frozenset(
    (
        "info",
        "contact",
        "lienhe",
        "hotro",
        "support",
        "vanphong",
        "ubnd",
        "vanthu",
        "cskh",
        "hanhchinh",
        "toasoan",
    )
)


def phones(text: str, known: Known) -> Iterator[Finding]:
    """Mobile numbers of Vietnam, unless the commune itself declares them; landlines are offices'."""
    for found in NUMBER.finditer(text):
        national = national_mobile(found[0])
        if MONEY.match(text, found.end()):
            continue
        if national and national not in known.phones and not FIRM.search(text, _back(found), found.start()):
            yield Finding(Datum.PHONE, mask(f"0{national}", 4, 2), *found.span())


def national_mobile(written: str) -> str | None:
    """A mobile number without its leading zero; None for any other number.

    A zero that a spreadsheet dropped is forgiven: "912345678".
    """
    digits = digits_of(written)
    national = digits.removeprefix("84") if len(digits) in (11, 12) else digits
    national = national.removeprefix("0")
    # 030 and 031 belong to no network, and every firm's tax number in Ho Chi Minh City starts so.
    if len(national) != 9 or national[0] not in "35789" or national[:2] in ("30", "31"):
        return None
    return national if _is_mobile(national) else None


def emails(text: str, known: Known) -> Iterator[Finding]:
    """Addresses of persons; those of the State, of the commune, and an office's own are public."""
    own = {address.partition("@")[2] for address in known.emails} - set(FREE)
    for found in ADDRESS.finditer(text) if "@" in text else ():
        name, domain = found[1].lower(), found[2].lower()
        official = domain.endswith(OFFICIAL) or domain in own
        office = name in OFFICE and domain not in FREE
        if not (official or office or f"{name}@{domain}" in known.emails):
            yield Finding(Datum.EMAIL, f"{mask(found[1], 2, 0)}@{found[2]}", *found.span())


def _back(found: re.Match[str]) -> int:
    return max(0, found.start() - 60)


def _is_mobile(national: str) -> bool:
    import phonenumbers  # a fiftieth of a second, spared where no text holds such a number

    number = phonenumbers.PhoneNumber(country_code=84, national_number=int(national))
    return phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE
