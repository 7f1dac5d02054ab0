"""What a loudspeaker says of a project: state, place, money, how far it is, whom to ask."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.project.choices import Status
from generator.kinds.project.model import Project
from generator.kinds.project.view import sheet
from generator.words.money import say_short_money


def spoken(record: Record[Project], scope: Scope) -> Iterable[str]:
    project, shown = record.data, sheet(record, scope)
    yield f"Dự án: {project.name}."
    yield f"Tình trạng: {project.status.label}."
    if project.place:
        yield f"Địa điểm: {project.place}."
    if project.total is not None:
        yield f"Tổng mức đầu tư {say_short_money(project.total)}."
    yield from (f"{part.name}: {say_short_money(part.amount)}." for part in shown.funding)
    if project.status is not Status.PREPARING:
        yield from (f"{each.name}: {each.figure}." for each in shown.measures if each.figure[:1].isdigit())
    yield from (f"{delay.text}." for delay in shown.current)
    if project.investor:
        yield f"Chủ đầu tư: {project.investor.name}."
