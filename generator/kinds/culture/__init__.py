"""Service culture: how officials must behave, what inspections found, which letters went to citizens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.core import Draft, Record
from generator.kinds._fulfilment import Answer, answer_of
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.culture.check import check
from generator.kinds.culture.model import Culture, Inspection
from generator.kinds.culture.paper import papers
from generator.kinds.culture.spoken import spoken
from generator.kinds.culture.view import rows, sheet
from generator.province.duties import Moment

__all__ = ["KIND", "Culture"]

TITLE = "Văn hóa công vụ"
SECTION = "van-hoa-cong-vu/"


def pages(scope: Scope) -> Iterable[Draft]:
    yield Draft(
        SECTION,
        TITLE,
        "culture/culture.html",
        sheet(scope),
        f"Cán bộ {scope.commune.name} phải cư xử với dân thế nào; kết quả kiểm tra; thư chúc mừng, chia buồn, xin lỗi.",
        record=scope.commune.one("culture"),
        also=("Quy tắc ứng xử", "4 xin, 4 luôn, 5 không", "Thư xin lỗi, thư chúc mừng"),
    )


def card(scope: Scope) -> Card:
    found = sheet(scope)
    names = ", ".join(rule.title for rule in found.conduct) if found else ""
    line = f"{names}; kết quả kiểm tra" if names else "Cán bộ phải cư xử với dân thế nào"
    return Card(TITLE, SECTION, (line if found else "Chưa công khai trên trang này.",))


def answers(scope: Scope) -> Iterable[Answer]:
    """The rules of conduct; and each result of an inspection, which counts from the document that tells it."""
    for record in scope.commune.all("culture"):
        yield replace(answer_of(record), duties=("THDC-11.4",))
        yield from (_result(record, found) for found in record.data.inspections)


def _result(record: Record[Culture], found: Inspection) -> Answer:
    decided = found.document.day if found.document else None
    return Answer(
        record,
        ("THDC-11.10",),
        name=f"{found.by}, {found.period}",
        posted=found.posted,
        moments={Moment.DECIDED: decided} if decided else {},
        forms=tuple(record.data.disclosure.forms),
    )


KIND = Kind(
    name="culture",
    title=TITLE,
    section=SECTION,
    files=("van-hoa-cong-vu.yml",),
    model=Culture,
    pages=pages,
    spoken=spoken,
    papers=papers,
    check=check,
    card=card,
    rows=rows,
    answers=answers,
    order=60,
)
