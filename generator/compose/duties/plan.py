"""The annual plan of publication (Luật 10/2022/QH15 Đ14 k1): what, how, when, who."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.compose.duties.data import expected, form_names
from generator.compose.duties.places import PLAN, PLAN_TITLE, STATUS
from generator.core import Draft, Link
from generator.kinds._disclosure import disclosure_of
from generator.kinds._kind import Scope
from generator.province import Duty, is_unread
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
class Group:
    """Lines of one family, folded until they are asked for."""

    id: str
    title: str
    lead: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Plan:
    """Facts of the page."""

    year: int
    groups: tuple[Group, ...]
    duty: Duty | None
    """What orders the plan itself."""
    unread: bool
    """Whether nobody has compared any basis with the gazette: said once, not on every line."""
    coming: Link | None
    """Next year's plan."""


LEADS = {
    Family.STANDING: "Xã giữ những nội dung này trên trang quanh năm.",
    Family.PERIODIC: "Đến kỳ thì đăng, không đợi ai nhắc.",
    Family.EVENT: "Có quyết định, có cuộc họp, có khoản chi … thì đăng trong thời hạn.",
}


NEXT = 11
"""The month from which next year's plan stands there too: it is made before the year begins."""


def plans(scope: Scope) -> Iterator[Draft]:
    """This year's, and in its last months next year's, by the law that will be in force then."""
    coming = replace(scope, day=date(scope.day.year + 1, 1, 1)) if scope.day.month >= NEXT else None
    link = Link(f"{PLAN_TITLE} năm {coming.day.year}", f"{PLAN}{coming.day.year}/") if coming else None
    yield _plan(scope, PLAN, link)
    if coming and link:
        yield _plan(coming, link.url)


def _plan(scope: Scope, url: str, coming: Link | None = None) -> Draft:
    who = _responsible(scope)
    duties = tuple(expected(scope))
    rows = tuple(Row(duty, form_names(duty), _when(duty), who.get(duty.id, "")) for duty in duties)
    groups = (_group(family, rows) for family in Family)
    return Draft(
        url,
        f"{PLAN_TITLE} năm {scope.day.year}",
        "duties/plan.html",
        Plan(
            scope.day.year, tuple(g for g in groups if g.rows), scope.duty(ORDER), is_unread(duties), coming
        ),
        f"{scope.commune.name} phải công khai gì, bằng hình thức nào, bao giờ, ai chịu trách nhiệm.",
        section=STATUS,
    )


def _group(family: Family, rows: tuple[Row, ...]) -> Group:
    found = tuple(row for row in rows if row.duty.family is family)
    return Group(family.value.replace("_", "-"), family.label, LEADS[family], found)


def _responsible(scope: Scope) -> dict[str, str]:
    """Who answers for a duty, where all its records name the same post: a thôn's head does not for all thôn."""
    found: dict[str, set[str]] = {}
    for verdict in scope.verdicts:
        disclosure = disclosure_of(verdict.record)
        if disclosure and disclosure.contact:
            found.setdefault(verdict.duty.id, set()).add(disclosure.contact.post)
    return {id: posts.pop() for id, posts in found.items() if len(posts) == 1}


def _when(duty: Duty) -> str:
    cycle = duty.cycle.label if duty.cycle else ""
    if duty.deadline and duty.deadline.number:
        before = "trước" if duty.deadline.before else "sau"
        limit = f"{duty.deadline.number} {duty.deadline.unit.label} {before} {duty.deadline.since.label}"
        return f"{cycle}, {limit}" if cycle else limit
    if duty.family is Family.STANDING:
        return "Lúc nào cũng có; đổi thì sửa ngay"
    return cycle or "Khi có việc"
