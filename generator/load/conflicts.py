"""The lines that git leaves in a file which two people changed at the same place."""

from __future__ import annotations

import re

from generator.core import Place, Problem
from generator.load.reading import Reading

SIGNS = ("<<<<<<<", ">>>>>>>", "=======", "|||||||")
SURE = re.compile(r"[ \t]*(?:<{7}|>{7})(?: |$)|={7}$|\|{7}(?: |$)")
"""The last two stand in texts too, set in: under a heading, as an empty row of a table."""
MARKER = re.compile(r"[ \t]*([<>|=])\1{6}(?: |$)")
NEXT = {"<": "", "|": "<", "=": "<|", ">": "="}
"""After which marker each may come; the last is that of diff3."""
HINT = (
    "Giữa dòng <<<<<<< và dòng ======= là bản của một người, từ ======= đến >>>>>>> là bản của người kia. "
    "Giữ bản đúng, xóa bản kia, rồi xóa cả các dòng dấu này."
)


def without_conflicts(text: str, reading: Reading) -> str | None:
    """The text as the first of the two had it, line for line; None where they are no longer whole or nothing is left."""
    if not any(sign in text for sign in SIGNS):
        return text
    lines = text.split("\n")
    found = [number for number, line in enumerate(lines) if SURE.match(line)]
    if not found:
        return text
    _report(found[0], lines, reading)
    return _first_side(lines)


def _report(number: int, lines: list[str], reading: Reading) -> None:
    """One problem at the first marker, whatever their number: one merge has left them all."""
    line = lines[number]
    times = sum(line.lstrip().startswith(SIGNS[0]) for line in lines)
    places = f" ({times} chỗ trong tệp này)" if times > 1 else ""
    sign = line.split()[0]
    message = f"còn dòng dấu {sign} của git: hai người cùng sửa tệp này, chưa chọn lấy bản nào{places}"
    place = Place(reading.path, *reading.typed(number, len(line) - len(line.lstrip())))
    reading.add(Problem(place, "conflict_marker", message, HINT))


def _first_side(lines: list[str]) -> str | None:
    kept, last = [], ">"
    for line in lines:
        marker = MARKER.match(line)
        if marker is None:
            kept.append(line if last in "<>" else "")
            continue
        if last not in (NEXT[marker[1]] or ">"):
            return None
        last = marker[1]
        kept.append("")
    return "\n".join(kept) if last == ">" and any(kept) else None
