"""What a commune publishes, read with suspicion: a copy may hold anything, and only what is sound is taken over."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import date, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pydantic import BaseModel

from generator.export.cells import FORMULA, NO, YES
from generator.export.columns import Column
from generator.fields.titles import fields_of, model_inside
from generator.overview.data.tables import CODE, NAME, Table
from generator.overview.sites import LARGEST, Published

FORMS: dict[str, tuple[re.Pattern[str], Callable[[str], Any], str]] = {
    "integer": (re.compile(r"[+-]?[0-9]{1,18}"), int, "số nguyên"),
    "number": (re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?"), Decimal, "số"),
    "boolean": (re.compile(f"{YES}|{NO}"), str, "“có” hoặc “không”"),
    "date": (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), date.fromisoformat, "ngày"),
    "time": (re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}"), time.fromisoformat, "giờ"),
}
"""How a value of each type is written in our CSV, what reads it, and what it is called."""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LONGEST = 100_000
"""Characters of a cell; what Python itself refuses, any library may have raised."""
INSIDE = re.compile(r"[\w./-]{1,200}")
NOT_CSV, NOT_JSON = "không phải bảng CSV đọc được", "không phải tệp JSON đọc được"
NOT_A_FILE = f"không phải tệp thường (là liên kết), hoặc nặng hơn {LARGEST >> 20} MB"


class BrokenError(Exception):
    """A file of a commune that cannot be taken over; says why, in words for the page."""


def rows(site: Published, table: Table) -> Iterator[list[Any]]:
    """The rows of a commune, a value for each column of the table; none where it has no such file.

    Raises: BrokenError, also after some rows: count first.
    """
    path = _place(site, table.csv)
    if path is None:
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.reader(file, strict=True)
        try:
            headings = next(lines, [])
            where = _where(headings, table)
            for line in lines:
                if len(line) != len(headings):
                    raise BrokenError(f"dòng {lines.line_num} thừa hoặc thiếu ô")
                yield list(_values(line, where, table, lines.line_num))
        except (csv.Error, UnicodeDecodeError):
            raise BrokenError(NOT_CSV) from None


def count(site: Published, table: Table) -> int:
    """How many rows, all of them read.

    Raises: BrokenError
    """
    return sum(1 for _ in rows(site, table))


def entries(site: Published, table: Table, base: str) -> list[str]:
    """Each entry of a commune as one line of JSON, with its unit and the full address of its page.

    Raises: BrokenError
    """
    found = content(site, table.json)
    if found is None:
        return []
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise BrokenError("không phải danh sách các mục")
    return [line({**_own(entry, site, table, base), **_others(entry, table)}) for entry in found]


def content(site: Published, name: str) -> Any:
    """What a JSON file holds; None where there is none.

    Raises: BrokenError
    """
    if _place(site, name) is None:
        return None
    found = site.json(name)
    if found is None:
        raise BrokenError(NOT_JSON)
    return found


def line(value: Any) -> str:
    """JSON on one line (RFC 8259).

    Raises: BrokenError where it holds what JSON cannot say: no number, half of a letter, endless nesting
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        text.encode()
    except (ValueError, RecursionError):
        raise BrokenError(NOT_JSON) from None
    return text


def _place(site: Published, name: str) -> Path | None:
    path = site.file(name)
    if path is None and os.path.lexists(site.folder / name):
        raise BrokenError(NOT_A_FILE)
    return path


def _where(headings: list[str], table: Table) -> list[int | None]:
    """Where each column of the table stands in a commune's; by name, since a copy may be older or newer."""
    found = {heading: number for number, heading in enumerate(headings)}
    if len(found) < len(headings):
        raise BrokenError("có hai cột cùng tên")
    places = [found.get(column.heading) for column in table.own]
    if all(place is None for place in places):
        raise BrokenError("không có cột nào của bảng này")
    return places


def _values(line: list[str], where: list[int | None], table: Table, number: int) -> Iterator[Any]:
    for place, column in zip(where, table.own, strict=True):
        yield None if place is None else _value(line[place], column, number)


def _value(text: str, column: Column, number: int) -> Any:
    """A value of its type: a text without the apostrophe that kept spreadsheets from running it."""
    if not text:
        return None
    if len(text) > LONGEST:
        raise BrokenError(f"dòng {number}: cột “{column.heading}” dài quá")
    if column.form not in FORMS:
        clean = CONTROL.sub("", text)
        return clean[1:] if clean.startswith("'") and FORMULA.match(clean[1:]) else clean
    pattern, read, name = FORMS[column.form]
    try:
        if pattern.fullmatch(text):
            return read(text)
    except ValueError:
        pass
    raise BrokenError(f"dòng {number}: cột “{column.heading}” không phải {name}")


def _own(entry: dict[str, Any], site: Published, table: Table, base: str) -> dict[str, str]:
    address = f"{base}{site.url}{quote(_page(entry.get('trang'), site, table))}"
    return {CODE.keys[0]: site.unit.code, NAME.keys[0]: site.unit.name, "trang": address}


def _others(entry: dict[str, Any], table: Table) -> dict[str, Any]:
    """What the model of the kind knows, and the id; nobody's own keys go out under the province's name."""
    known: dict[str, Any] = _known(entry, table.kind.model)
    return {**({"ma": entry["ma"]} if isinstance(entry.get("ma"), str) else {}), **known}


def _known(value: Any, model: type[BaseModel] | None) -> Any:
    if isinstance(value, list):
        return [_known(item, model) for item in value]
    if model is None or not isinstance(value, dict):
        return value if not isinstance(value, dict) else {}
    inside = _inside(model)
    return {key: _known(item, inside[key]) for key, item in value.items() if key in inside}


@cache
def _inside(model: type[BaseModel]) -> dict[str, type[BaseModel] | None]:
    """Of each key, the model of what it holds; None of plain values."""
    return {key: model_inside(field.annotation) for key, field in fields_of(model).items()}


def _page(told: Any, site: Published, table: Table) -> str:
    """The entry's page below the commune's: where the site that stands has it, else the section's."""
    section = table.kind.section
    tail = section + f"/{told}".rpartition(f"/{section}")[2]
    here = INSIDE.fullmatch(tail) and tail.endswith("/") and site.file(f"{tail}index.html")
    return tail if here else section
