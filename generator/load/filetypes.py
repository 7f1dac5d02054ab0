"""What a file really is, told from its bytes, whatever its name says."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

HEAD = 4_096
"""Bytes at a file's start that tell most types."""


@dataclass(frozen=True)
class Type:
    """One type of file: what staff call it, and the endings that go with it; the first is proposed."""

    name: str
    endings: tuple[str, ...] = ()


PDF = Type("tệp PDF", (".pdf",))
JPEG = Type("ảnh JPEG", (".jpg", ".jpeg"))
PNG = Type("ảnh PNG", (".png",))
WEBP = Type("ảnh WebP", (".webp",))
ZIP = Type("tệp nén ZIP")
DOCX = Type("văn bản Word", (".docx",))
XLSX = Type("bảng tính Excel", (".xlsx",))
ODT = Type("văn bản OpenDocument", (".odt",))
ODS = Type("bảng tính OpenDocument", (".ods",))
TEXT = Type("văn bản thuần", (".txt", ".csv"))
EMPTY = Type("tệp trống")
UNKNOWN = Type("loại tệp không nhận ra")
HTML = Type("trang web (HTML)")
SVG = Type("ảnh SVG, có thể chứa mã chạy được")
PROGRAM = Type("chương trình chạy được")
OLD_OFFICE = Type("tệp Word, Excel kiểu cũ (.doc, .xls)")
RTF = Type("văn bản RTF")
LOCKED_OFFICE = Type("tệp Word, Excel có đặt mật khẩu")

SIGNATURES = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"#!", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"GIF8", Type("ảnh GIF")),
    (b"BM", Type("ảnh BMP")),
    (b"II*\x00", Type("ảnh TIFF")),
    (b"MM\x00*", Type("ảnh TIFF")),
    (b"Rar!", Type("tệp nén RAR")),
    (b"7z\xbc\xaf\x27\x1c", Type("tệp nén 7z")),
    (b"\x1f\x8b", Type("tệp nén GZ")),
    (b"{\\rtf", RTF),
)
BRANDS = {b"heic": "ảnh HEIC của iPhone", b"heix": "ảnh HEIC của iPhone", b"mif1": "ảnh HEIC của iPhone"}
PACKAGE = "EncryptedPackage".encode("utf-16-le")
MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+)?(html|svg|head|body|script|iframe)\b",
    re.IGNORECASE | re.DOTALL,
)
UNPRINTED = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def type_of(content: bytes) -> Type:
    """The type of a file of which all bytes, or at least the first thousands, are given."""
    head = content[:HEAD]
    if not head.strip():
        return EMPTY
    if head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"%PDF-"):
        return PDF
    if head[:4] == b"RIFF":
        return WEBP if head[8:12] == b"WEBP" else UNKNOWN
    if head[4:8] == b"ftyp":
        return Type(BRANDS.get(head[8:12], "phim hoặc âm thanh"))
    for start, found in SIGNATURES:
        if head.startswith(start):
            return LOCKED_OFFICE if found is OLD_OFFICE and PACKAGE in content else found
    return _text(head)


def is_binary(content: bytes) -> bool:
    """Whether signs stand near the start that no text has."""
    return bool(UNPRINTED.search(content[:HEAD]))


def _text(head: bytes) -> Type:
    """Text, or a page dressed as text; two-byte text of old Notepad counts as text."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", errors="ignore").encode()
    markup = MARKUP.match(head.removeprefix(codecs.BOM_UTF8))
    if markup:
        return SVG if markup[1].lower() == b"svg" else HTML
    return UNKNOWN if UNPRINTED.search(head) else TEXT
