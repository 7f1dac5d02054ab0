"""Matters that residents decide (`dan-ban/*.yml`; Luật 10/2022/QH15 Đ15-23): question, vote, recognition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.core import Draft
from generator.kinds._fulfilment import Answer, answer_of
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds._thon import thon_names
from generator.kinds.decision.check import check
from generator.kinds.decision.model import Decision
from generator.kinds.decision.result import rules_of
from generator.kinds.decision.spoken import occasions, spoken
from generator.kinds.decision.tasks import tasks
from generator.kinds.decision.view import SECTION, Sheet, overview, sheet
from generator.province.duties import Moment
from generator.words.letters import small

__all__ = ["KIND", "Decision"]

TITLE = "Nhân dân bàn và quyết định"
DUTIES = ("THDC-23",)


def pages(scope: Scope) -> Iterable[Draft]:
    yield Draft(
        SECTION,
        TITLE,
        "decision/list.html",
        overview(scope),
        f"Bà con {scope.commune.name} đã bàn, biểu quyết việc gì, bao nhiêu hộ tán thành, kết quả ra sao.",
        also=("Họp thôn", "Dân bàn, dân quyết"),
    )
    for record in scope.commune.all("decision"):
        shown = sheet(record, scope)
        yield Draft(
            shown.url,
            record.data.name,
            "decision/decision.html",
            shown,
            f"Nhân dân bàn và quyết định: {record.data.name}"[:150],
            section=SECTION,
            record=record,
            basis=rules_of(record.data),
        )


def card(scope: Scope) -> Card:
    return Card(TITLE, SECTION, tuple(_lines(overview(scope))))


def _lines(sheets: tuple[Sheet, ...]) -> Iterable[str]:
    if not sheets:
        yield "Việc Nhân dân bàn và quyết định: chưa công khai trên trang này."
        return
    yield f"{len(sheets)} việc bà con bàn và biểu quyết"
    yield f"{sheets[0].decision.name}: {small(sheets[0].state)}"


def answers(scope: Scope) -> Iterable[Answer]:
    """The result of a vote that was counted; open where the day of one is past and no result told."""
    names = thon_names(scope)
    for record in scope.commune.all("decision"):
        open_in = [names.get(v.thon, v.thon) for v in record.data.uncounted(scope.day)]
        if open_in:
            yield Answer(record, DUTIES, missing=(f"kết quả kiểm phiếu ở {', '.join(open_in)}",))
        if held := record.data.last_vote:
            answer = answer_of(record)
            yield replace(answer, duties=DUTIES, moments={Moment.HELD: held, **answer.moments})


KIND = Kind(
    name="decision",
    title=TITLE,
    section=SECTION,
    files=("dan-ban/*.yml",),
    model=Decision,
    pages=pages,
    spoken=spoken,
    occasions=occasions,
    check=check,
    card=card,
    answers=answers,
    tasks=tasks,
    order=36,
)
