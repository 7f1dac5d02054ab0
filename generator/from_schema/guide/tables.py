"""The guide's table of the fields of a model: what each is called, what to write there and how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from generator.from_schema.inputs import Form, Input, inputs
from generator.from_schema.spelled import SPELLED
from generator.kinds import kinds

HOW: Mapping[Form, str] = {
    **SPELLED,
    Form.LINE: "Một dòng chữ.",
    Form.PROSE: "Đoạn chữ, xuống dòng được.",
    Form.YEAR: "Năm, như 2026.",
    Form.COUNT: "Số đếm, như 12.",
    Form.NUMBER: "Số, như 12,5.",
    Form.YES_NO: "Ghi có hoặc không.",
    Form.CHOICE: "Chọn một:",
    Form.PHONE: "Số điện thoại.",
    Form.EMAIL: "Địa chỉ thư điện tử.",
    Form.GROUP: "Gồm nhiều ô:",
}
OWNERS: Mapping[str, str] = {
    "thon": "thôn, như trong xa.yml",
    "procedure": "thủ tục",
    "duty": "việc phải công khai, xem ở trang “Công khai đến đâu”",
    "plan": "kế hoạch của tỉnh",
}
"""Whose code a field holds, where that is no kind."""
EXAMPLE = re.compile(r"\d[.,]\d")
"""A number written in a hint: one example is enough."""
SEVERAL = "Ghi được nhiều, mỗi mục một dòng."


@dataclass(frozen=True)
class Row:
    """One field as the guide shows it."""

    title: str
    key: str
    hint: str
    how: tuple[str, ...]
    required: bool
    choices: tuple[tuple[str, str], ...] = ()
    """(code, label) of each, where that is a closed list."""
    group: str = ""
    """Anchor of the table of its own fields."""


@dataclass(frozen=True)
class Table:
    """The fields of one group."""

    anchor: str
    """Empty for the record itself."""
    path: tuple[str, ...]
    """Titles of the groups that lead to it."""
    keys: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(model: type[BaseModel]) -> tuple[Table, ...]:
    """The record's own fields, then each group below it; a group of the same fields stands once."""
    return tuple(_tables(inputs(model), (), {}))


def _tables(
    fields: tuple[Input, ...], above: tuple[Input, ...], known: dict[object, str]
) -> Iterator[Table]:
    new = {}
    for field in fields:
        if field.inside and field.model not in known:
            known[field.model] = new[field.key] = "--".join(f.key for f in (*above, field))
    yield Table(
        "--".join(field.key for field in above),
        tuple(field.title for field in above),
        tuple(field.key for field in above),
        tuple(_row(field, known) for field in fields),
    )
    for field in fields:
        if field.key in new:
            yield from _tables(field.inside, (*above, field), known)


def _row(field: Input, known: Mapping[object, str]) -> Row:
    group = known[field.model] if field.inside else ""
    return Row(field.title, field.key, field.hint, tuple(_how(field)), field.required, field.choices, group)


def _how(field: Input) -> Iterator[str]:
    """The form of a value last, since choices and the link to a group follow it."""
    if field.repeated:
        yield f"Ít nhất {field.least} mục." if field.least > 1 else SEVERAL
    if field.endings:
        yield f"Nhận tệp {', '.join(field.endings)}."
    if field.of:
        yield f"Mã {_owner(field.of)}."
    elif field.form is Form.NUMBER and EXAMPLE.search(field.hint):
        yield "Số."
    else:
        yield HOW[field.form]


def _owner(of: str) -> str:
    """In words: "thôn, như trong xa.yml", or the title of the kind."""
    titles = {kind.name: f"ở mục “{kind.title}”" for kind in kinds()}
    return OWNERS.get(of) or titles[of]
