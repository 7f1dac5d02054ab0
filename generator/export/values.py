"""A section value by value: every field of every record, for tables that are worked out and show only some."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.core import VALUES
from generator.export.cells import say
from generator.export.section import Section
from generator.fields.base import Model, given
from generator.fields.titles import title_of
from generator.fields.walk import walk
from generator.kinds import kinds
from generator.kinds._kind import Kind, Scope
from generator.kinds._people import by_value
from generator.kinds._thon import thon_names, with_names


class Value(Model):
    """One value of one record on one line."""

    record: str = given("tep", "Tệp", "Tên tệp dữ liệu, không có đuôi.")
    key: str = given("khoa", "Khóa", "Đường dẫn tới giá trị trong tệp; số là mục thứ mấy, đếm từ 0.")
    title: str = given("muc", "Mục", "Tên mục bằng tiếng Việt.")
    value: str = given("gia_tri", "Giá trị", "Giá trị bằng chữ.")


def value_sections(scope: Scope) -> tuple[Section, ...]:
    """Of each kind whose table does not hold its records as they are."""
    names = thon_names(scope)
    found = ((kind, list(_values(kind, scope, names))) for kind in kinds() if by_value(kind))
    return tuple(Section(kind, values, VALUES, "từng giá trị") for kind, values in found if values)


def _values(kind: Kind[Any], scope: Scope, names: dict[str, str]) -> Iterator[Value]:
    for record in kind.records(scope):
        model: BaseModel = with_names(record.data, names)
        for loc, value in walk(model):
            key = "/".join(map(str, loc))
            title = title_of(type(model), loc)
            yield Value.model_construct(record=record.id, key=key, title=title, value=say(value))
