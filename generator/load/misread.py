"""What YAML reads without complaint and not as it was meant."""

from __future__ import annotations

import re

from yaml.events import Event, ScalarEvent

from generator.core import Level, Place, Problem
from generator.load.reading import MOST_TOLD, Mark, Reading
from generator.load.separators import report_separator
from generator.load.shapes import BULLET, LONGEST_KEY, QUOTES, SMART, TABLE
from generator.load.traces import EXCEL_ERROR

ENTRY = re.compile(r"[a-z][a-z0-9_]*[ \t]*(?::(?!//)|：)")
GLUED = re.compile(r"([a-z][a-z0-9_]*)(?::(?!//)(?=[^\s:/])|[ \t]*(?=：))")
NEXT = re.compile(rf"[ \t]*(?:-|{ENTRY.pattern})")
COMMENT = re.compile(r"[ \t]+#")
ORDINARY_KEY = re.compile(rf"[a-z_][a-z0-9_]{{0,{LONGEST_KEY - 1}}}")
LIKE_ENTRY = re.compile(rf"{GLUED.pattern}|-|{BULLET.pattern}")
HOLLOW = re.compile(r"\s*(?:- +)*")


def needs_quotes(text: str) -> bool:
    """Whether a text, written plain, would be refused or read as something else."""
    return bool(SMART.fullmatch(text) or LIKE_ENTRY.match(text))


def check_value(value: str, event: ScalarEvent, reading: Reading) -> None:
    """Report a plain value that is more than one value, or the key and value of an entry in one."""
    if not value:
        _notice_comment(event, reading)
        return
    mark: Mark = event.start_mark
    if value[0] in QUOTES and SMART.fullmatch(value):
        reading.report(
            "word_quotes",
            event.start_mark,
            "đặt giá trị trong dấu ngoặc kép cong của Word",
            'Gõ lại bằng dấu ngoặc kép thẳng: "…"; nếu ngoặc cong là của văn bản thì đặt thêm ngoặc thẳng bên ngoài.',
        )
    elif mark.line in reading.joined:
        report_separator(mark.line, reading)
        return
    elif LIKE_ENTRY.match(value) and _begins_line(event, reading):
        _check_entry(value, event, reading)
        _check_glued_lines(event, reading)
    elif _check_lines(event, reading):
        return
    _notice_comment(event, reading)


def _notice_comment(event: ScalarEvent, reading: Reading) -> None:
    """Text after " #" is a comment to YAML: "Quầy #1" would be shown as "Quầy", "#1" as nothing at all."""
    end: Mark = event.end_mark
    line = reading.lines[end.line] if end.line < len(reading.lines) else ""
    if "#" in line and not EXCEL_ERROR.match(line) and (sign := COMMENT.match(line, end.column)):
        place = Place(reading.path, *reading.typed(end.line, sign.end() - 1))
        message = "phần sau dấu # không được đọc"
        hint = "Nếu là nội dung thì đặt cả giá trị trong ngoặc kép; nếu là ghi chú riêng thì xóa."
        reading.add(Problem(place, "text_after_hash", message, hint, level=Level.NOTICE))


def check_key(key: str, event: Event, reading: Reading) -> bool:
    """Whether a key can be one; what is wrong with it is reported."""
    if isinstance(event, ScalarEvent) and ORDINARY_KEY.fullmatch(event.value):
        return True
    if not isinstance(event, ScalarEvent) or not key:
        hint = "Ghi tên mục, dấu hai chấm, dấu cách rồi giá trị: ten: Xóm Đồi"
        reading.report("yaml_key", event.start_mark, "tên mục phải là một từ, ví dụ: ten", hint)
        return False
    if len(key) > LONGEST_KEY:
        hint = "Xem lại dấu hai chấm; nếu cả dòng là chữ thì đặt trong ngoặc kép."
        reading.report("key_too_long", event.start_mark, f"tên mục dài hơn {LONGEST_KEY} ký tự", hint)
        return False
    if key == "<<":
        hint = "Chép các mục cần dùng vào đây."
        reading.report("yaml_merge", event.start_mark, "dùng dấu << để gộp nhóm mục", hint)
        return False
    return _check_spelling(key, event, reading)


def _check_spelling(key: str, event: ScalarEvent, reading: Reading) -> bool:
    """Foreign spaces, curved quotes and a colon without space, all of them part of the key to YAML."""
    raw = str(event.value)
    if raw[0] != key[0] and event.implicit[0]:
        reading.report(
            "odd_space_indent",
            event.start_mark,
            "thụt đầu dòng bằng dấu cách đặc biệt, thường do chép từ Word hoặc trang web",
            "Xóa khoảng trống đầu dòng, gõ lại bằng phím cách.",
        )
        return False
    if key[0] in QUOTES:
        hint = "Bỏ dấu ngoặc quanh tên mục."
        reading.report("word_quotes", event.start_mark, "đặt tên mục trong dấu ngoặc kép cong", hint)
        return False
    if event.implicit[0] and LIKE_ENTRY.match(key):
        _check_entry(key, event, reading)
        return False
    return True


def _check_entry(value: str, event: ScalarEvent, reading: Reading) -> None:
    """An item "ten:Xóm", "ten：Xóm" or "-a", which YAML takes for one piece of text."""
    mark: Mark = event.start_mark
    glued = GLUED.match(value)
    if glued and value[glued.end() : glued.end() + 1] == "：":
        place = _Mark(mark.line, mark.column + glued.end())
        hint = "Thay bằng dấu hai chấm thường và một dấu cách: “: ”."
        reading.report("wide_colon", place, "dùng dấu hai chấm kiểu chữ Hán “：”", hint)
    elif glued:
        place = _Mark(mark.line, mark.column + glued.end())
        hint = f"Ghi: {glued[1]}: …; nếu cả dòng là chữ thì đặt trong ngoặc kép."
        reading.report("space_after_colon", place, "thiếu dấu cách sau dấu hai chấm", hint)
    elif value[0] == "-" and value[1:2].isalpha():
        place = _Mark(mark.line, mark.column + 1)
        hint = "Ghi dấu gạch, dấu cách rồi nội dung; nếu dấu gạch là của chữ thì đặt trong ngoặc kép."
        reading.report("space_after_dash", place, "thiếu dấu cách sau dấu gạch đầu mục", hint)
    elif bullet := BULLET.match(value):
        hint = "Đầu mỗi mục gõ dấu gạch ngang - rồi một dấu cách."
        reading.report("bullet_mark", mark, f"đầu mục dùng dấu “{bullet[2]}”", hint)


def _check_glued_lines(event: ScalarEvent, reading: Reading) -> None:
    """Later lines of such an item that lack the same space."""
    mark: Mark = event.start_mark
    end: Mark = event.end_mark
    for line in range(mark.line + 1, min(end.line + 1, len(reading.lines), mark.line + MOST_TOLD)):
        text = reading.lines[line].strip()
        if glued := GLUED.match(text):
            place = _Mark(line, reading.lines[line].index(text) + glued.end())
            hint = f"Ghi: {glued[1]}: …; nếu cả dòng là chữ thì đặt trong ngoặc kép."
            reading.report("space_after_colon", place, "thiếu dấu cách sau dấu hai chấm", hint)


def _check_lines(event: ScalarEvent, reading: Reading) -> bool:
    """Whether a later line of a plain value looks like an entry of its own; then it is reported."""
    start: Mark = event.start_mark
    end: Mark = event.end_mark
    if end.line == start.line:
        return False
    for line in range(start.line, min(end.line + 1, len(reading.lines))):
        text = reading.lines[line]
        if TABLE.match(text):
            hint = "Ghi mỗi hàng thành một mục: dấu gạch, tên mục, dấu hai chấm, giá trị."
            place = _Mark(line, len(text) - len(text.lstrip()))
            reading.doubtful.add(start.line + 1)
            reading.report("pasted_table", place, "có bảng chép từ Excel hoặc Word", hint)
            return True
        if line == start.line:
            continue
        if NEXT.match(text):
            reading.doubtful.add(start.line + 1)
            reading.report(
                "value_runs_on",
                _Mark(line, len(text) - len(text.lstrip())),
                "dòng này bị đọc thành phần nối của giá trị ở dòng trên",
                "Mục mới phải thẳng hàng với các mục cùng nhóm; văn bản nhiều dòng thì ghi sau dấu | và xuống dòng.",
            )
            return True
    return False


def _begins_line(event: ScalarEvent, reading: Reading) -> bool:
    mark: Mark = event.start_mark
    if mark.line >= len(reading.lines):
        return False
    return HOLLOW.fullmatch(reading.lines[mark.line], 0, mark.column) is not None


class _Mark:
    """A position inside a value, in the parser's own terms."""

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
