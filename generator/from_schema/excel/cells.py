"""Values of a record as cells, and cells as the text that a data file would have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from generator.export.cells import NO, YES
from generator.fields.numbers import write_decimal
from generator.from_schema.inputs import Form, Input
from generator.load.texts.workbook import NOT_FORMAT
from generator.words.dates import say_day
from generator.words.fold import fold

BETWEEN = re.compile(r"[\n;]")
BETWEEN_CODES = re.compile(r"[\n;,]")
"""What parts the items of one cell: each stands on a line of its own; codes and choices also take these."""
CODE_AND_NAME = re.compile(r"(?=[^ ]*[0-9-])([A-Za-z0-9][A-Za-z0-9._-]*) +[^ ].*", re.DOTALL)
"""What a drop-down offers: "1.000656 Đăng ký khai tử"."""
EXACT = ".15g"
"""As many digits as a spreadsheet keeps."""


def shown(field: Input, value: Any, thon: Mapping[str, str]) -> Any:
    """What a cell holds for a value of a canonical tree; items of a list on lines of their own."""
    if value is None:
        return None
    if field.repeated:
        return "\n".join(str(_shown(field, item, thon)) for item in value)
    return _shown(field, value, thon)


def _shown(field: Input, value: Any, thon: Mapping[str, str]) -> Any:
    if field.of == "thon":
        return thon.get(value, value)
    match field.form:
        case Form.CHOICE:
            return dict(field.choices).get(value, value)
        case Form.YES_NO:
            return YES if value else NO
        case Form.DAY:
            return date.fromisoformat(str(value))
        case Form.CLOCK:
            return time.fromisoformat(value)
        case Form.PERCENT if isinstance(value, Decimal):
            return value / 100
    return value


def written(field: Input, value: Any, number_format: str, thon: Mapping[str, str]) -> Any:
    """What the data file would have: a text, a list of texts, "" or [] where the cell is empty."""
    text = text_of(value, number_format, field.form)
    if not field.repeated:
        return _code(field, text, thon)
    parting = BETWEEN_CODES if field.form is Form.CODE else BETWEEN if field.choices else re.compile("\n")
    return [_code(field, part.strip(), thon) for part in parting.split(text) if part.strip()]


def _code(field: Input, text: str, thon: Mapping[str, str]) -> str:
    """The code of a thôn that is named, or that stands before its name; all else is left to its reader."""
    if field.of != "thon":
        return (CODE_AND_NAME.match(text) or (text, text))[1] if field.of else text
    if text in thon:
        return text
    named = [code for code, name in thon.items() if fold(name) == fold(text)]
    short = [code for code, name in thon.items() if fold(name).endswith(f" {fold(text)}")]
    return named[0] if named else short[0] if len(short) == 1 else text


def text_of(value: Any, number_format: str = "", form: Form = Form.LINE) -> str:
    """A cell of any type as somebody would type it; days and times as their readers take them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, int | float | Decimal):
        return _digits(value, number_format, form)
    if isinstance(value, datetime):
        clock = _clock(value.time())
        return say_day(value.date()) if clock == "00:00" else f"{say_day(value.date())} {clock}"
    if isinstance(value, date):
        return say_day(value)
    if isinstance(value, time):
        return _clock(value)
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").strip()


def _clock(found: time) -> str:
    """To the nearest minute where the fraction of a day is a few seconds off it."""
    whole = datetime(2000, 1, 1, found.hour, found.minute, found.second, found.microsecond)
    near = whole + timedelta(seconds=0.5)
    return f"{near:%H:%M}" if near.second == 0 else f"{near:%H:%M:%S}"


def _digits(value: float | Decimal, number_format: str, form: Form) -> str:
    """A number has no doubtful marks: decimals get a comma, and never look like thousands."""
    number = Decimal(format(value, EXACT)) if isinstance(value, float) else Decimal(value)
    share = "%" in NOT_FORMAT.sub("", number_format)
    number = (number * 100 if share else number).normalize()
    whole = number == number.to_integral_value()
    if whole or form not in (Form.NUMBER, Form.PERCENT):
        digits = f"{number:f}"
    elif form is Form.NUMBER:
        digits = write_decimal(number)
    else:
        digits = f"{number:f}".replace(".", ",")
    return f"{digits}%" if share else digits
