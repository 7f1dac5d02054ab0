"""Records as tables: a CSV for each section."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from generator.core import DATA, File
from generator.export.data import plain
from generator.kinds import kinds
from generator.kinds._kind import Scope

FORMULA = re.compile(
    r"[\x00-\x20\x7f-\xa0\s\"'`“”„‘’«»\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫]"
)
"""How a cell begins that some spreadsheet would run, also behind quotes, spaces and marks not seen."""


def csv_files(scope: Scope) -> Iterator[File]:
    for kind in kinds():
        rows = kind.table(scope)
        if rows:
            yield File(f"{kind.section}{DATA}.csv", _csv(type(rows[0]), rows))


def _csv(model: type[BaseModel], rows: Iterable[BaseModel]) -> bytes:
    """UTF-8 with a byte order mark, so that Excel shows Vietnamese letters (RFC 4180)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([info.title for info in model.model_fields.values()])
    for row in rows:
        writer.writerow([cell(getattr(row, name)) for name in model.model_fields])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def cell(value: Any) -> str:
    """A cell that a spreadsheet shows and never runs (OWASP, CSV injection)."""
    text = _text(value)
    return f"'{text}" if FORMULA.match(text) else text


def _text(value: Any) -> str:
    """A value on one line; a group or a list of groups as JSON, so that nothing is lost."""
    if value is None:
        return ""
    if isinstance(value, BaseModel):
        return json.dumps(plain(value), ensure_ascii=False)
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    return str(getattr(value, "label", value))
