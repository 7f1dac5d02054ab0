"""Characters without width, which come with text copied from web pages and Word; nobody means them."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = re.compile("[\u00ad\u115f\u1160\u200b-\u200f\u2060-\u2064\u3164\ufeff\U000e0000-\U000e007f]")


def seen(text: str) -> str:
    """The text without them; letters and tone marks that they kept apart are composed (NFC)."""
    if text.isascii():
        return text
    shown = INVISIBLE.sub("", text)
    return text if len(shown) == len(text) else unicodedata.normalize("NFC", shown)
