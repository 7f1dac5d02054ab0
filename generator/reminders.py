"""What is due and overdue in every commune, the soonest first, and which communes cannot be judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.assess import assess, tasks
from generator.check import check
from generator.core import Problem, count_levels
from generator.kinds._fulfilment import Task
from generator.kinds._kind import Scope
from generator.kinds.profile import Standing
from generator.load import commune_folders, kept_province, load_commune
from generator.province import Province
from generator.province.verdicts import Due, Timeliness, Verdict, say_timeliness
from generator.workers import each


@dataclass(frozen=True)
class Reminder:
    """One thing that a commune still has to do by a day."""

    commune: str
    slug: str
    code: str
    what: str
    """With its period: "Tình hình thực hiện ngân sách: 9 tháng đầu năm 2026"."""
    timeliness: Timeliness
    days: int
    due: Due | None
    """None for what is overdue without anybody knowing since when."""
    mend: str
    key: str
    """What tells it from every other, the same from day to day."""
    duty: str = ""
    """Id; empty for what the commune itself has promised."""

    @property
    def label(self) -> str:
        return say_timeliness(self.timeliness, self.days)

    @property
    def rank(self) -> tuple[date, str, str]:
        """By the last day in time; what has no day, but is overdue, before all."""
        return (self.due.day if self.due else date.min, self.code, self.key)


@dataclass(frozen=True)
class Trouble:
    """A commune whose files have errors: its site stays as it was."""

    commune: str
    slug: str
    errors: int
    unread: bool
    """Whether nothing of it could be judged."""


@dataclass(frozen=True)
class Outlook:
    """What lies ahead of all communes that were asked about."""

    reminders: tuple[Reminder, ...]
    troubles: tuple[Trouble, ...]
    prepared: int = 0
    """How many communes have not taken over their site, and so owe nothing yet."""
    judged: tuple[tuple[str, str], ...] = ()
    """(slug, name) of the others, whether they have anything to do or not."""

    def by_commune(self) -> Iterator[tuple[str, str, tuple[Reminder, ...]]]:
        """(slug, name, reminders) of each that was judged, also where it has nothing to do."""
        own: dict[str, list[Reminder]] = {}
        for reminder in self.reminders:
            own.setdefault(reminder.slug, []).append(reminder)
        return ((slug, name, tuple(own.get(slug, ()))) for slug, name in self.judged)


@dataclass(frozen=True)
class _Question:
    province: Province
    day: date
    days: int


class ProvinceError(Exception):
    """The province's own files have errors, so that nothing can be judged."""


def outlook(
    content: Path, province: Path, day: date, days: int, only: tuple[str, ...] = (), jobs: int = 1
) -> Outlook:
    """Everything overdue, and what falls due within so many days.

    Raises: NoSuchCommuneError, ProvinceError
    """
    known, _ = kept_province(province, day)
    if known is None:
        raise ProvinceError(province)
    folders = commune_folders(content, known, only)
    found = list(each(_of_commune, _Question(known, day, days), folders, jobs))
    reminders = sorted((one for each_ in found for one in each_.reminders), key=lambda one: one.rank)
    troubles = sorted((one for each_ in found for one in each_.troubles), key=lambda one: one.slug)
    judged = tuple(one for each_ in found for one in each_.judged)
    return Outlook(tuple(reminders), tuple(troubles), sum(each_.prepared for each_ in found), judged)


def _of_commune(question: _Question, folder: Path) -> Outlook:
    commune, problems = load_commune(folder, question.province)
    if commune is None:
        unit = question.province.unit_called(folder.name)
        return Outlook((), _trouble(unit.name if unit else folder.name, folder.name, problems, unread=True))
    scope = Scope(commune, question.province, question.day)
    troubles = _trouble(commune.name, commune.slug, (*problems, *check(scope)), unread=False)
    found = (*_of_verdicts(scope, question.days), *_of_tasks(scope))
    near = (one for one in found if one.timeliness is Timeliness.OVERDUE or one.days <= question.days)
    prepared = commune.standing == Standing.PREPARED.value
    return Outlook(
        tuple(near), troubles, int(prepared), () if prepared else ((commune.slug, commune.name),)
    )


def _trouble(name: str, slug: str, problems: tuple[Problem, ...], *, unread: bool) -> tuple[Trouble, ...]:
    errors = count_levels(problems)["errors"]
    return (Trouble(name, slug, errors, unread),) if errors else ()


def _of_verdicts(scope: Scope, days: int) -> Iterator[Reminder]:
    """What the law wants and is missing; what has no last day is neither due nor overdue."""
    for verdict in assess(scope, days):
        if verdict.open and verdict.timeliness in (Timeliness.DUE, Timeliness.OVERDUE):
            yield _of_verdict(scope, verdict)


def _of_verdict(scope: Scope, verdict: Verdict) -> Reminder:
    duty, period = verdict.duty, verdict.period
    return Reminder(
        commune=scope.commune.name,
        slug=scope.commune.slug,
        code=scope.commune.code,
        what=f"{duty.title}: {verdict.period_name}" if period else duty.title,
        timeliness=verdict.timeliness,
        days=verdict.days,
        due=verdict.due,
        mend=verdict.mend,
        key=f"{scope.commune.code}-{duty.id}-{period}" if period else f"{scope.commune.code}-{duty.id}",
        duty=duty.id,
    )


def _of_tasks(scope: Scope) -> Iterator[Reminder]:
    for task, timeliness, days in tasks(scope):
        yield _of_task(scope, task, timeliness, days)


def _of_task(scope: Scope, task: Task, timeliness: Timeliness, days: int) -> Reminder:
    return Reminder(
        commune=scope.commune.name,
        slug=scope.commune.slug,
        code=scope.commune.code,
        what=task.what,
        timeliness=timeliness,
        days=days,
        due=task.due,
        mend=task.mend,
        key=f"{scope.commune.code}-{task.record.kind}-{task.record.id}-{task.key}",
        duty=task.duty,
    )
