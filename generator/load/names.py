"""Names of files: fit to be shown, linked and kept on any system."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
"""Characters; with folders and tones this stays below what file systems and archives take."""
HOSTILE = re.compile(
    '[\x00-\x1f\x7f-\x9f<>:"|?*\\\\\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]'
)


def wrong_name(name: str) -> str:
    """Why one part of a path cannot stay as it is, in words; empty where it can."""
    if HOSTILE.search(name):
        return "tên có ký tự không dùng được trong tên tệp"
    if len(name) > LONGEST:
        return f"tên dài hơn {LONGEST} ký tự"
    if name != name.strip() or name.endswith("."):
        return "tên bắt đầu hoặc kết thúc bằng khoảng trắng hay dấu chấm"
    if not unicodedata.is_normalized("NFC", name):
        return "tên có dấu viết rời (thường do chép từ máy Mac)"
    return ""


def shown(path: str) -> str:
    """A path as a message can show it: one line, nothing invisible, not endless."""
    safe = "".join("�" if HOSTILE.match(char) and char not in ':"' else char for char in path)
    return safe if len(safe) <= 2 * LONGEST else f"{safe[: 2 * LONGEST]}…"
