"""Values as the text of a cell: one way for every table, in every form."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from typing import IO, Any

from pydantic import BaseModel

from generator.export.columns import columns
from generator.words.letters import plain_spaces
from generator.words.money import say_number

FORMULA = re.compile(
    r"[\x00-\x20\x7f-\xa0\s\"'`“”„‘’«»\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫]"
)
"""How a cell begins that some spreadsheet would run, also behind quotes, spaces and marks not seen."""
YES, NO = "có", "không"


def table_bytes(headings: Iterable[str], rows: Iterable[Iterable[Any]]) -> bytes:
    """A CSV: UTF-8 with a byte order mark, so that Excel shows Vietnamese letters (RFC 4180)."""
    text = io.StringIO()
    write_table(text, headings, rows)
    return text.getvalue().encode("utf-8-sig")


def write_table(file: IO[str], headings: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    """The same into a file that adds the mark itself, row after row."""
    writer: Any = csv.writer(file, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(map(cell, row) for row in rows)


def cell(value: Any) -> str:
    """A cell that a spreadsheet shows and never runs (OWASP, CSV injection); a number is what it is."""
    text = say(value)
    typed = isinstance(value, int | Decimal | date | time)
    return f"'{text}" if not typed and FORMULA.match(text) else text


def say(value: Any) -> str:
    """A value in words: items after semicolons; of a group, what is filled in, each after its title."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, BaseModel):
        return _group(value)
    if isinstance(value, list | tuple):
        grouped = any(isinstance(item, BaseModel) for item in value)
        return (" | " if grouped else "; ").join(map(say, value))
    if hasattr(value, "say"):
        return plain_spaces(value.say())
    return str(getattr(value, "label", value))


def _group(group: BaseModel) -> str:
    values = ((column, column.value(group)) for column in columns(type(group)))
    return "; ".join(f"{column.heading}: {_inner(value)}" for column, value in values if told(value))


def _inner(value: Any) -> str:
    """Whole numbers as people write them; groups within a group in brackets."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10_000:
        return say_number(value)
    grouped = isinstance(value, list) and any(isinstance(item, BaseModel) for item in value)
    return f"({say(value)})" if grouped else say(value)


def told(value: Any) -> bool:
    """Whether there is anything to show."""
    return value is not None and value not in ("", [], ())
