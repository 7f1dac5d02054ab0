"""Dossier results: how many papers came in, how many went out in time, which came late and why."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Draft
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.results.check import check
from generator.kinds.results.model import Results
from generator.kinds.results.spoken import spoken
from generator.kinds.results.table import rows
from generator.kinds.results.view import Sheet, sheet
from generator.words.money import say_number

__all__ = ["KIND", "Results"]

TITLE = "Kết quả giải quyết hồ sơ"
SECTION = "ket-qua-ho-so/"


def pages(scope: Scope) -> Iterable[Draft]:
    yield Draft(
        SECTION,
        TITLE,
        "results/results.html",
        sheet(scope),
        f"Hồ sơ ở {scope.commune.name}: nhận bao nhiêu, trả đúng hẹn bao nhiêu, trễ bao nhiêu, vì sao trễ.",
        record=scope.commune.one("results"),
        also=("Hồ sơ trễ hẹn, lời xin lỗi",),
    )


def card(scope: Scope) -> Card:
    return Card(TITLE, SECTION, tuple(_lines(sheet(scope))), action="Xem kết quả từng tháng")


def _lines(found: Sheet | None) -> Iterable[str]:
    if found is None:
        yield "Hồ sơ nhận, trả, trễ hẹn: chưa công khai trên trang này."
        return
    latest = found.latest
    yield f"{latest.title}: đã trả {say_number(latest.result.resolved)} hồ sơ"
    if latest.in_time:
        yield f"{latest.in_time} đúng hẹn hoặc sớm hơn"
    if latest.result.late:
        yield f"{say_number(latest.result.late)} hồ sơ trễ hẹn"


KIND = Kind(
    name="results",
    title=TITLE,
    section=SECTION,
    files=("ket-qua-ho-so.yml",),
    model=Results,
    pages=pages,
    spoken=spoken,
    check=check,
    card=card,
    rows=rows,
    order=25,
    prominent=True,
)
