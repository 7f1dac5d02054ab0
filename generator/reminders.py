"""What is due and overdue in every commune, the soonest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.assess import assess
from generator.kinds._kind import Scope
from generator.load import commune_folders, load_commune, load_province
from generator.province import Province
from generator.province.verdicts import Timeliness, Verdict
from generator.workers import each


@dataclass(frozen=True)
class Reminder:
    """One thing that a commune still has to make public."""

    commune: str
    code: str
    verdict: Verdict

    @property
    def key(self) -> str:
        """What tells it from every other, the same from day to day."""
        period = f"-{self.verdict.period}" if self.verdict.period else ""
        return f"{self.code}-{self.verdict.duty.id}{period}"


@dataclass(frozen=True)
class _Question:
    province: Province
    day: date
    days: int


class ProvinceError(Exception):
    """The province's own files have errors, so that nothing can be judged."""


def reminders(
    content: Path, province: Path, day: date, days: int, only: tuple[str, ...] = (), jobs: int = 1
) -> tuple[Reminder, ...]:
    """Everything overdue, and what falls due within so many days; a commune that cannot be read is left out.

    Raises: NoSuchCommuneError, ProvinceError
    """
    known, _ = load_province(province)
    if known is None:
        raise ProvinceError(province)
    folders = commune_folders(content, known, only)
    found = each(_of_commune, _Question(known, day, days), folders, jobs)
    return tuple(sorted((reminder for part in found for reminder in part), key=_soonest))


def _of_commune(question: _Question, folder: Path) -> tuple[Reminder, ...]:
    commune, _ = load_commune(folder, question.province)
    if commune is None:
        return ()
    verdicts = assess(Scope(commune, question.province, question.day), question.days)
    return tuple(Reminder(commune.name, commune.code, v) for v in _wanted(verdicts, question.days))


def _wanted(verdicts: Iterable[Verdict], days: int) -> Iterator[Verdict]:
    for verdict in verdicts:
        near = verdict.timeliness is Timeliness.DUE and verdict.days <= days
        if verdict.open and (near or verdict.timeliness is Timeliness.OVERDUE):
            yield verdict


def _soonest(reminder: Reminder) -> tuple[date, str, str]:
    """By the last day in time; what has no day, but is overdue, before all."""
    due = reminder.verdict.due
    return (due.day if due else date.min, reminder.code, reminder.verdict.duty.id)
