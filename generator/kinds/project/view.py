"""What a project's own page shows, worked out for one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.core import Link, Record
from generator.kinds._answers import Case, cases
from generator.kinds._kind import Scope
from generator.kinds.project.choices import Status, Supervisor
from generator.kinds.project.delays import Delay, delays, is_unexplained
from generator.kinds.project.gaps import gaps
from generator.kinds.project.milestones import Milestone, milestones
from generator.kinds.project.model import Project
from generator.kinds.project.parts import Visit, WorkReport
from generator.kinds.project.progress import Measure, measures
from generator.words.letters import small
from generator.words.money import share

TONES = {Status.RUNNING: "tin", Status.PAUSED: "vua", Status.STOPPED: "xau"}
ANSWERS = ((Supervisor.BOARD, "THDC-45"), (Supervisor.INSPECTION, "THDC-40.1c"))
"""The duties that say how soon a board's recommendation is answered; other bodies have none here."""


@dataclass(frozen=True)
class Tag:
    """A word in a coloured box; `tone` ends its class."""

    text: str
    tone: str


@dataclass(frozen=True)
class Share:
    """One line of a table of money."""

    name: str
    amount: int
    paid: int | None = None
    percent: Decimal | None = None
    note: str | None = None


@dataclass(frozen=True)
class Seen:
    """A supervision visit with what came of its recommendations."""

    visit: Visit
    cases: tuple[Case, ...]


@dataclass(frozen=True)
class Board:
    """The community's supervision board of this project."""

    url: str
    members: int


@dataclass(frozen=True)
class Sheet:
    """Facts of a project's page."""

    day: date
    project: Project
    tags: tuple[Tag, ...]
    lead: str
    """Its field and where it is: "Giao thông · Xóm Nà Mẫu, Bản Khe Đá"."""
    thon: tuple[Link, ...]
    measures: tuple[Measure, ...]
    current: tuple[Delay, ...]
    """Delays that hold on the day."""
    past: tuple[Delay, ...]
    unexplained: bool
    """Whether it is late or halted and no reason is disclosed."""
    reports: tuple[WorkReport, ...]
    """Latest first, as the visits."""
    funding: tuple[Share, ...]
    years: tuple[Share, ...]
    milestones: tuple[Milestone, ...]
    visits: tuple[Seen, ...]
    board: Board | None
    gaps: dict[str, str]
    settled: str
    """How the final account compares with the total investment."""


def sheet(record: Record[Project], scope: Scope) -> Sheet:
    project, found = record.data, delays(record.data, scope.day)
    return Sheet(
        day=scope.day,
        project=project,
        tags=tags(project, scope.day),
        lead=" · ".join(filter(None, (project.sector and project.sector.label, where(project, scope)))),
        thon=thon_links(project, scope),
        measures=measures(project, scope.day),
        current=tuple(delay for delay in found if delay.current),
        past=tuple(delay for delay in found if not delay.current),
        unexplained=is_unexplained(project, scope.day),
        reports=tuple(reversed(project.reports)),
        funding=tuple(_funding(project)),
        years=tuple(_years(project, scope.day)),
        milestones=tuple(milestones(project)),
        visits=tuple(_visits(project, scope)),
        board=_board(project, scope),
        gaps=gaps(project),
        settled=_settled(project),
    )


def tags(project: Project, day: date) -> tuple[Tag, ...]:
    """Its state, and that it is late where it is."""
    state = Tag(
        project.status.label, "tot" if project.status.is_finished else TONES.get(project.status, "mo")
    )
    late = any(delay.current for delay in delays(project, day))
    return (state, Tag("Đang chậm", "xau")) if late else (state,)


def thon_links(project: Project, scope: Scope) -> tuple[Link, ...]:
    """The thôn of a project as the profile names them, to be read as one list: "Xóm A, bản B"."""
    profile = scope.commune.one("profile")
    known = [profile.data.thon_called(id) for id in project.thon] if profile else []
    found = [(thon.full_name, f"thon/#{thon.id}") for thon in known if thon]
    return tuple(Link(name if n == 0 else small(name), url) for n, (name, url) in enumerate(found))


def where(project: Project, scope: Scope) -> str:
    """The thôn by name, else the place in words; empty where neither is disclosed."""
    return ", ".join(link.text for link in thon_links(project, scope)) or project.place or ""


def _funding(project: Project) -> Iterable[Share]:
    for part in project.funding:
        percent = share(part.amount, project.total) if project.total else None
        yield Share(part.source.label, part.amount, percent=percent, note=part.note)


def _years(project: Project, day: date) -> Iterable[Share]:
    for plan in sorted(project.years, key=lambda plan: plan.year):
        percent = None if plan.paid is None else share(plan.paid, plan.planned)
        unpaid = "chưa đến năm" if plan.year > day.year else "chưa công khai"
        yield Share(str(plan.year), plan.planned, plan.paid, percent, unpaid if plan.paid is None else None)


def _visits(project: Project, scope: Scope) -> Iterable[Seen]:
    for visit in sorted(project.visits, key=lambda visit: visit.day, reverse=True):
        yield Seen(visit, visit_cases(visit, scope))


def visit_cases(visit: Visit, scope: Scope) -> tuple[Case, ...]:
    """The recommendations of a visit, judged by the duty of whoever made it."""
    return cases(visit.recommendations, answer_duty(visit), scope)


def answer_duty(visit: Visit) -> str:
    """Id of the duty to answer this visit's recommendations; empty where `nghia-vu.yml` has none."""
    return next((duty for supervisor, duty in ANSWERS if supervisor in visit.by), "")


def _board(project: Project, scope: Scope) -> Board | None:
    """The kind `board` may be absent, and this kind must not import it: only attributes are asked for."""
    for record in scope.commune.all("board"):
        if getattr(record.data, "project", None) == project.id:
            return Board(f"giam-sat/{project.id}/", len(getattr(record.data, "members", ())))
    return None


def _settled(project: Project) -> str:
    if project.settlement is None or not project.total:
        return ""
    saved = project.total - project.settlement.value
    if saved == 0:
        return "bằng tổng mức đầu tư"
    percent = share(abs(saved), project.total)
    return f"{'thấp' if saved > 0 else 'cao'} hơn tổng mức đầu tư {str(percent).replace('.', ',')}%"
