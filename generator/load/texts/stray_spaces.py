"""Words that a PDF has torn apart at their accented letters: "Nguy ễ n" for "Nguyễn"."""

from __future__ import annotations

import re

_LETTERS = "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđăâêôơư"
LONE = re.compile(r"(?<![^\W\d_])[ấầẩẫậắằẳẵặẹẽềểễệịọốỗộớờỡữựỳỵỹ](?![^\W\d_])")
"""Letters that are no word by themselves, as "ở", "ý", "ổ" are."""
WORD = re.compile(r"[^\W\d_]+")
TORN = re.compile(rf"(?<=[^\W\d_]) (?=[{_LETTERS}](?![^\W\d_]))|(?<= [{_LETTERS}]) (?=[^\W\d_A-ZĐ])")
"""The single space in front of a lone letter, and behind it; two spaces there part words."""
LEAST, SHARE = 3, 12
"""So many lone letters, and one in so many words: a table of sounds or a slip is sound text."""


def mended(text: str) -> str:
    """The text with its words whole again; sound text as it is."""
    lone = len(LONE.findall(text))
    if lone < LEAST or lone * SHARE < len(WORD.findall(text)):
        return text
    return re.sub("  +", " ", TORN.sub("", text))
