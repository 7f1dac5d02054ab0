"""The delays of a project in plain words, as they stand on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.kinds.project.choices import Status
from generator.kinds.project.model import Project
from generator.kinds.project.progress import say_span, time_share, whole
from generator.words.dates import say_day

BEHIND = 10
"""Points that work may lag behind time before it is called late: works never go quite evenly."""


@dataclass(frozen=True)
class Delay:
    """One way in which a project is or was late."""

    short: str
    """For a card: "Chậm 12 ngày so với kế hoạch"."""
    text: str
    """For the project's own page, without a stop at its end."""
    current: bool = True
    """Whether it still holds on the day; a late start of works that run is past."""


def delays(project: Project, day: date) -> tuple[Delay, ...]:
    """Everything late about a project, the weightiest first; what is not known is not judged."""
    rules = (_overdue(project, day), _not_begun(project, day), _behind(project, day))
    past = (_finished_late(project), _begun_late(project), _moved(project))
    return tuple(delay for delay in (*rules, *past) if delay)


def is_unexplained(project: Project, day: date) -> bool:
    """Whether a project is late or halted on a day and its record gives no reason."""
    halted = project.status in (Status.PAUSED, Status.STOPPED)
    late = any(delay.current for delay in delays(project, day))
    return (halted or late) and not project.delay_reason


def _overdue(project: Project, day: date) -> Delay | None:
    deadline = project.deadline
    if not project.status.is_open or project.schedule.finish or deadline is None or deadline >= day:
        return None
    span = say_span((day - deadline).days)
    moved = deadline != project.schedule.planned_finish
    what = "hạn hoàn thành mới" if moved else "ngày hoàn thành kế hoạch"
    return Delay(f"Chậm {span} so với kế hoạch", f"Đã quá {what} {span}")


def _not_begun(project: Project, day: date) -> Delay | None:
    planned = project.schedule.planned_start
    waiting = project.status is Status.PREPARING and project.schedule.start is None
    if not waiting or planned is None or planned >= day:
        return None
    span = say_span((day - planned).days)
    return Delay(f"Khởi công chậm {span}", f"Đã quá ngày khởi công kế hoạch {span} mà chưa khởi công")


def _behind(project: Project, day: date) -> Delay | None:
    """Work against time on the day of the last report, while the deadline is still ahead."""
    running = project.status in (Status.RUNNING, Status.PAUSED)
    if not running or not project.work or project.deadline is None or project.deadline < day:
        return None
    last = project.reports[-1]
    gone = time_share(project, last.day)
    points = whole(gone) - whole(last.percent) if gone is not None else 0
    if gone is None or points < BEHIND:
        return None
    shares = f"thời gian đã qua {whole(gone)}%, việc mới xong {whole(last.percent)}%"
    return Delay(f"Làm chậm: {shares}", f"Làm chậm: đến ngày {say_day(last.day)} {shares}")


def _finished_late(project: Project) -> Delay | None:
    finish, deadline = project.schedule.finish, project.deadline
    if finish is None or deadline is None or finish <= deadline:
        return None
    span = say_span((finish - deadline).days)
    return Delay(f"Xong chậm {span} so với kế hoạch", f"Hoàn thành chậm {span} so với kế hoạch", False)


def _begun_late(project: Project) -> Delay | None:
    start, planned = project.schedule.start, project.schedule.planned_start
    if start is None or planned is None or start <= planned:
        return None
    text = f"Khởi công chậm {say_span((start - planned).days)} so với kế hoạch"
    return Delay(text, text, False)


def _moved(project: Project) -> Delay | None:
    first, deadline = project.schedule.planned_finish, project.deadline
    if first is None or deadline is None or deadline <= first:
        return None
    text = f"Hạn hoàn thành đã lùi {say_span((deadline - first).days)} so với kế hoạch ban đầu"
    return Delay(text, text, False)
