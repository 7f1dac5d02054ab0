"""Characters that no editor shows: dropped where harmless, refused where they could deceive."""

from __future__ import annotations

import re
import unicodedata

from generator.core import Level, Place, Problem
from generator.load.encodings import CONVERT, value_of
from generator.load.reading import Mark, Reading
from generator.load.separators import BREAKS, keep_separator
from generator.load.traces import report_traces
from generator.words.legacy import TWICE_ENCODED, Found, find_legacy, may_be_legacy
from generator.words.unseen import INVISIBLE, seen

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
BIDI = re.compile("[\u061c\u202a-\u202e\u2066-\u2069]")
ESCAPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
LOST = "\ufffd"
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
AFTER_KEY = re.compile("^([ -]*[a-z0-9_]+:)[\u00a0\u2007\u202f\u3000]+(?=[^ ]|$)")
"""A space that does not break, after the colon of a key: what Word puts there is meant as a space."""
DIRECTIVE = re.compile(r"%(?:YAML|TAG)\b")
ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u0300-\u036f\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u2069\u3164\ue000-\uf8ff"
    "\ufeff\ufffd-\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
STACKED = "có chữ mang quá nhiều dấu chồng lên nhau"
MOST_MARKS = 30
"""On one letter; composing a longer run takes time that grows with its square."""
FOREIGN = re.compile("[^\x00-\u036f\u1e00-\u22ff]")
DROPPED = re.compile(f"{INVISIBLE.pattern}|{BIDI.pattern}")
ORDINARY = re.compile(
    "[\t\n\r -~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2070-\u22ff]*"
)
"""Nothing odd or foreign, and no space but the usual one."""
LONGEST_SEARCHED = 4_000
MOST_SEARCHED = 150_000
"""Characters, of a line and of a file, that are searched for old encodings."""


def tidy(text: str, reading: Reading) -> str:
    """The text in composed letters (NFC), one kind of line end, nothing invisible.

    What may deceive is reported; columns of the reading lead back to the text as typed.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not _is_ordinary(text):
        budget = MOST_SEARCHED
        for number, line in enumerate(lines):
            if not line.isascii() or ODD.search(line):
                lines[number] = AFTER_KEY.sub(r"\1 ", _tidy_line(line, number, reading, budget))
                budget -= len(line)
    _take_directives(lines, reading)
    reading.lines = lines
    report_traces(text, reading)
    return "\n".join(lines)


def _take_directives(lines: list[str], reading: Reading) -> None:
    """Report and blank `%YAML` and `%TAG` before the first content (YAML 1.2, 6.8)."""
    for number, line in enumerate(lines):
        if DIRECTIVE.match(line):
            message = f"có dòng {line.split()[0]} dành cho người lập trình, làm máy đọc khác đi"
            reading.add(
                Problem(Place(reading.path, number + 1), "yaml_directive", message, "Xóa dòng này.")
            )
            lines[number] = ""
        elif line.strip() and not line.lstrip().startswith("#"):
            return


def _is_ordinary(text: str) -> bool:
    """Whether the letters of a text are right as they stand; nearly every file's are, and this is quick."""
    if len(text) > MOST_SEARCHED or not ORDINARY.fullmatch(text):
        return False
    return text.isascii() or (unicodedata.is_normalized("NFC", text) and not may_be_legacy(text))


def _tidy_line(line: str, number: int, reading: Reading, budget: int) -> str:
    odd = ODD.search(line) is not None
    if (odd or FOREIGN.search(line)) and _is_stacked(line):
        place = Place(reading.path, number + 1, 1)
        reading.add(Problem(place, "stacked_marks", STACKED, "Xóa rồi gõ lại dòng này."))
        return _unmarked(line)
    legacy = find_legacy(line[:LONGEST_SEARCHED]) if budget > 0 else None
    if legacy:
        reading.add(_legacy(legacy, Place(reading.path, number + 1, legacy.column + 1)))
    elif odd:
        _report_odd(line, number + 1, reading)
    return _shown(line, number, reading) if odd else unicodedata.normalize("NFC", line)


def _shown(line: str, number: int, reading: Reading) -> str:
    """The line without what nobody sees; the reading keeps where its characters were typed."""
    plain = BREAKS.sub(" ", CONTROL.sub(" ", line))
    shown = unicodedata.normalize("NFC", seen(BIDI.sub("", plain)))
    if len(shown) != len(line):
        reading.columns[number] = _columns(plain, shown)
    return shown


def _unmarked(text: str) -> str:
    return "".join(char for char in text if not unicodedata.combining(char))


def _is_stacked(line: str) -> bool:
    run = 0
    for char in line:
        run = run + 1 if unicodedata.combining(char) else 0
        if run > MOST_MARKS:
            return True
    return False


def _legacy(found: Found, place: Place) -> Problem:
    again = "Gõ lại hoặc chép lại từ văn bản gốc." if found.encoding is TWICE_ENCODED else CONVERT
    return Problem(
        place,
        "legacy_text",
        f"có chữ của bảng mã cũ ({found.encoding.name})",
        f"Có phải là: {value_of(found.meant)}? {again}",
    )


def _report_odd(line: str, number: int, reading: Reading) -> None:
    """The first character of each kind; one is enough to find the rest of the line."""
    path = reading.path
    if control := CONTROL.search(line):
        reading.hidden[number - 1] = control.start(), control[0]
        message = f"có ký tự điều khiển ẩn (mã {ord(control[0]):04X})"
        hint = "Xóa rồi gõ lại đoạn này; chép từ Word thì dán dạng văn bản thường."
        place = Place(path, number, control.start() + 1)
        reading.add(Problem(place, "control_character", message, hint))
    elif separator := BREAKS.search(line):
        keep_separator(separator, number - 1, reading)
    if bidi := BIDI.search(line):
        message = f"có ký tự ẩn đổi chiều chữ (mã {ord(bidi[0]):04X}), chữ hiện ra khác chữ đã ghi"
        place = Place(path, number, bidi.start() + 1)
        reading.add(Problem(place, "bidi_character", message, "Xóa rồi gõ lại đoạn này."))
    if LOST in line:
        message = f"có chữ đã mất, hiện thành “{LOST}”"
        place = Place(path, number, line.index(LOST) + 1)
        hint = "Gõ lại chữ này theo văn bản gốc."
        reading.add(Problem(place, "lost_letter", message, hint, level=Level.NOTICE))
    if private := PRIVATE.search(line):
        message = "có ký hiệu riêng của phông chữ, thường là dấu đầu dòng chép từ Word"
        place = Place(path, number, private.start() + 1)
        hint = "Xóa ký hiệu này, gõ dấu gạch ngang nếu cần."
        reading.add(Problem(place, "private_character", message, hint, level=Level.NOTICE))


def tidy_value(value: str, mark: Mark, reading: Reading) -> str:
    """A value whose characters were written as escapes: held to the same rules as typed ones."""
    if ESCAPED.search(value):
        message = "có ký tự điều khiển hoặc đổi chiều chữ, viết bằng dấu \\"
        reading.report("control_character", mark, message, "Bỏ đoạn bắt đầu bằng dấu \\ rồi gõ lại.")
    if _is_stacked(value):
        reading.report("stacked_marks", mark, STACKED, "Xóa rồi gõ lại giá trị này.")
        return _unmarked(value)
    return unicodedata.normalize("NFC", seen(value))


def _columns(typed: str, shown: str) -> list[int]:
    """For each character shown, and for the end, its column as typed (both from 0)."""
    kept = _kept(typed)
    if len(kept) == len(shown) + 1:
        return kept
    found: list[int] = []
    start = 0
    for end in range(1, len(typed) + 1):
        if end < len(typed) and (unicodedata.combining(typed[end]) or _is_dropped(typed[end])):
            continue
        cluster = seen(BIDI.sub("", typed[start:end]))
        found += [start] * len(unicodedata.normalize("NFC", cluster))
        start = end
    return [*found, len(typed)] if len(found) == len(shown) else []


def _kept(typed: str) -> list[int]:
    """Columns of the characters that are not dropped, and of the end."""
    columns: list[int] = []
    start = 0
    for dropped in DROPPED.finditer(typed):
        columns += range(start, dropped.start())
        start = dropped.end()
    return [*columns, *range(start, len(typed) + 1)]


def _is_dropped(char: str) -> bool:
    return DROPPED.match(char) is not None
