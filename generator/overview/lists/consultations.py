"""Who asks the people what, now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from generator.core import Draft
from generator.kinds.consultation import KIND
from generator.overview.records import Records
from generator.province import Unit
from generator.words.dates import say_days_left

LATELY = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Question:
    """What the list keeps of one consultation."""

    unit: Unit
    url: str
    id: str
    name: str
    since: date
    until: date
    concerned: str
    answers: int | None
    """How many the summary tells; None where there is no summary."""


@dataclass(frozen=True)
class Asked:
    """Facts of the page."""

    day: date
    open: tuple[Question, ...]
    """The first to close comes first."""
    coming: tuple[Question, ...]
    closed: tuple[Question, ...]
    """Within the last two months, the latest first."""

    def left(self, question: Question) -> str:
        return say_days_left(question.until, self.day)


def questions(records: Records, day: date) -> Iterator[Question]:
    """Of one commune: what is open, comes or was closed lately."""
    for one in records.of(KIND):
        data = one.data
        if data.until >= day - LATELY:
            answers = data.summary.count if data.summary else None
            yield Question(
                one.unit, one.url, data.id, data.name, data.since, data.until, data.concerned or "", answers
            )


def consultations(found: Sequence[Question], day: date) -> Draft:
    until, since = attrgetter("until"), attrgetter("since")
    facts = Asked(
        day,
        open=tuple(sorted((one for one in found if one.since <= day <= one.until), key=until)),
        coming=tuple(sorted((one for one in found if one.since > day), key=since)),
        closed=tuple(sorted((one for one in found if one.until < day), key=until, reverse=True)),
    )
    lead = "Xã, phường nào đang hỏi ý kiến Nhân dân, về việc gì, đến ngày nào."
    title = "Đang lấy ý kiến"
    return Draft("lay-y-kien/", title, "province/lay-y-kien.html", facts, lead, menu=title)
