"""Whether the schedule and its changes were announced in time (Luật 42/2013/QH13 Đ24 k4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.core import Loc, Problem, Record
from generator.kinds._kind import Scope
from generator.kinds.reception.model import Change, ChangeKind, Reception, YearPlan
from generator.kinds.reception.session import Session
from generator.province import WorkCalendar
from generator.words.dates import say_day


def check_announced(
    record: Record[Reception],
    loc: Loc,
    plan: YearPlan,
    regular: tuple[Session, ...],
    spoken: list[list[Session]],
    scope: Scope,
) -> Iterable[Problem]:
    """A notice for what was posted fewer working days before the session than the law asks."""
    duty = scope.duty("TCD-24.4")
    if duty is None or duty.deadline is None:
        return
    wanted, calendar = duty.deadline.number, scope.province.calendar
    first = next((s.day for s in regular if s.day), None)
    posted = plan.posted or record.data.disclosure.posted
    if first and posted and _late(posted, first, wanted, calendar):
        yield record.notice(
            "announced_late",
            (*loc, "ngay_dang"),
            f"lịch đăng ngày {say_day(posted)}, chưa đủ {wanted} ngày làm việc trước buổi đầu {say_day(first)}",
            f"Lần sau đăng trước ít nhất {wanted} ngày làm việc.",
        )
    for number, (change, found) in enumerate(zip(plan.changes, spoken, strict=True)):
        if change.posted and _is_late(change, change.posted, found, wanted, calendar):
            yield record.notice(
                "announced_late",
                (*loc, "dieu_chinh", number, "ngay_dang"),
                f"thay đổi đăng ngày {say_day(change.posted)}, chưa đủ {wanted} ngày làm việc trước buổi tiếp",
                f"Lần sau đăng trước ít nhất {wanted} ngày làm việc.",
            )


def _is_late(
    change: Change, posted: date, found: list[Session], wanted: int, calendar: WorkCalendar
) -> bool:
    """A session that takes place on a new day is announced in time for the earlier of the two days."""
    before = found[0].day if found else change.day
    after = change.new_day if change.kind is ChangeKind.MOVED else before
    if change.kind is ChangeKind.CONTENT or after is None:
        return False
    return _late(posted, min(after, before or after), wanted, calendar)


def _late(posted: date, session: date, wanted: int, calendar: WorkCalendar) -> bool:
    return posted > calendar.before(session, wanted)
