"""The annual plan of publication (Luật 10/2022/QH15 Đ14 k1): what, how, when, who."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.compose.duties.data import expected, form_names
from generator.compose.duties.places import PLAN, PLAN_TITLE, STATUS
from generator.core import Draft
from generator.kinds._disclosure import disclosure_of
from generator.kinds._kind import Scope
from generator.province import Duty
from generator.province.duties import Family

ORDER = "THDC-14.1"


@dataclass(frozen=True)
class Row:
    """One line of the plan."""

    duty: Duty
    forms: str
    when: str
    who: str
    """The post that answers for it; empty where no record tells."""


@dataclass(frozen=True)
class Plan:
    """Facts of the page."""

    year: int
    rows: tuple[Row, ...]
    duty: Duty | None
    """What orders the plan itself."""


def plan(scope: Scope) -> Draft:
    who = dict(_responsible(scope))
    rows = tuple(Row(duty, form_names(duty), _when(duty), who.get(duty.id, "")) for duty in expected(scope))
    return Draft(
        PLAN,
        f"{PLAN_TITLE} năm {scope.day.year}",
        "duties/plan.html",
        Plan(scope.day.year, rows, scope.duty(ORDER)),
        f"{scope.commune.name} phải công khai gì, bằng hình thức nào, bao giờ, ai chịu trách nhiệm.",
        section=STATUS,
    )


def _responsible(scope: Scope) -> Iterable[tuple[str, str]]:
    for verdict in scope.verdicts:
        disclosure = disclosure_of(verdict.record)
        if disclosure and disclosure.contact:
            yield verdict.duty.id, disclosure.contact.post


def _when(duty: Duty) -> str:
    if duty.deadline and duty.deadline.number:
        before = "trước" if duty.deadline.before else "sau"
        return f"{duty.deadline.number} {duty.deadline.unit.label} {before} {duty.deadline.since.label}"
    if duty.family is Family.STANDING:
        return "Lúc nào cũng có; đổi thì sửa ngay"
    return duty.cycle.label if duty.cycle else "Khi có việc"
