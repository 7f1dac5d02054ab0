"""Files that records name: there, inside the commune's folder, small enough, what they claim to be."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from generator.core import Record
from generator.fields.attachment import Attachment, Picture
from generator.fields.walk import walk
from generator.load.files import Folder
from generator.photos import is_picture

LARGEST = 25 * 1024 * 1024
"""Bytes; what free hosts take in one file."""


def check_attachments(record: Record[Any], folder: Folder) -> None:
    """Report every file of a record that cannot be published, at the value that names it."""
    for loc, value in walk(record.data):
        wrong = _wrong_with(value, folder.root) if isinstance(value, Attachment) else None
        if wrong:
            message, hint = wrong
            folder.problems.append(record.problem("attachment", loc, f"tệp “{value}” {message}", hint))


def _wrong_with(value: Attachment, root: Path) -> tuple[str, str] | None:
    path = root / PurePosixPath(value)
    if not path.is_file() or path.is_symlink():
        return "không có trong thư mục của xã", "Chép tệp vào thư mục tep/ của xã, kiểm tra lại tên."
    if path.stat().st_size > LARGEST:
        return "lớn hơn 25 MB", "Nén nhỏ lại hoặc chia làm nhiều tệp."
    if isinstance(value, Picture) and not is_picture(path):
        return "không mở được như một ảnh", "Mở ảnh trên máy rồi lưu lại thành tệp JPG hoặc PNG."
    return None
