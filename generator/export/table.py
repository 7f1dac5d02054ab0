"""Records as tables: a CSV for each section."""

from __future__ import annotations

from generator.core import File
from generator.export.cells import table_bytes
from generator.export.columns import columns
from generator.export.section import Section


def csv_file(section: Section) -> File:
    found = columns(section.model)
    rows = ([column.value(row) for column in found] for row in section.rows)
    return File(section.csv, table_bytes((column.heading for column in found), rows))
