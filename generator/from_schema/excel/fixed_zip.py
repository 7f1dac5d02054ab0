"""Saves a workbook so that the same content gives the same bytes: no clock in names, dates or properties."""

from __future__ import annotations

import io
import re
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl.writer.excel import ExcelWriter

FIXED = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can say."""
PROPERTIES = "docProps/core.xml"
CLOCK = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def saved(book: Any) -> bytes:
    packed, loose = io.BytesIO(), io.BytesIO()
    ExcelWriter(book, ZipFile(loose, "w", ZIP_STORED)).save()
    with ZipFile(loose) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(_entry(name), CLOCK.sub(b"", content) if name == PROPERTIES else content)
    return packed.getvalue()


def _entry(name: str) -> ZipInfo:
    """A file within a package, of no day."""
    info = ZipInfo(name, FIXED)
    info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
    return info
