"""Personal data in text: what looks like it, found by pure functions over text.

What must not be public is named by Luật 91/2025/QH15 and NĐ 356/2025/NĐ-CP Đ3, Đ4.
"""

from generator.personal.finding import Datum, Finding, Known, Piece, clean
from generator.personal.lists import find_in_list, find_in_markdown, find_in_pieces
from generator.personal.prose import find

__all__ = [
    "Datum",
    "Finding",
    "Known",
    "Piece",
    "clean",
    "find",
    "find_in_list",
    "find_in_markdown",
    "find_in_pieces",
]
