"""Line and paragraph separators of Unicode, which some programs show as the end of a line and editors do not."""

from __future__ import annotations

import re

from generator.core import Place, Problem
from generator.load.reading import Reading

BREAKS = re.compile("[\u2028\u2029]")
ANOTHER = re.compile(r"[ \t]*(?:- |[a-z][a-z0-9_]*:(?!//))")
"""The beginning of an item or entry."""


def keep_separator(found: re.Match[str], number: int, reading: Reading) -> None:
    """Read as a space, which it is inside a text; told only where the line does not make sense so."""
    message = f"có dấu xuống dòng ẩn (mã {ord(found[0]):04X}), nên hai dòng bị đọc liền thành một"
    hint = "Đặt con trỏ vào chỗ này, xóa dấu ẩn ấy rồi bấm Enter để xuống dòng."
    place = Place(reading.path, number, found.start() + 1)
    reading.hidden[number - 1] = Problem(place, "line_separator", message, hint)
    if ANOTHER.match(found.string, found.end()):
        reading.joined.add(number - 1)
