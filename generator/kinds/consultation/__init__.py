"""Consultations (`lay-y-kien/*.yml`; Luật 10/2022/QH15 Đ25-28): what the people are asked, and the answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.core import Draft
from generator.kinds._fulfilment import Answer, answer_of
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.consultation.check import check
from generator.kinds.consultation.model import Consultation
from generator.kinds.consultation.paper import papers
from generator.kinds.consultation.spoken import occasions, spoken
from generator.kinds.consultation.view import SECTION, Sheet, overview, sheet
from generator.province.duties import Moment

__all__ = ["KIND", "Consultation"]

TITLE = "Lấy ý kiến Nhân dân"


def pages(scope: Scope) -> Iterable[Draft]:
    yield Draft(
        SECTION,
        TITLE,
        "consultation/list.html",
        overview(scope),
        f"{scope.commune.office} đang hỏi ý kiến bà con việc gì, góp ý đến ngày nào, đã trả lời ra sao.",
        menu="Lấy ý kiến",
        also=("Góp ý", "Dự thảo lấy ý kiến"),
    )
    for record in scope.commune.all("consultation"):
        shown = sheet(record, scope)
        yield Draft(
            shown.url,
            record.data.name,
            "consultation/consultation.html",
            shown,
            f"Lấy ý kiến Nhân dân: {record.data.name}"[:150],
            section=SECTION,
            record=record,
        )


def card(scope: Scope) -> Card:
    return Card(TITLE, SECTION, tuple(_lines(overview(scope))))


def _lines(sheets: tuple[Sheet, ...]) -> Iterable[str]:
    if not sheets:
        yield "Việc lấy ý kiến: chưa công khai trên trang này."
        return
    waiting = [each for each in sheets if each.open]
    yield f"Đang hỏi bà con {len(waiting)} việc" if waiting else "Hiện không có việc nào đang lấy ý kiến"
    for each in waiting[:1]:
        yield f"{each.consultation.name}: {each.state.split(', ', 1)[1]}"


def answers(scope: Scope) -> Iterable[Answer]:
    """The plan and content when it opens; what came of it, which is missing from its closing until it is told."""
    for record in scope.commune.all("consultation"):
        answer, plan = answer_of(record), record.data.plan
        planned = {Moment.DECIDED: plan.day} if plan and plan.day else {}
        summary = record.data.summary
        yield replace(
            answer,
            duties=("THDC-11.11",),
            moments={**planned, **answer.moments},
            renewed=summary.posted if summary else None,
        )
        if summary:
            yield replace(
                answer,
                duties=("THDC-28.3", "TCTT-17.1b"),
                posted=summary.posted,
                moments={Moment.DECIDED: summary.day},
            )
        elif record.data.until < scope.day:
            yield Answer(record, ("THDC-28.3",), missing=("tổng hợp, trả lời ý kiến Nhân dân",))


KIND = Kind(
    name="consultation",
    title=TITLE,
    section=SECTION,
    files=("lay-y-kien/*.yml",),
    model=Consultation,
    pages=pages,
    check=check,
    spoken=spoken,
    papers=papers,
    occasions=occasions,
    card=card,
    answers=answers,
    order=35,
)
