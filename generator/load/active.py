"""What an attachment would do by itself once it is opened: run code, start programs, fetch from elsewhere."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any
from xml.parsers import expat

from generator.load.texts import pdf, plain
from generator.load.texts.limits import TooLargeError
from generator.load.texts.parts import refuse_document_type
from generator.load.wrong import Wrong, problem

PRINT = "Mở tệp, chọn In rồi chọn máy in “Lưu thành PDF” (Print to PDF), đăng bản PDF mới in ra."
BREAK_LINKS = (
    "Trong Word, Excel: bỏ phần nhúng, ngắt liên kết (Break Link) rồi lưu lại; hoặc lưu thành PDF."
)
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
OBJECT = re.compile(r"(?:word|xl)/(?:embeddings/.*ole.*\.bin|activeX/.+|ctrlProps/.+)", re.IGNORECASE)
LINKED = re.compile(r"xl/(?:externalLinks/.+|connections\.xml)", re.IGNORECASE)
MACRO_TYPES = re.compile(rb"vbaProject|macroEnabled", re.IGNORECASE)
REMOTE = re.compile(r"\s*(?:https?:|ftp:|[\\/]{2}|file:[\\/]{2}(?![\\/])|file:[\\/]{4})", re.IGNORECASE)
"""On another machine; a path on the writer's own disk leads nowhere and harms nobody."""
LARGEST_PART = 2_000_000
FORMULA = re.compile(r"\s*(?:[=@]|[-+](?=.*[^\d\s.,()%/:+-]))", re.DOTALL)
"""Begins as a formula; a number, a telephone number, a date and a lone dash do not count."""


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


def in_office(archive: zipfile.ZipFile) -> Wrong | None:
    """What a Word or Excel file embeds that runs, or fetches from another place when it is opened.

    Raises: what zipfile raises for broken files
    """
    for member in archive.infolist():
        name = member.filename
        if name == "[Content_Types].xml" and MACRO_TYPES.search(_read(archive, member)):
            hint = "Lưu lại thành .docx hoặc .xlsx (không macro), hoặc PDF."
            return problem("attachment_macro", "chứa macro", hint)
        if OBJECT.fullmatch(name):
            return problem("attachment_object", f"nhúng đối tượng chạy được (“{name[:80]}”)", BREAK_LINKS)
        if LINKED.fullmatch(name) or (name.endswith(".rels") and _fetches(_read(archive, member))):
            return problem(
                "attachment_linked", f"tự lấy dữ liệu từ nơi khác khi mở (“{name[:80]}”)", BREAK_LINKS
            )
    return None


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as file:
        return file.read(LARGEST_PART)


def _fetches(relations: bytes) -> bool:
    """Whether a list of relations names a part on another machine; a link that a reader clicks is none."""
    found: list[bool] = []

    def start(name: str, told: dict[str, str]) -> None:
        clicked = told.get("Type", "").endswith("/hyperlink")
        remote = told.get("TargetMode") == "External" and REMOTE.match(told.get("Target", ""))
        found.append(bool(remote) and not clicked)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse_document_type
    parser.StartElementHandler = start
    with suppress(expat.ExpatError, ValueError):
        parser.Parse(relations, True)
    return any(found)


def in_csv(path: Path) -> Wrong | None:
    """The first cell that a spreadsheet would run, and how many there are.

    Raises: OSError
    """
    found: list[tuple[int, int]] = []
    with suppress(csv.Error):
        found.extend((row, column) for row, column, value in plain.cells(path) if FORMULA.match(value))
    if not found:
        return None
    more = f" và {len(found) - 1} ô khác" if len(found) > 1 else ""
    first = plain.place(*found[0])
    hint = "Bỏ dấu =, +, -, @ ở đầu ô, hoặc chỉ để kết quả thay cho công thức, rồi lưu lại."
    return problem("attachment_formula", f"có ô mà bảng tính sẽ chạy như công thức: {first}{more}", hint)
