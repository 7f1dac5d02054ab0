"""The quarter's list of disclosures and the year's plan, to sign and hang (Luật 10/2022/QH15 Đ13 k2, Đ14 k1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.compose import compose
from generator.compose.duties.data import form_names
from generator.compose.duties.plan import Group, Plan
from generator.compose.duties.quarters import Quarter, url_of
from generator.core import Draft
from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet
from generator.kinds._people import current
from generator.paper.hanging import say_bases
from generator.paper.press import Paper
from generator.province import Duty, is_unread
from generator.words.dates import say_day

QUARTER, PLAN = "danh-muc-quy", "ke-hoach-nam"
READ = "Các căn cứ đọc từ bản sao văn bản, chưa đối chiếu Công báo."


def lists(scope: Scope) -> Iterator[Paper]:
    """This quarter's and the last one's, as far as anything was posted; the plans that have a page."""
    wanted = {url_of(*quarter): quarter for quarter in _quarters(scope)}
    for draft in current(scope).once(compose):
        if isinstance(draft.facts, Quarter) and draft.url in wanted:
            year, number = wanted[draft.url]
            yield _paper(f"{QUARTER}/{year}-q{number}", draft, "lists/quarter.typ", _quarter(draft.facts))
        elif isinstance(draft.facts, Plan):
            yield _paper(f"{PLAN}/{draft.facts.year}", draft, "lists/plan.typ", _plan(draft.facts))


def _quarters(scope: Scope) -> tuple[tuple[int, int], ...]:
    year, number = scope.day.year, (scope.day.month - 1) // 3 + 1
    return (year, number), (year, number - 1) if number > 1 else (year - 1, 4)


def _paper(name: str, draft: Draft, template: str, facts: dict[str, Any]) -> Paper:
    return Paper(name, draft.title, (Sheet(name, draft.title, template, facts, draft.url),))


def _quarter(quarter: Quarter) -> dict[str, Any]:
    rows = [
        {"what": row.page.text, "posted": say_day(row.posted), "forms": "\n".join(row.forms)}
        for row in quarter.rows
    ]
    return {"rows": rows, "basis": _basis(quarter.duty)}


def _plan(plan: Plan) -> dict[str, Any]:
    return {
        "groups": [_group(group) for group in plan.groups],
        "basis": _basis(plan.duty),
        "read": READ if is_unread(row.duty for group in plan.groups for row in group.rows) else "",
    }


def _group(group: Group) -> dict[str, Any]:
    rows = [
        {
            "what": row.duty.title,
            "basis": say_bases([row.duty]),
            "forms": form_names(row.duty, "Trang thông tin điện tử"),
            "when": row.when,
            "who": row.who or "Chưa phân công",
        }
        for row in group.rows
    ]
    return {"title": group.title, "lead": group.lead, "rows": rows}


def _basis(duty: Duty | None) -> str:
    return say_bases([duty]) if duty else ""
