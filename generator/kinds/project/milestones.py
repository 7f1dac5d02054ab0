"""The steps on a project's way, always in the same order, with the days that are known of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.kinds.project.model import Project
from generator.kinds.project.progress import compare
from generator.words.dates import say_day


@dataclass(frozen=True)
class Milestone:
    """One step on the project's way, with what is known of it."""

    name: str
    reached: bool
    lines: tuple[str, ...]


def milestones(project: Project) -> Iterable[Milestone]:
    decided = project.decision.day if project.decision else None
    yield _reached("Quyết định đầu tư", decided)
    signed = min((package.signed for package in project.packages if package.signed), default=None)
    if signed:
        yield _reached("Ký hợp đồng đầu tiên", signed)
    times = project.schedule
    yield _compared("Khởi công", times.planned_start, times.start)
    if project.deadline == times.planned_finish:
        yield _compared("Hoàn thành", times.planned_finish, times.finish)
    else:
        yield _compared("Hoàn thành", project.deadline, times.finish, times.planned_finish)
    yield _accepted(project)
    yield _reached("Quyết toán", project.settlement.day if project.settlement else None)


def _reached(name: str, day: date | None) -> Milestone:
    return Milestone(name, day is not None, (f"Ngày {say_day(day)}",) if day else ("Chưa có ngày",))


def _accepted(project: Project) -> Milestone:
    """Taken over as a whole only when the works are finished; before that it was a part."""
    last = max((accepted.day for accepted in project.acceptances), default=None)
    if last and not project.status.is_finished:
        return Milestone("Nghiệm thu", False, (f"Mới từng phần, gần nhất ngày {say_day(last)}",))
    return _reached("Nghiệm thu", last)


def _compared(name: str, planned: date | None, actual: date | None, first: date | None = None) -> Milestone:
    lines = [f"Kế hoạch ban đầu: {say_day(first)}"] if first else []
    if planned:
        lines.append(f"{'Hạn mới' if first else 'Kế hoạch'}: {say_day(planned)}")
    if actual:
        gap = f", {compare(actual, planned)}" if planned else ""
        lines.append(f"Thực tế: {say_day(actual)}{gap}")
    return Milestone(name, actual is not None, tuple(lines) or ("Chưa có ngày",))
