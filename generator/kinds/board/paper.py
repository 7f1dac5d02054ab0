"""Who sits on a board, on the wall: names, what they look at, how to send them word (Luật 10/2022/QH15 Đ36, Đ41)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet, paragraphs
from generator.kinds._spoken import paper
from generator.kinds.board.view import Sheet as Shown
from generator.kinds.board.view import sheet
from generator.words.letters import small


def papers(scope: Scope) -> Iterator[Sheet]:
    """Of boards that are at work; nobody sends word to one that is dissolved."""
    for record in scope.commune.all("board"):
        shown = sheet(record, scope)
        if not shown.board.over(scope.day):
            name = shown.url.strip("/")
            yield Sheet(name, shown.title, "board/members.typ", _facts(shown), shown.url, record)


def _facts(shown: Shown) -> dict[str, Any]:
    board, contact, plan = shown.board, shown.board.contact, next(iter(shown.plans), None)
    return {
        "state": shown.state,
        "term": f"Nhiệm kỳ: {small(shown.term)}" if shown.term else "",
        "recognition": " ".join(paper(board.recognition, "đã công nhận")),
        "seats": [
            {"name": seat.name, "role": seat.role, "thon": seat.thon, "side": seat.side}
            for seat in shown.seats
        ],
        "sides": shown.sides,
        "period": small(plan.period) if plan else "",
        "plan": paragraphs(plan.text) if plan else [],
        "who": (contact.name or "") if contact else "",
        "post": contact.post if contact else "",
        "phone": (contact.phone or "") if contact else "",
        "email": (contact.email or "") if contact else "",
    }
