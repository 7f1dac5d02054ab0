"""Text of a source made fit to keep: same words, no invisible characters."""

from __future__ import annotations

import re
import unicodedata

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
"""Also what Word writes for a manual line break (U+000B)."""
INVISIBLE = {"Cc", "Cf", "Cs"}
"""Control, format (U+200E, U+FEFF) and lone surrogates, which JSON may hold and UTF-8 cannot."""


class _Letters(dict[int, int | None]):
    """What becomes of a character: kept, a plain space, or nothing."""

    def __missing__(self, point: int) -> int | None:
        category = unicodedata.category(chr(point))
        kept = None if category in INVISIBLE else point
        self[point] = 32 if category == "Zs" else kept
        return self[point]


LETTERS = _Letters({ord("\n"): ord("\n"), ord("\t"): ord(" ")})


def clean(text: str) -> str:
    """NFC, line feeds only, plain spaces, no control characters, no spaces at line ends."""
    plain = LINE_ENDS.sub("\n", text).translate(LETTERS)
    return re.sub(r" +\n", "\n", unicodedata.normalize("NFC", plain)).strip()


def one_line(text: str) -> str:
    """For names: a line break inside one comes from the width of a page, never from its meaning."""
    return " ".join(text.split())


def short(text: str, most: int = 70) -> str:
    """The beginning of a text on one line, for reports."""
    line = one_line(text)
    return line if len(line) <= most else f"{line[: most - 1]}…"


def each_once(items: list[str]) -> list[str]:
    """Items that hold something, in their order, each once."""
    return [item for item in dict.fromkeys(items) if item]
