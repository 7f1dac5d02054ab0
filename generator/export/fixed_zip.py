"""Saves a workbook so that the same content gives the same bytes: no clock in names, dates or properties."""

from __future__ import annotations

import io
import re
import shutil
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl.writer.excel import ExcelWriter

FIXED = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can say."""
PROPERTIES = "docProps/core.xml"
CLOCK = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def saved(book: Any) -> bytes:
    packed = io.BytesIO()
    save(book, packed)
    return packed.getvalue()


def save(book: Any, into: IO[bytes]) -> None:
    """Piece by piece: no sheet is ever whole in memory."""
    with TemporaryFile() as loose:
        ExcelWriter(book, ZipFile(loose, "w", ZIP_STORED)).save()
        with ZipFile(loose) as source, ZipFile(into, "w", ZIP_DEFLATED) as target:
            for info in source.infolist():
                _copy(source, info, target)


def _copy(source: ZipFile, info: ZipInfo, target: ZipFile) -> None:
    if info.filename == PROPERTIES:
        target.writestr(entry(info.filename), CLOCK.sub(b"", source.read(info)))
        return
    named = entry(info.filename)
    named.file_size = info.file_size
    with source.open(info) as old, target.open(named, "w") as new:
        shutil.copyfileobj(old, new)


def entry(name: str) -> ZipInfo:
    """A file within a package, of no day."""
    info = ZipInfo(name, FIXED)
    info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
    return info
