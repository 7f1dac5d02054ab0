"""Bytes to text: UTF-8, or a problem that names the encoding and shows what was meant."""

from __future__ import annotations

import codecs
import re

from generator.core import Place, Problem
from generator.load.filetypes import UNKNOWN, is_binary
from generator.load.other_types import report, report_other_type
from generator.load.reading import Reading
from generator.words.legacy import recognise

LARGEST = 2_000_000
"""Bytes; a file of disclosures is a few kilobytes, the longest official procedure 0.1 MB."""
CONVERT = (
    "Chuyển tệp sang Unicode (công cụ chuyển mã của UniKey: Ctrl+Shift+F6), rồi lưu với bảng mã UTF-8."
)
ASCII = bytes(range(128))
ENTRY = re.compile(r"^[ \t]*(?:- +)*(?:\w+:[ \t]+)?")
SAVE = "Trong Notepad chọn Lưu thành… (Save As), mục Mã hóa (Encoding) chọn UTF-8."


def decode(content: bytes, reading: Reading) -> str | None:
    """The text of a file; None, with a problem, for what is no text or too long.

    UTF-16 and UTF-32 are reported but read, so that the file's other mistakes are found too.
    """
    if report_other_type(content, reading):
        return None
    if b"\0" in content and not content.strip(b"\0\t\r\n "):
        hint = "Lấy lại bản lưu trước đó, hoặc ghi lại nội dung theo mẫu."
        reading.report("file_empty", None, "tệp hỏng, không còn chữ nào", hint)
        return None
    if len(content) > LARGEST:
        reading.report(
            "file_too_large", None, f"tệp lớn hơn {LARGEST // 1_000_000} MB", "Tách dữ liệu ra nhiều tệp."
        )
        return None
    wide = _wide(content)
    if wide:
        return _decode_wide(content, wide, reading)
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        if is_binary(content):
            report(UNKNOWN, reading)
        else:
            _report_bytes(content, error.start, reading)
        return None


def _wide(content: bytes) -> str:
    """The name of a two- or four-byte encoding: by its mark, or by the bytes that are empty."""
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = content[:2_000]
    for name, zeros, letters in (
        ("utf-32-le", head[2::4] + head[3::4], head[::4]),
        ("utf-32-be", head[::4] + head[1::4], head[3::4]),
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        if len(zeros) > 3 and zeros.count(0) > 0.6 * len(zeros) and letters.count(0) == 0:
            return name
    return ""


def _decode_wide(content: bytes, wide: str, reading: Reading) -> str | None:
    if wide.startswith("utf-32"):
        reading.report("utf32_text", None, "tệp lưu với bảng mã UTF-32, cần là UTF-8", SAVE)
    else:
        message = "tệp lưu với bảng mã UTF-16 (Notepad gọi là Unicode), cần là UTF-8"
        reading.report("utf16_text", None, message, SAVE)
    try:
        return content.decode(wide).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None


def _report_bytes(content: bytes, start: int, reading: Reading) -> None:
    """One problem at the first wrong byte; all before it is sound, so sound letters tell a pasted part."""
    place = Place(reading.path, *_position(content, start))
    begin, rest = _line_around(content, start)
    pasted = not content[:start].isascii()
    legacy = recognise(rest if pasted else content) or recognise(rest)
    if legacy is None:
        reading.add(Problem(place, "not_utf8", "có chữ không thuộc bảng mã UTF-8", f"{CONVERT} {SAVE}"))
        return
    what = "có đoạn viết" if pasted else "tệp viết"
    sound = begin.rstrip(ASCII)
    meant = value_of(
        sound.decode(errors="replace") + legacy.read((begin[len(sound) :] + rest).decode("latin-1"))
    )
    reading.add(
        Problem(
            place,
            "legacy_encoding",
            f"{what} bằng bảng mã cũ {legacy.name}, không phải UTF-8",
            f"Có phải là: {meant}? {CONVERT}",
        )
    )


def value_of(line: str, most: int = 80) -> str:
    """The value on a line, short enough to be quoted in a suggestion."""
    value = ENTRY.sub("", line, count=1).strip()
    return value if len(value) <= most else f"{value[:most]}…"


def _position(content: bytes, start: int) -> tuple[int, int]:
    """Line and column, from 1, of a byte; all before it is UTF-8."""
    before = content[:start].decode().replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _line_around(content: bytes, start: int) -> tuple[bytes, bytes]:
    """The line of a byte: what stands before it, and the rest."""
    begin = max(content.rfind(b"\n", 0, start), content.rfind(b"\r", 0, start)) + 1
    ends = [end for mark in (b"\n", b"\r") if (end := content.find(mark, start)) >= 0]
    end = min(ends, default=len(content))
    return content[max(begin, start - 1_000) : start], content[start : min(end, start + 1_000)]
