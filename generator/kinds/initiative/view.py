"""What the page of the initiative shows: every task of the plan with its state, then thôn by thôn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.core import Link
from generator.fields.base import Model, given, maybe
from generator.kinds._kind import Scope
from generator.kinds.initiative.model import Initiative, Session, TaskReport, TaskState
from generator.kinds.initiative.reach import Reach, reach
from generator.province.plans import Plan, PlanTask
from generator.words.money import say_percent

TONES = {TaskState.NOT_YET: "xau", TaskState.UNDER_WAY: "vua", TaskState.STEADY: "tot"}
UNSAID = "Chưa công khai"


@dataclass(frozen=True)
class Shown:
    """One task of the plan; without a report nobody knows how far it has come."""

    task: PlanTask
    report: TaskReport | None
    state: str
    tone: str
    evidence: tuple[Link, ...]


@dataclass(frozen=True)
class Part:
    """The tasks of one part of the plan."""

    id: str
    title: str
    tasks: tuple[Shown, ...]


@dataclass(frozen=True)
class Sheet:
    """Facts of the page."""

    initiative: Initiative
    plan: Plan | None
    parts: tuple[Part, ...]
    counts: tuple[tuple[str, int], ...]
    """How many tasks stand how, only what there is."""
    reach: Reach
    percent: str
    coming: tuple[Session, ...]
    held: int
    people: int
    day: date


class Row(Model):
    """One task on one line of the table."""

    id: str = given("ma", "Mã nhiệm vụ", "Số mục trong kế hoạch.")
    title: str = given("ten", "Nhiệm vụ", "Tên trong kế hoạch.")
    state: str = given("tinh_trang", "Tình trạng", "Bằng lời.")
    day: date | None = maybe("ngay", "Tính đến ngày", "Ngày xem lại.")
    post: str | None = maybe("phu_trach", "Ai phụ trách", "Chức vụ.")
    evidence: int = given("so_minh_chung", "Số minh chứng", "Trang, tệp, liên kết.")


def sheet(scope: Scope) -> Sheet | None:
    """None where the commune has disclosed nothing of it."""
    record = scope.commune.one("initiative")
    if record is None:
        return None
    initiative: Initiative = record.data
    plan = scope.province.plan(initiative.plan)
    tasks = tuple(_tasks(initiative, plan))
    found = reach(initiative, scope)
    held = [session for session in initiative.sessions if session.day <= scope.day]
    counted = Counter(shown.state for shown in tasks)
    return Sheet(
        initiative,
        plan,
        tuple(_parts(tasks)),
        tuple(
            (name, counted[name])
            for name in (*(state.label for state in reversed(TaskState)), UNSAID)
            if counted[name]
        ),
        found,
        say_percent(found.percent) if found.percent is not None else "",
        tuple(sorted((s for s in initiative.sessions if s.day > scope.day), key=lambda s: s.day)),
        len(held),
        sum(session.people or 0 for session in held),
        scope.day,
    )


def rows(scope: Scope) -> Iterable[Row]:
    for record in scope.commune.all("initiative"):
        for shown in _tasks(record.data, scope.province.plan(record.data.plan)):
            report = shown.report
            yield Row.model_construct(
                id=shown.task.id,
                title=shown.task.title,
                state=shown.state,
                day=report.day if report else None,
                post=report.post if report else None,
                evidence=len(shown.evidence),
            )


def _tasks(initiative: Initiative, plan: Plan | None) -> Iterable[Shown]:
    """In the order of the plan, so that a task that is left out is seen."""
    reports = {report.task: report for report in initiative.tasks}
    for task in plan.tasks if plan else ():
        report = reports.get(task.id)
        state, tone = (report.state.label, TONES[report.state]) if report else (UNSAID, "tin")
        yield Shown(task, report, state, tone, tuple(_evidence(report)) if report else ())


def _evidence(report: TaskReport) -> Iterable[Link]:
    for one in report.evidence:
        if url := one.page or one.file or one.link:
            yield Link(one.title, url)


def _parts(tasks: Iterable[Shown]) -> Iterable[Part]:
    for number, (title, found) in enumerate(groupby(tasks, key=lambda shown: shown.task.part), 1):
        yield Part(f"phan-{number}", title, tuple(found))
