"""Declared empty (`khong-phat-sinh.yml`): for this duty and period there was nothing to disclose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.core import Draft
from generator.kinds._fulfilment import Answer
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.empty.check import check
from generator.kinds.empty.model import Declarations
from generator.kinds.empty.spoken import spoken
from generator.kinds.empty.view import lines, rows
from generator.province.verdicts import DutyStanding, by_duty, standing_of

__all__ = ["KIND", "Declarations"]

TITLE = "Khai không phát sinh"
SECTION = "khong-phat-sinh/"


def pages(scope: Scope) -> Iterable[Draft]:
    record = scope.commune.one("empty")
    yield Draft(
        SECTION,
        TITLE,
        "empty/list.html",
        lines(scope),
        f"Những việc {scope.commune.name} khai là không có gì để công khai trong kỳ: ai khai, ngày nào.",
        data=record.data if record else None,
    )


def card(scope: Scope) -> Card:
    """On the home page it stands for all duties: how far publication has come."""
    return Card("Công khai đến đâu", "cong-khai/", tuple(_lines(scope)), action="Xem từng mục")


def _lines(scope: Scope) -> Iterable[str]:
    if not scope.verdicts:
        yield "Những gì pháp luật đòi xã công khai."
        return
    told = Counter(standing_of(verdicts) for verdicts in by_duty(scope.verdicts))
    yield f"{told[DutyStanding.PUBLISHED]} việc đã công khai"
    yield f"{told[DutyStanding.MISSING]} việc chưa có, {told[DutyStanding.OVERDUE]} việc quá hạn"
    if told[DutyStanding.COMING]:
        yield f"{told[DutyStanding.COMING]} việc sắp đến hạn"


def answers(scope: Scope) -> Iterable[Answer]:
    """None: a declaration fulfils no duty, it says that there was nothing to fulfil it with."""
    return ()


KIND = Kind(
    name="empty",
    title=TITLE,
    section=SECTION,
    files=("khong-phat-sinh.yml",),
    model=Declarations,
    pages=pages,
    spoken=spoken,
    check=check,
    card=card,
    rows=rows,
    answers=answers,
    order=900,
    prominent=True,
)
