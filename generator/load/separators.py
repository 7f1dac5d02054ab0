"""Line and paragraph separators of Unicode, which some programs show as the end of a line and editors do not."""

from __future__ import annotations

import re

from generator.core import Place, Problem
from generator.load.reading import Reading

BREAKS = re.compile("[\u2028\u2029]")
ANOTHER = re.compile(r"[ \t]*(?:- |[a-z][a-z0-9_]*:(?!//))")
"""The beginning of an item or entry."""


def keep_separator(found: re.Match[str], line: int, reading: Reading) -> None:
    """Read as a space, which it is inside a text; told only where the line (from 0) does not make sense so."""
    reading.hidden[line] = found.start(), found[0]
    if ANOTHER.match(found.string, found.end()):
        reading.joined.add(line)


def report_separator(line: int, reading: Reading) -> None:
    """Report the separator in a line (from 0), once; a control character there has been told by itself."""
    column, sign = reading.hidden[line]
    if not BREAKS.match(sign):
        return
    message = f"có dấu xuống dòng ẩn (mã {ord(sign):04X}), nên hai dòng bị đọc liền thành một"
    hint = "Đặt con trỏ vào chỗ này, xóa dấu ẩn ấy rồi bấm Enter để xuống dòng."
    problem = Problem(Place(reading.path, line + 1, column + 1), "line_separator", message, hint)
    if problem not in reading.problems:
        reading.add(problem)
