"""The board of a project, as it stands beside a building site: whose money, who builds, how far it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.core import Record
from generator.kinds import _paper
from generator.kinds._disclosure import disclosure_of
from generator.kinds._kind import Scope
from generator.kinds.project.model import Project
from generator.kinds.project.parts import Agency
from generator.kinds.project.view import Sheet, sheet
from generator.words.letters import capital
from generator.words.money import say_money, say_percent
from generator.words.sentences import unmarked

STEPS = ("Khởi công", "Hoàn thành")
"""The milestones that a board names."""
MOST = 240
"""Characters of a reason or aim that a board shows; a longer one stands on the page."""


def papers(scope: Scope) -> Iterator[_paper.Sheet]:
    for record in scope.commune.all("project"):
        url = f"du-an/{record.id}/"
        shown = sheet(record, scope)
        yield _paper.Sheet(
            url.strip("/"), shown.project.name, "project/board.typ", _facts(record, shown), url, record
        )


def _facts(record: Record[Project], shown: Sheet) -> dict[str, Any]:
    project = shown.project
    return {
        "tags": [tag.text for tag in shown.tags],
        "rows": [list(row) for row in _rows(shown) if row[1]],
        "times": [
            {"name": step.name, "lines": list(step.lines)}
            for step in shown.milestones
            if step.name in STEPS
        ],
        "measures": [
            {"name": m.name, "percent": m.percent, "figure": m.figure, "detail": m.detail}
            for m in (shown.measures[2], shown.measures[0], shown.measures[1])
        ],
        "delays": [f"{delay.text}." for delay in shown.current],
        "past": [f"{delay.text}." for delay in shown.past],
        "reason": _reason(shown),
        "ask": [list(row) for row in _ask(record, project)],
    }


def _rows(shown: Sheet) -> Iterable[tuple[str, str]]:
    project = shown.project
    thon = ", ".join(link.text for link in shown.thon)
    yield "Địa điểm", "\n".join(filter(None, (project.place, thon)))
    yield "Tổng mức đầu tư", say_money(project.total) if project.total is not None else ""
    yield "Nguồn vốn", "\n".join(_source(part.name, part.amount, part.percent) for part in shown.funding)
    yield "Chủ đầu tư", project.investor.name if project.investor else ""
    yield "Ban quản lý", project.management.name if project.management else ""
    yield "Nhà thầu", "\n".join(f"{p.name}: {p.contractor}" for p in project.packages if p.contractor)
    board = shown.board
    members = f": {board.members} người" if board and board.members else ""
    yield "Dân giám sát", f"Ban Giám sát đầu tư của cộng đồng{members}" if board else ""


def _source(name: str, amount: int, percent: Any) -> str:
    return f"{name}: {say_money(amount)}" + (f" ({say_percent(percent)})" if percent is not None else "")


def _reason(shown: Sheet) -> str:
    reason = unmarked(shown.project.delay_reason or "")
    if shown.unexplained:
        return "chưa công khai trên trang này."
    return reason if len(reason) <= MOST else f"{reason[:MOST].rsplit(' ', 1)[0]} …"


def _ask(record: Record[Project], project: Project) -> Iterable[tuple[str, str]]:
    """Numbers of offices; who answers for the record by post, never by name."""
    agencies: tuple[tuple[str, Agency | None], ...] = (
        ("Chủ đầu tư", project.investor),
        ("Ban quản lý", project.management),
    )
    yield from ((said, agency.phone) for said, agency in agencies if agency and agency.phone)
    disclosure = disclosure_of(record)
    contact = disclosure.contact if disclosure else None
    if contact and contact.phone:
        yield capital(contact.post), contact.phone
