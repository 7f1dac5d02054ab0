"""Official contact details: e-mail and coordinates; telephone and link come from their own modules."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator

from generator.fields.base import refuse
from generator.fields.link import Link as Link
from generator.fields.link import read_link as read_link
from generator.fields.numbers import plain_decimal, write_decimal
from generator.fields.phone import Phone as Phone
from generator.fields.phone import dial as dial
from generator.fields.phone import read_phone as read_phone
from generator.fields.typed import is_read, number_like, quote, tidy, ways
from generator.words.fold import fold

EMAIL = re.compile(
    r"[A-Za-z0-9_%+-]+(?:\.[A-Za-z0-9_%+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
ALONE = re.compile(rf"(?<![^\s<(\[:;,])(?:{EMAIL.pattern})")
DEGREES = re.compile(
    r"([NSEWBNĐT])? ?([0-9]{1,3}) ?[°º] ?(?:([0-9]{1,2}) ?['’′] ?(?:([0-9]{1,2}(?:[.,][0-9]+)?) ?(?:\"|”|″|'')? ?)?)?([NSEWBĐT])?"
)


def read_email(value: object) -> str:
    found = tidy(value)
    if EMAIL.fullmatch(found):
        return found
    inside = list(dict.fromkeys(EMAIL.findall(found)))
    if len(inside) > 1:
        hint = f"Mục này chỉ nhận một địa chỉ: {ways(*inside)}"
        raise refuse("email_several", f"ghi {quote(found)}, có nhiều địa chỉ", hint)
    joined = re.sub(
        r"\.{2,}", ".", re.sub(r" ?\(?(?:at|@)\)? ?", "@", found).replace(",", ".").replace(" ", "")
    )
    alone = ALONE.search(found)
    meant = alone[0] if alone else fold(joined)
    hint = f"Ghi: {ways(meant)}" if EMAIL.fullmatch(meant) else "Ghi đủ tên, dấu @ và tên miền, không dấu."
    raise refuse("email_expected", f"cần là địa chỉ thư điện tử, đang ghi {quote(found)}", hint)


@number_like
def read_coordinate(found: str) -> Decimal:
    """Degrees in WGS 84, decimal, north and east positive: 21.5942 or 21,5942."""
    pair = re.fullmatch(r"(-?[0-9]{1,3}\.[0-9]+)(?:[,;] ?| )(-?[0-9]{1,3}\.[0-9]+)", found)
    if pair:
        hint = f"Vĩ độ ghi {ways(pair[1])}, kinh độ ghi {ways(pair[2])}, mỗi số một mục."
        raise refuse("coordinate_pair", f"ghi {quote(found)}, có cả vĩ độ và kinh độ", hint)
    degrees = plain_decimal(found)
    if degrees is not None and -180 <= degrees <= 180:
        return degrees
    meant = _decimal_degrees(found)
    hint = f"Ghi độ thập phân: {ways(meant)}" if meant else "Ghi độ thập phân, từ -180 đến 180."
    raise refuse("coordinate_expected", f"cần là độ thập phân, đang ghi {quote(found)}", hint)


def _decimal_degrees(found: str) -> str:
    """21,59417 for 21°35'39\\"N; 21.5942 for "21.5942 N"; empty where nothing is plain."""
    if parts := DEGREES.fullmatch(found.upper()):
        minutes, seconds = parts[3] or "0", (parts[4] or "0").replace(",", ".")
        degrees = Decimal(parts[2]) + Decimal(minutes) / 60 + Decimal(seconds) / 3600
        south = {parts[1], parts[5]} & {"S", "W"}
        meant = write_decimal(round(-degrees if south else degrees, 5))
        return meant if is_read(read_coordinate, meant) else ""
    bare = re.sub(r" ?[°º]? ?[A-ZĐ]?$", "", found.upper())
    return bare if bare != found and is_read(read_coordinate, bare) else ""


Email = Annotated[str, BeforeValidator(read_email)]
Coordinate = Annotated[Decimal, BeforeValidator(read_coordinate)]
