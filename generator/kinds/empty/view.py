"""What the page and the table of the declarations show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.fields.base import Model, given
from generator.kinds._kind import Scope
from generator.kinds.empty.model import Declaration


@dataclass(frozen=True)
class Line:
    """One declaration with the duty in words."""

    title: str
    declaration: Declaration


class Row(Model):
    """One declaration, for a spreadsheet."""

    duty: str = given("nghia_vu", "Mã nghĩa vụ", "Mã.")
    title: str = given("ten", "Phải công khai gì", "Lời thường.")
    period: str = given("ky", "Kỳ", "Kỳ không phát sinh.")
    person: str = given("nguoi_khai", "Người chịu trách nhiệm", "Họ tên.")
    post: str = given("chuc_vu", "Chức vụ", "Chức vụ.")
    day: date = given("ngay", "Ngày khai", "Ngày ký lời khai.")


def lines(scope: Scope) -> tuple[Line, ...]:
    """The declarations, newest period first."""
    record = scope.commune.one("empty")
    entries = record.data.entries if record else []
    found = sorted(entries, key=lambda each: (each.period.end, each.duty), reverse=True)
    return tuple(Line(_title(each, scope), each) for each in found)


def _title(declaration: Declaration, scope: Scope) -> str:
    same = (duty for duty in scope.province.duties if duty.id == declaration.duty)
    return next((duty.title for duty in same), declaration.duty)


def rows(scope: Scope) -> Iterable[Row]:
    for line in lines(scope):
        each = line.declaration
        yield Row.model_construct(
            duty=each.duty,
            title=line.title,
            period=str(each.period),
            person=each.person,
            post=each.post,
            day=each.day,
        )
