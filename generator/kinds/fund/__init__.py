"""Funds and contributions: what for, by which decision, collected, spent, left, who looked at it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.core import Draft
from generator.kinds._fulfilment import Answer, answer_of
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.fund.check import check
from generator.kinds.fund.model import Fund, FundType
from generator.kinds.fund.spoken import spoken
from generator.kinds.fund.table import rows
from generator.kinds.fund.view import SECTION, Overview, overview, sheet
from generator.province.duties import Moment
from generator.words.money import say_short_money

__all__ = ["KIND", "Fund"]

TITLE = "Quỹ và khoản đóng góp"
DUTIES = ("THDC-11.5", "TCTT-17.1dd")
GIFTS = "THDC-11.8"
"""What people and organisations gave of their own will (Luật 10/2022/QH15 Đ11 k8)."""


def pages(scope: Scope) -> Iterable[Draft]:
    yield Draft(
        SECTION,
        TITLE,
        "fund/list.html",
        overview(scope),
        f"Quỹ và khoản đóng góp ở {scope.commune.name}: thu bao nhiêu, chi việc gì, còn bao nhiêu.",
        also=("Đóng góp, ủng hộ",),
    )
    for record in scope.commune.all("fund"):
        shown = sheet(record)
        yield Draft(
            shown.url,
            record.data.name,
            "fund/fund.html",
            shown,
            f"{record.data.name}: đã thu, đã chi, còn lại, ai giám sát.",
            section=SECTION,
            record=record,
        )


def card(scope: Scope) -> Card:
    return Card(TITLE, SECTION, tuple(_lines(overview(scope))), action="Xem thu, chi từng quỹ")


def _lines(found: Overview | None) -> Iterable[str]:
    if found is None:
        yield "Quỹ, khoản đóng góp: chưa công khai trên trang này."
        return
    yield f"{len(found.sheets)} quỹ, khoản đóng góp"
    if found.told:
        yield f"Còn lại {say_short_money(found.left)}"


def answers(scope: Scope) -> Iterable[Answer]:
    """The deadline counts from the decision that the money is collected by; gifts have a clause of their own."""
    for record in scope.commune.all("fund"):
        basis, answer = record.data.basis, answer_of(record)
        decided = {Moment.DECIDED: basis.day} if basis and basis.day else {}
        gifts = (GIFTS,) if record.data.type is FundType.SPONSORSHIP else ()
        yield replace(answer, duties=(*DUTIES, *gifts), moments={**decided, **answer.moments})


KIND = Kind(
    name="fund",
    title=TITLE,
    section=SECTION,
    files=("quy/*.yml",),
    model=Fund,
    pages=pages,
    spoken=spoken,
    check=check,
    card=card,
    rows=rows,
    answers=answers,
    order=55,
)
