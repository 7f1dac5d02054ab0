"""How far an attachment is read, and what is said of the part that is not.

Limits count pages, cells and characters, never seconds: the report of a check is published, and the same
content must give the same report on any machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from zipfile import ZipFile

from generator.personal import Piece

Note = tuple[str, str, str]
"""Code, message and hint of a notice about one attachment."""
CHARACTERS = 1_000_000
PIECES = 100_000
UNPACKED = 80_000_000
"""Bytes that the text parts of a packed file may unpack to."""
SHEET = re.compile(r"xl/worksheets/[^/]*\.xml")
"""Read part by part and only so far, however long it is."""
HINT_OPEN = "Mở tệp trên máy, bỏ mật khẩu hoặc lưu lại, rồi chép đè. Trước khi đăng, tự xem có thông tin cá nhân không."


class LockedError(Exception):
    """The file opens with a password only."""


class BrokenError(Exception):
    """The file cannot be read as what its ending says."""


class TooLargeError(Exception):
    """The file unpacks to more than is read."""


class EnoughError(Exception):
    """More than is read of one file."""


@dataclass
class Budget:
    """How much of one file may still be read: about a second of reading."""

    elements: int = 1_000_000
    characters: int = 4 * CHARACTERS

    def element(self) -> None:
        self.elements -= 1
        if self.elements < 0:
            raise EnoughError

    def text(self, text: str) -> None:
        self.characters -= len(text)
        if self.characters < 0:
            raise EnoughError


def within(items: Iterator[Piece | Note]) -> Iterator[Piece | Note]:
    """The items until a limit is met, then a note that names the last place."""
    left, pieces = CHARACTERS, 0
    for item in items:
        if not isinstance(item, Piece):
            yield item
            continue
        yield replace(item, text=item.text[:left])
        left -= len(item.text)
        pieces += 1
        if left < 0 or pieces > PIECES:
            yield cut(item.place)
            return


def check_packed(packed: ZipFile, endings: tuple[str, ...] = (".xml", ".rels")) -> None:
    """Refuse what would unpack beyond measure; a reader of zip files never unpacks more than is declared.

    Raises: LockedError, TooLargeError
    """
    parts = [info for info in packed.infolist() if info.filename.lower().endswith(endings)]
    parts = [info for info in parts if info.flag_bits & 1 or not SHEET.fullmatch(info.filename)]
    if any(info.flag_bits & 1 for info in parts):
        raise LockedError
    if sum(info.file_size for info in parts) > UNPACKED:
        raise TooLargeError


def unread_part() -> Note:
    return (
        "attachment_cut",
        "có tệp nhúng hoặc phần không đọc được bên trong, phần ấy chưa kiểm được",
        "Bỏ phần ấy, hoặc tự xem có thông tin cá nhân không.",
    )


def locked() -> Note:
    return "attachment_unchecked", "có mật khẩu, chưa kiểm được thông tin cá nhân", HINT_OPEN


def unknown_letters() -> Note:
    return (
        "attachment_unchecked",
        "viết bằng bảng mã lạ, mới kiểm được các con số, chưa kiểm được chữ",
        "Lưu lại tệp với bảng mã UTF-8, hoặc tự xem có thông tin cá nhân không.",
    )


def broken() -> Note:
    return "attachment_unchecked", "không mở được, chưa kiểm được thông tin cá nhân", HINT_OPEN


def too_large() -> Note:
    return (
        "attachment_unchecked",
        "chứa quá nhiều dữ liệu, chưa kiểm được thông tin cá nhân",
        "Chia tệp làm nhiều tệp nhỏ, hoặc tự xem có thông tin cá nhân không.",
    )


def cut(place: str) -> Note:
    return (
        "attachment_cut",
        f"quá dài, mới kiểm thông tin cá nhân đến {place}",
        "Chia tệp làm nhiều tệp nhỏ, hoặc tự xem phần còn lại.",
    )


def scan() -> Note:
    return (
        "attachment_scan",
        "là bản scan, chưa kiểm được",
        "Đính kèm bản xuất từ máy tính nếu có. Không đăng bản scan có số định danh, ngày sinh, chữ ký của người dân.",
    )


def scanned_pages(pages: list[int]) -> Note:
    shown = ", ".join(map(str, pages[:10])) + (" …" if len(pages) > 10 else "")
    return (
        "attachment_scan",
        f"có trang là bản scan, chưa kiểm được: trang {shown}",
        "Xem các trang ấy có số định danh, ngày sinh, chữ ký của người dân không.",
    )


def heavy_pages(pages: list[int]) -> Note:
    shown = ", ".join(map(str, pages[:10])) + (" …" if len(pages) > 10 else "")
    return (
        "attachment_cut",
        f"có trang nhiều hình vẽ quá, chưa kiểm hết chữ: trang {shown}",
        "Xem các trang ấy có thông tin cá nhân không.",
    )
