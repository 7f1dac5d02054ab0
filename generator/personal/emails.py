"""E-mail addresses of persons; those of the State, of the commune and of offices are public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal.finding import Datum, Finding, Known, mask

ADDRESS = re.compile(
    r"(?<![\w.%+-])([\w.%+-]{1,64})@((?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})\b", re.ASCII
)
DOT = r"(?: ?\. ?| ?[\[({] ?(?:dot|chấm) ?[\])}] ?)"
SPELLED = re.compile(
    r"(?<![\w.%+-])(?P<name>[A-Za-z0-9_.%+-]{1,64})(?: ?[\[({] ?(?:@|at|a còng) ?[\])}] ?| ?@ ?)"
    rf"(?P<domain>(?:[A-Za-z0-9-]{{1,63}}{DOT}){{1,8}}(?:com|vn|net|org|info))\b",
    re.IGNORECASE,
)
OFFICIAL = ("gov.vn", "chinhphu.vn", "quochoi.vn", "dcs.vn", "mil.vn")
FREE = ("gmail.com", "yahoo.com", "yahoo.com.vn", "outlook.com", "hotmail.com", "icloud.com", "live.com")
"""Where anybody has a mailbox: the domain says nothing of an office."""
_OFFICE = "info contact lienhe hotro support vanphong ubnd vanthu cskh hanhchinh toasoan"
OFFICE = frozenset(_OFFICE.split())


def emails(text: str, known: Known) -> Iterator[Finding]:
    """Addresses as they are, and as people spell them out: "abc @ gmail.com", "abc [at] gmail.com"."""
    for found in ADDRESS.finditer(text) if "@" in text else ():
        yield from _found(found[1], found[2], found.span(), known)
    for found in SPELLED.finditer(text):
        yield from _found(found["name"], re.sub(DOT, ".", found["domain"]), found.span(), known)


def _found(name: str, domain: str, span: tuple[int, int], known: Known) -> Iterator[Finding]:
    own = {address.partition("@")[2] for address in known.emails} - set(FREE)
    host = domain.lower()
    office = name.lower() in OFFICE and host not in FREE
    if not (host.endswith(OFFICIAL) or host in own or office or f"{name}@{domain}".lower() in known.emails):
        yield Finding(Datum.EMAIL, f"{mask(name, 2, 0)}@{domain}", *span)
