"""The one canonical writing of a data file: same model, same bytes, whoever wrote it, form or hand.

What forms write is the measure (npm `yaml`, YAML 1.2, no folding); where a YAML 1.1 reader would
take a text for something else, it stands in double quotes as well.
"""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal
from inspect import get_annotations
from pathlib import Path
from typing import Any

from pydantic import BaseModel

NUMBER = re.compile(
    r"[-+]?(0b[01_]+|0o?[0-7_]+|0x[\da-fA-F_]+|\d[\d_.,]*([eE][-+]?\d+)?|\.[\d_]+([eE][-+]?\d+)?"
    r"|\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?|\.(inf|Inf|INF|nan|NaN|NAN))"
)
"""Whole, octal, hexadecimal, decimal and base 60, as YAML 1.1, YAML 1.2 or Ruby reads them."""
WORD = re.compile(r"~|null|y|n|yes|no|on|off|true|false|=|<<", re.IGNORECASE)
MOMENT = re.compile(r"\d{4}-\d\d?-\d\d?([Tt]|[ \t]+)\d.*")
"""A day with a time: some readers move it to another time zone. A day alone is read as that day."""
THOUSANDS = re.compile(r"-?\d{1,3}\.\d{3}")
"""What may be a whole number as Vietnamese write it."""
INDICATOR = re.compile(r"[-?:]( |$)|[,\[\]{}#&*!|>'\"%@` ]|---|\.\.\.")
"""At the start of a text; elsewhere: a colon before a space or the end, a space before #."""
INSIDE = re.compile(r":( |$)| #| $", re.MULTILINE)
ENTRY = re.compile(r"-|[–—•●▪◦*+·][ \t]|[“”„‟‘’].*[“”‘’\"']$|[a-z][a-z0-9_]*([ \t]*：|:(?!//))")
"""At the start of a text: what people mean as an item, a key or a quotation mark of YAML."""
ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Not shown by an editor, or a line break to one reader and not to another: written as an escape."""
STEP = "  "


def as_yaml(model: BaseModel) -> bytes:
    """The file's bytes, UTF-8: keys in the order of the model, what is empty or a default left out."""
    return ("\n".join(_lines(as_tree(model))) + "\n").encode()


def as_tree(model: BaseModel) -> Any:
    """The model under its YAML keys in canonical order, values as their serializers give them."""
    return _ordered(model, model.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True))


def put(path: Path, content: bytes) -> None:
    """Write beside and replace, so that no moment shows half a file; the file keeps its mode."""
    beside = path.with_name(f".{path.name}.dang-ghi")
    beside.unlink(missing_ok=True)
    with beside.open("xb") as file:
        file.write(content)
    with suppress(FileNotFoundError):
        beside.chmod(stat.S_IMODE(path.lstat().st_mode))
    beside.replace(path)


def _ordered(value: Any, dumped: Any) -> Any:
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        keys = ((name, fields[name].alias or name) for name in in_order(type(value)))
        return {key: _ordered(getattr(value, name), dumped[key]) for name, key in keys if key in dumped}
    if isinstance(value, list):
        return [_ordered(item, written) for item, written in zip(value, dumped, strict=True)]
    return dumped


def in_order(model: type[BaseModel]) -> list[str]:
    """Names of a model's fields as files list them: its own first, then what it shares with others."""
    declared = (name for base in model.__mro__ for name in get_annotations(base))
    return list(dict.fromkeys(name for name in declared if name in model.model_fields))


def _lines(value: Any) -> Iterator[str]:
    """The lines of a whole value, not indented."""
    if isinstance(value, dict) and value:
        for key, item in value.items():
            yield from _entry(f"{_one_line(key)}:", item)
    elif isinstance(value, list) and value:
        for item in value:
            yield from _item(item)
    else:
        yield _one_line(value)


def _entry(head: str, value: Any) -> Iterator[str]:
    """A key, or the dash of an item, with its value beside or below."""
    if isinstance(value, (dict, list)) and value:
        yield head
        yield from _indented(_lines(value))
    elif isinstance(value, str) and "\n" in value and _stands_as_it_is(value):
        yield f"{head} |{'' if value.endswith(chr(10)) else '-'}"
        yield from _indented(value.removesuffix("\n").split("\n"))
    else:
        yield f"{head} {_one_line(value)}"


def _item(value: Any) -> Iterator[str]:
    if isinstance(value, (dict, list)) and value:
        first, *others = _lines(value)
        yield f"- {first}"
        yield from _indented(others)
    else:
        yield from _entry("-", value)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"{STEP}{line}" if line else "" for line in lines)


def _stands_as_it_is(text: str) -> bool:
    """Whether a block of lines gives exactly this text back to every reader."""
    inner = text.removesuffix("\n")
    return not ODD.search(text) and inner == inner.strip(" \n")


def _one_line(value: Any) -> str:
    """A single value; one that only looks like a number is quoted, one that is a number is not."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return _decimal(value)
    if isinstance(value, (dict, list)):
        return "{}" if isinstance(value, dict) else "[]"
    if isinstance(value, int | date):
        return str(value)
    return _quoted(value) if _misread(value) else value


def _decimal(value: Decimal) -> str:
    """Without zeros at the end, which forms do not keep; but for one that tells "1.2340" from 1.234, a thousand."""
    digits = f"{value.normalize() + 0:f}"
    kept = THOUSANDS.fullmatch(digits) and f"{value:f}" != digits
    return _quoted(f"{digits}0") if kept else digits


def _misread(text: str) -> bool:
    """Whether some YAML reader would take the bare text for anything but this text."""
    return (
        not text
        or "\n" in text
        or any(form.fullmatch(text) for form in (NUMBER, WORD, MOMENT))
        or any(form.search(text) for form in (ODD, INSIDE))
        or any(form.match(text) for form in (INDICATOR, ENTRY))
    )


def _quoted(text: str) -> str:
    plain = json.dumps(text, ensure_ascii=False)
    return ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)
