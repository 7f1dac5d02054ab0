"""Satisfaction: how citizens rate the service, what they answered, what was changed because of it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Draft
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.satisfaction.check import check
from generator.kinds.satisfaction.model import Satisfaction
from generator.kinds.satisfaction.spoken import spoken
from generator.kinds.satisfaction.view import rows, sheet
from generator.words.money import say_number

__all__ = ["KIND", "Satisfaction"]

TITLE = "Mức độ hài lòng"
SECTION = "hai-long/"


def pages(scope: Scope) -> Iterable[Draft]:
    yield Draft(
        SECTION,
        TITLE,
        "satisfaction/satisfaction.html",
        sheet(scope),
        f"Đánh giá cán bộ {scope.commune.name} ở đâu, bằng cách nào; bao nhiêu người hài lòng; xã đã thay đổi gì.",
        record=scope.commune.one("satisfaction"),
        also=("Đánh giá cán bộ, một cửa", "Góp ý về phục vụ"),
    )


def card(scope: Scope) -> Card:
    return Card(TITLE, SECTION, (_line(scope),))


def _line(scope: Scope) -> str:
    found = sheet(scope)
    if found is None:
        return "Chưa công khai trên trang này."
    latest = found.latest
    if latest is None or not latest.satisfied:
        return "Đánh giá ở đâu, bằng cách nào"
    return f"{latest.title}: {latest.satisfied} hài lòng, {say_number(latest.rating.valid)} phiếu"


KIND = Kind(
    name="satisfaction",
    title=TITLE,
    section=SECTION,
    files=("hai-long.yml",),
    model=Satisfaction,
    pages=pages,
    spoken=spoken,
    check=check,
    card=card,
    rows=rows,
    order=55,
)
