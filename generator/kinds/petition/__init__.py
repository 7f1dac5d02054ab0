"""Petitions and answers: what people asked the commune to look at, and what it answered, when."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Draft
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.petition.check import check
from generator.kinds.petition.model import Petition
from generator.kinds.petition.spoken import spoken
from generator.kinds.petition.state import duty_of
from generator.kinds.petition.table import rows
from generator.kinds.petition.tasks import tasks
from generator.kinds.petition.view import SECTION, Overview, overview, sheet

__all__ = ["KIND", "Petition"]

TITLE = "Phản ánh, kiến nghị và trả lời"


def pages(scope: Scope) -> Iterable[Draft]:
    yield Draft(
        SECTION,
        TITLE,
        "petition/list.html",
        overview(scope),
        f"Bà con phản ánh, kiến nghị gì với {scope.commune.office}, xã trả lời thế nào, sau bao nhiêu ngày.",
        also=("Kiến nghị của Nhân dân", "Góp ý, phản ánh"),
    )
    for record in scope.commune.all("petition"):
        shown = sheet(record, scope)
        yield Draft(
            shown.url,
            record.data.subject,
            "petition/petition.html",
            shown,
            f"{record.data.subject}: {shown.state.label.lower()}.",
            section=SECTION,
            record=record,
            basis=(duty_of(record.data),),
        )


def card(scope: Scope) -> Card:
    return Card(TITLE, SECTION, tuple(_lines(overview(scope))), action="Xem từng việc")


def _lines(found: Overview | None) -> Iterable[str]:
    if found is None:
        yield "Phản ánh, kiến nghị và trả lời: chưa công khai trên trang này."
        return
    counts = found.tally
    late = f", {counts.late} việc chậm" if counts.late else ""
    yield f"Đã trả lời {counts.answered} trong {counts.all} việc{late}"
    if counts.open:
        over = f", {counts.overdue} việc quá hạn" if counts.overdue else ""
        yield f"{counts.open} việc chưa trả lời{over}"


KIND = Kind(
    name="petition",
    title=TITLE,
    section=SECTION,
    files=("kien-nghi/*.yml",),
    model=Petition,
    pages=pages,
    spoken=spoken,
    check=check,
    card=card,
    rows=rows,
    tasks=tasks,
    order=45,
)
