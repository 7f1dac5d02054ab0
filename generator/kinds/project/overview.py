"""All projects of a commune at a glance: the section page and the card on the home page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.core import Record
from generator.kinds._kind import Card, Scope
from generator.kinds.project.choices import Status
from generator.kinds.project.delays import delays
from generator.kinds.project.model import Project
from generator.kinds.project.progress import Measure, measures
from generator.kinds.project.view import Tag, tags, where
from generator.words.dates import say_day
from generator.words.order import vi_key

GROUPS = (
    ("dang-thuc-hien", "Đang thực hiện", "đang thực hiện", (Status.RUNNING,)),
    ("tam-dung", "Tạm dừng", "tạm dừng", (Status.PAUSED,)),
    ("chuan-bi", "Đang chuẩn bị", "đang chuẩn bị", (Status.PREPARING,)),
    ("da-xong", "Đã xong", "đã xong", (Status.DONE, Status.SETTLED)),
    ("dung-han", "Dừng hẳn", "dừng hẳn", (Status.STOPPED,)),
)
"""Anchor, heading, words in a count, and the states under it; what is going on comes first."""


@dataclass(frozen=True)
class Entry:
    """One project in the list."""

    url: str
    project: Project
    tags: tuple[Tag, ...]
    where: str
    measures: tuple[Measure, ...]
    late: str
    """How it is late, in a few words; empty where it is not."""


@dataclass(frozen=True)
class Group:
    """Projects in one state."""

    id: str
    title: str
    said: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Sum:
    """Money added over the projects that tell it."""

    amount: int
    told: int
    """How many projects tell it."""


@dataclass(frozen=True)
class Overview:
    """Facts of the section page."""

    day: date
    count: int
    late: int
    groups: tuple[Group, ...]
    total: Sum
    paid: Sum


def overview(scope: Scope) -> Overview | None:
    """None where no project is disclosed."""
    records = scope.commune.all("project")
    if not records:
        return None
    entries = [_entry(record, scope) for record in records]
    totals = [e.project.total for e in entries if e.project.total is not None]
    paid = [e.project.disbursed.amount for e in entries if e.project.disbursed]
    return Overview(
        day=scope.day,
        count=len(entries),
        late=sum(_is_late(entry.project, scope.day) for entry in entries),
        groups=tuple(_groups(entries)),
        total=Sum(sum(totals), len(totals)),
        paid=Sum(sum(paid), len(paid)),
    )


def card(scope: Scope) -> Card:
    lines = tuple(_lines(overview(scope)))
    return Card("Dự án, công trình", "du-an/", lines, action="Xem các dự án")


def _lines(found: Overview | None) -> Iterable[str]:
    if found is None:
        yield "Danh sách dự án, công trình: chưa công khai trên trang này."
        return
    counts = ", ".join(f"{len(group.entries)} {group.said}" for group in found.groups)
    yield f"{found.count} dự án: {counts}"
    if found.late:
        yield f"{found.late} dự án đang chậm so với kế hoạch"
    yield f"Tính đến ngày {say_day(found.day)}"


def _groups(entries: Sequence[Entry]) -> Iterable[Group]:
    for id, title, said, states in GROUPS:
        inside = [entry for entry in entries if entry.project.status in states]
        if inside:
            inside.sort(key=lambda entry: (not entry.late, vi_key(entry.project.name)))
            yield Group(id, title, said, tuple(inside))


def _entry(record: Record[Project], scope: Scope) -> Entry:
    project = record.data
    found = delays(project, scope.day)
    return Entry(
        url=f"du-an/{record.id}/",
        project=project,
        tags=tags(project, scope.day),
        where=where(project, scope),
        measures=measures(project, scope.day),
        late=next((delay.short for delay in found if delay.current or project.status.is_finished), ""),
    )


def _is_late(project: Project, day: date) -> bool:
    return any(delay.current for delay in delays(project, day))
