"""The initiative itself: the tasks of the province's plan, how far each has come, which thôn were reached."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Draft
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.initiative.check import check
from generator.kinds.initiative.model import Initiative
from generator.kinds.initiative.spoken import spoken
from generator.kinds.initiative.view import rows, sheet

__all__ = ["KIND", "Initiative"]

TITLE = "Mô hình chính quyền thân thiện"
SECTION = "mo-hinh/"


def pages(scope: Scope) -> Iterable[Draft]:
    yield Draft(
        SECTION,
        TITLE,
        "initiative/initiative.html",
        sheet(scope),
        f"Mô hình chính quyền thân thiện ở {scope.commune.name}: từng nhiệm vụ đã làm đến đâu, thôn nào đã họp.",
        record=scope.commune.one("initiative"),
        also=("Chính quyền thân thiện, Nhân dân phát huy quyền làm chủ", "Tuyên truyền dân chủ ở cơ sở"),
    )


def card(scope: Scope) -> Card:
    found = sheet(scope)
    told = "; ".join(f"{count} việc {name.lower()}" for name, count in found.counts) if found else ""
    return Card(TITLE, SECTION, (told if told else "Chưa công khai trên trang này.",))


KIND = Kind(
    name="initiative",
    title=TITLE,
    section=SECTION,
    files=("mo-hinh.yml",),
    model=Initiative,
    pages=pages,
    spoken=spoken,
    check=check,
    card=card,
    rows=rows,
    order=65,
)
