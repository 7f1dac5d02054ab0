"""Letters that the fonts of a paper can draw; the rest is shown as an empty box, never lost unseen."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

UNKNOWN, BREAK = "□", "\u200b"
ENDLESS = re.compile(r"\S{16}(?=\S)")
"""So much of a word fits on any line; a longer one may go on in the next."""
DRAWN = re.compile(
    "[\n -~\u00a0-\u017f\u01a0\u01a1\u01af\u01b0\u0300\u0301\u0303\u0309\u0323\u1ea0-\u1ef9"
    "\u2010-\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u20ab\u20ac"
    "\u2070\u2074-\u2079\u2080-\u2089\u2190-\u2193\u2212\u2260\u2264\u2265\u25a1\u2713]"
)
"""Vietnamese and its neighbours, and the signs of ordinary prose; a test draws each of them."""


def printable(value: Any) -> Any:
    """The same value with every text in letters that can be drawn, composed (NFC)."""
    if isinstance(value, str):
        return _drawn(value)
    if isinstance(value, dict):
        return {key: printable(inside) for key, inside in value.items()}
    if isinstance(value, list | tuple):
        return [printable(inside) for inside in value]
    return value


def _drawn(text: str) -> str:
    """Controls and marks without a shape vanish, as they would on the page; what has a shape leaves a box."""
    shown = (sign for sign in unicodedata.normalize("NFC", text))
    drawn = "".join(sign if DRAWN.match(sign) else _instead(sign) for sign in shown)
    return ENDLESS.sub(lambda found: f"{found[0]}{BREAK}", drawn)


def _instead(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind.startswith("Z"):
        return " "
    return "" if kind in {"Cc", "Cf", "Mn", "Me"} else UNKNOWN
