"""Documents (`van-ban/*.yml`): number, date, issuer, summary, file; each fulfils the duties that it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from generator.core import Draft
from generator.kinds._fulfilment import Answer, answer_of
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.document.check import check
from generator.kinds.document.model import OfficialDocument
from generator.kinds.document.spoken import spoken
from generator.kinds.document.view import SECTION, known_of, latest_first, sheets
from generator.province.duties import Moment

__all__ = ["KIND", "OfficialDocument"]

TITLE = "Văn bản"


def pages(scope: Scope) -> Iterable[Draft]:
    found = sheets(scope)
    yield Draft(
        SECTION,
        TITLE,
        "document/list.html",
        latest_first(found),
        f"Văn bản {scope.commune.office} công khai: số, ngày, nội dung chính, tệp tải về.",
        also=("Quyết định, thông báo, kế hoạch",),
    )
    for record, shown in zip(scope.commune.all("document"), found, strict=True):
        yield Draft(
            shown.url,
            shown.title,
            "document/document.html",
            shown,
            record.data.summary[:150],
            section=SECTION,
            record=record,
        )


def card(scope: Scope) -> Card:
    found = latest_first(sheets(scope))
    lines = [f"{len(found)} văn bản", f"Mới nhất: {found[0].title}"] if found else []
    return Card(TITLE, SECTION, tuple(lines) or ("Văn bản: chưa công khai trên trang này.",))


def answers(scope: Scope) -> Iterable[Answer]:
    """For the duties that it names, and no others; the day of the document sets deadlines going."""
    newer = known_of(scope).newer
    for record in scope.commune.all("document"):
        if record.data.duties:
            answer = answer_of(record)
            moments = {Moment.DECIDED: record.data.day, **record.data.moments, **answer.moments}
            until = _last_day(record.data, newer.get(record.data.id))
            yield replace(answer, duties=tuple(record.data.duties), moments=moments, until=until)


def _last_day(document: OfficialDocument, newer: OfficialDocument | None) -> date | None:
    """By its own dates, or the day before another one takes its place."""
    days = (document.until, newer.starts - timedelta(1) if newer else None)
    return min((day for day in days if day), default=None)


KIND = Kind(
    name="document",
    title=TITLE,
    section=SECTION,
    files=("van-ban/*.yml",),
    model=OfficialDocument,
    pages=pages,
    spoken=spoken,
    check=check,
    card=card,
    answers=answers,
    order=70,
)
