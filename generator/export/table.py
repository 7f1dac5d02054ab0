"""Records as tables: a CSV for each section."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from generator.core import File
from generator.export.cells import cell
from generator.export.columns import columns
from generator.export.section import Section


def csv_file(section: Section) -> File:
    """UTF-8 with a byte order mark, so that Excel shows Vietnamese letters (RFC 4180)."""
    return File(section.csv, b"\xef\xbb\xbf" + _csv(section.model, section.rows).encode())


def _csv(model: type[BaseModel], rows: Iterable[BaseModel]) -> str:
    text = io.StringIO()
    writer: Any = csv.writer(text, lineterminator="\r\n")
    found = columns(model)
    writer.writerow([column.heading for column in found])
    writer.writerows([cell(column.value(row)) for column in found] for row in rows)
    return text.getvalue()
