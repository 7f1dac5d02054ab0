"""What a PDF would do by itself once it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

from generator.load.texts import pdf
from generator.load.texts.limits import TooLargeError
from generator.load.wrong import Wrong, problem

PRINT = "Mở tệp, chọn In rồi chọn máy in “Lưu thành PDF” (Print to PDF), đăng bản PDF mới in ra."
HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
"""A sign of a PDF name written as two digits (ISO 32000-1, 7.3.5): /J#61vaScript."""
IN_PDF = {
    "mã JavaScript": rb"/JavaScript\b",
    "lệnh mở chương trình khác": rb"/Launch\b",
    "tệp khác gói bên trong": rb"/EF\s*(?:<<|\d+\s+\d+\s+R\b)|/EmbeddedFile\b",
    "lệnh gửi hoặc nhập dữ liệu": rb"/SubmitForm\b|/ImportData\b",
    "biểu mẫu XFA chỉ vài phần mềm mở được": rb"/XFA\s*(?:\[|\d+\s+\d+\s+R\b)",
    "phim hoặc chương trình nhúng": rb"/RichMedia\b",
}
PDF_PARTS = tuple((name, re.compile(form)) for name, form in IN_PDF.items())
MOST_UNPACKED = 60_000_000
"""Bytes of a PDF's packed objects that are looked through; no document of words comes near."""


def in_pdf(path: Path, content: bytes) -> Wrong | None:
    """The first active part of a PDF, in plain objects and in packed ones (ISO 32000-1, 7.5.7)."""
    packed = _packed_objects(path) if b"/ObjStm" in content else ()
    try:
        name = next(filter(None, map(_active_part, chain((content,), packed))), "")
    except TooLargeError:
        return problem("attachment_bomb", "giải nén ra quá lớn", PRINT)
    return problem("attachment_active", f"chứa {name}", PRINT) if name else None


def _active_part(objects: bytes) -> str:
    names = HEX.sub(lambda found: bytes([int(found[1], 16)]), objects)
    return next((name for name, form in PDF_PARTS if form.search(names)), "")


def _packed_objects(path: Path) -> Iterator[bytes]:
    """The unpacked object streams of a PDF; of a broken one those that can be read.

    Raises: TooLargeError
    """
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import LimitReachedError, PyPdfError

    known: tuple[type[Exception], ...] = (PyPdfError, *pdf.ERRORS)
    left = MOST_UNPACKED
    with path.open("rb") as file, apply_configuration(**pdf.BOUNDS), pdf.listening(), suppress(*known):
        reader = PdfReader(file)
        for number in dict.fromkeys(stream for stream, _ in reader.xref_objStm.values()):
            try:
                objects = _unpacked(reader, number)
            except LimitReachedError:
                raise TooLargeError from None
            except known:
                continue
            left -= len(objects)
            if left < 0:
                raise TooLargeError
            yield objects


def _unpacked(reader: Any, number: int) -> bytes:
    from pypdf.generic import IndirectObject

    return bytes(reader.get_object(IndirectObject(number, 0, reader)).get_data())
