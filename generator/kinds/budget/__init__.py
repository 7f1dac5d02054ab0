"""The commune's budget: draft, decided, as it is carried out, settled; what is there and what is late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.core import Draft
from generator.fields.period import Period
from generator.kinds._fulfilment import Answer, answer_of
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.budget.check import check
from generator.kinds.budget.model import MONTHS, Budget, Stage
from generator.kinds.budget.overview import Overview, overview, spent
from generator.kinds.budget.paper import papers
from generator.kinds.budget.spoken import spoken
from generator.kinds.budget.table import rows
from generator.kinds.budget.view import DUTIES, SECTION, sheet
from generator.province.duties import Moment

__all__ = ["KIND", "Budget"]

TITLE = "Ngân sách"
GENERAL = ("THDC-11.2", "TCTT-17.1d")
"""What every stage fulfils beside its own duty."""


def pages(scope: Scope) -> Iterable[Draft]:
    yield Draft(
        SECTION,
        TITLE,
        "budget/list.html",
        overview(scope),
        f"Ngân sách {scope.commune.name}: thu bao nhiêu, chi vào việc gì, còn thiếu báo cáo nào.",
        menu=TITLE,
        also=("Thu, chi của xã", "Dự toán, quyết toán"),
    )
    for record in scope.commune.all("budget"):
        shown = sheet(record, scope)
        yield Draft(
            shown.url,
            shown.title,
            "budget/budget.html",
            shown,
            f"{shown.title}: thu, chi, so với dự toán.",
            section=SECTION,
            record=record,
        )


def card(scope: Scope) -> Card:
    return Card(TITLE, SECTION, tuple(_lines(overview(scope))), action="Xem thu, chi của xã")


def _lines(found: Overview | None) -> Iterable[str]:
    if found is None:
        yield "Thu, chi ngân sách: chưa công khai trên trang này."
        return
    yield spent(found)
    if found.now.missing:
        count = len(found.now.overdue)
        late = (
            ", đều đã quá hạn" if count == found.now.missing else f", {count} đã quá hạn" if count else ""
        )
        yield f"Còn thiếu {found.now.missing} nội dung của năm {found.now.year}{late}"


def answers(scope: Scope) -> Iterable[Answer]:
    """Each stage for its own duty and the general ones; deadlines count from the days that it tells."""
    for record in scope.commune.all("budget"):
        budget: Budget = record.data
        told = {
            Moment.SESSION: budget.session,
            Moment.REPORTED: budget.reported,
            Moment.DECIDED: budget.decided or (None if budget.decision else budget.reported),
        }
        moments = {moment: day for moment, day in told.items() if day}
        answer = answer_of(record)
        duties = (DUTIES[budget.stage], *GENERAL)
        yield replace(answer, duties=duties, moments={**answer.moments, **moments})


def cure(duty: str, period: Period | None) -> str:
    """ "ngan-sach/2026-9-thang.yml, giai_doan: thuc_hien_9_thang" """
    for stage in Stage:
        if period and DUTIES[stage] == duty and MONTHS.get(stage, 12) == period.end.month:
            name = f"{MONTHS[stage]}-thang" if stage in MONTHS else stage.value.replace("_", "-")
            return f"{SECTION}{period.end.year}-{name}.yml, giai_doan: {stage.value}"
    return ""


KIND = Kind(
    name="budget",
    title=TITLE,
    section=SECTION,
    files=("ngan-sach/*.yml",),
    model=Budget,
    pages=pages,
    spoken=spoken,
    check=check,
    card=card,
    papers=papers,
    rows=rows,
    answers=answers,
    cure=cure,
    order=35,
)
