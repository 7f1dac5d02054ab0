"""A model as somebody fills it in: each field with its label, its help and the form of its value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from annotated_types import MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.canonical import in_order
from generator.fields import (
    clock,
    codes,
    contact,
    dates,
    documents,
    figure,
    link,
    money,
    numbers,
    percent,
    period,
    text,
)
from generator.fields.attachment import Attachment, Picture
from generator.fields.choice import Choice
from generator.fields.declared import Declared, declared
from generator.fields.phone import read_phone


class Form(Enum):
    """How a value is filled in."""

    LINE = "line"
    PROSE = "prose"
    """Several lines of Markdown."""
    DAY = "day"
    CLOCK = "clock"
    HOURS = "hours"
    PERIOD = "period"
    YEAR = "year"
    MONEY = "money"
    """Whole đồng."""
    COUNT = "count"
    NUMBER = "number"
    PERCENT = "percent"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CODE = "code"
    """An id without tone marks and spaces."""
    PHONE = "phone"
    EMAIL = "email"
    LINK = "link"
    FILE = "file"
    PICTURE = "picture"
    GROUP = "group"


READ: Mapping[Callable[[Any], Any], Form] = {
    text.read_prose: Form.PROSE,
    text.read_yes_no: Form.YES_NO,
    dates.read_day: Form.DAY,
    dates.read_year: Form.YEAR,
    dates.read_clock: Form.CLOCK,
    clock.read_hour_of_day: Form.CLOCK,
    dates.read_hours: Form.HOURS,
    period.read_period: Form.PERIOD,
    money.read_dong: Form.MONEY,
    numbers.read_count: Form.COUNT,
    numbers.read_decimal: Form.NUMBER,
    figure.read_figure: Form.NUMBER,
    contact.read_coordinate: Form.NUMBER,
    percent.read_percent: Form.PERCENT,
    codes.read_record_id: Form.CODE,
    codes.read_unit_code: Form.CODE,
    codes.read_procedure_code: Form.CODE,
    codes.read_key: Form.CODE,
    documents.read_document_number: Form.LINE,
    read_phone: Form.PHONE,
    contact.read_email: Form.EMAIL,
    link.read_link: Form.LINK,
}
"""What is read by anything else is a line of text."""
PATTERNS: Mapping[Callable[[Any], Any], str] = {
    codes.read_record_id: codes.RECORD.pattern,
    codes.read_unit_code: codes.UNIT.pattern,
    codes.read_procedure_code: codes.PROCEDURE.pattern,
    codes.read_key: codes.KEY.pattern,
    contact.read_email: contact.EMAIL.pattern,
}
"""What the whole of a value looks like, as any regular expression of JavaScript says it too."""


@dataclass(frozen=True)
class Input:
    """One field to be filled in."""

    name: str
    """Attribute of the model."""
    key: str
    """The YAML key."""
    title: str
    hint: str
    form: Form
    required: bool
    repeated: bool
    least: int
    """So many items at least, where it is repeated."""
    choices: tuple[tuple[str, str], ...] = ()
    """(code, label) of each, where that is a closed list."""
    endings: tuple[str, ...] = ()
    """Of the files that are taken."""
    pattern: str = ""
    """Regular expression of a whole value; empty where any text may stand."""
    of: str = ""
    """Whose code it is: "thon", "procedure" or the name of a kind; empty for its own."""
    model: type[BaseModel] | None = None
    inside: tuple[Input, ...] = ()
    """The fields of a group."""


@cache
def inputs(model: type[BaseModel]) -> tuple[Input, ...]:
    """The fields of a model in the order of its files: its own first, then what it shares with others."""
    return tuple(_input(name, model.model_fields[name]) for name in in_order(model))


def _input(name: str, info: FieldInfo) -> Input:
    found = declared(info)
    least, whose = found.marked(MinLen), found.marked(codes.CodeOf)
    group = found.type if _is(found.type, BaseModel) else None
    return Input(
        name=name,
        key=info.alias or name,
        title=info.title or name,
        hint=info.description or "",
        form=_form(found),
        required=info.is_required(),
        repeated=found.repeated,
        least=least.min_length if least else 0,
        choices=tuple((m.value, m.label) for m in found.type) if _is(found.type, Choice) else (),
        endings=tuple(sorted(found.type.endings)) if _is(found.type, Attachment) else (),
        pattern=PATTERNS.get(found.reader, "") if found.reader else "",
        of=whose.what if whose else "",
        model=group,
        inside=inputs(group) if group else (),
    )


def _form(found: Declared) -> Form:
    if found.reader is not None:
        return READ.get(found.reader, Form.LINE)
    for kind, form in (
        (BaseModel, Form.GROUP),
        (Choice, Form.CHOICE),
        (Picture, Form.PICTURE),
        (Attachment, Form.FILE),
    ):
        if _is(found.type, kind):
            return form
    return Form.LINE


def _is(form: Any, kind: type) -> bool:
    return isinstance(form, type) and issubclass(form, kind)
