"""Official contact details: telephone, e-mail, link, coordinates."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator

from generator.fields.base import refuse, scalar
from generator.fields.text import read_decimal

PHONE = re.compile(r"(\+84|0)\d{8,10}|1[89]00\d{4,6}|1\d{2,4}")
EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def read_phone(value: object) -> str:
    """A telephone number as it is written, spaces and dots kept for the eye."""
    found = scalar(value)
    if PHONE.fullmatch(re.sub(r"[\s.()-]", "", found)):
        return found
    raise refuse(
        "phone_expected",
        f"cần là số điện thoại, đang ghi “{found}”",
        "Ghi đủ cả số 0 đầu và mã vùng: 0208 3855 123",
    )


def read_email(value: object) -> str:
    found = scalar(value)
    if EMAIL.fullmatch(found):
        return found
    raise refuse(
        "email_expected", f"cần là địa chỉ thư điện tử, đang ghi “{found}”", "Ghi như: ubnd@xa.gov.vn"
    )


def read_link(value: object) -> str:
    """An address on the web; only http and https, no spaces."""
    found = scalar(value)
    try:
        parts = urlsplit(found)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme in ("http", "https") and "." in parts.netloc and not re.search(r"[\s<>\"]", found):
        return found
    raise refuse(
        "link_expected",
        f"cần là địa chỉ trang web, đang ghi “{found}”",
        "Chép cả địa chỉ từ thanh trình duyệt, bắt đầu bằng https://",
    )


def read_coordinate(value: object) -> Decimal:
    """Degrees in WGS 84, decimal: 21.5942."""
    degrees = read_decimal(value)
    if -180 <= degrees <= 180:
        return degrees
    raise refuse("coordinate_expected", f"cần là độ thập phân, đang ghi “{degrees}”", "Ghi: 21.5942")


def dial(phone: str) -> str:
    """The number as a telephone link wants it: digits and a leading plus."""
    return re.sub(r"[^\d+]", "", phone)


Phone = Annotated[str, BeforeValidator(read_phone)]
Email = Annotated[str, BeforeValidator(read_email)]
Link = Annotated[str, BeforeValidator(read_link)]
Coordinate = Annotated[Decimal, BeforeValidator(read_coordinate)]
