"""What the reception schedule leaves to be announced (Luật 42/2013/QH13 Đ24 k4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.core import Record
from generator.kinds._deadlines import limit
from generator.kinds._fulfilment import Task
from generator.kinds._kind import Scope
from generator.kinds._tasks import add_to
from generator.kinds.reception.model import Reception, YearPlan
from generator.kinds.reception.sessions import period, put_off, sessions
from generator.province.verdicts import Due
from generator.words.dates import say_day

DUTY = "TCD-24.4"


def tasks(scope: Scope) -> Iterator[Task]:
    record = scope.commune.one("reception")
    if record:
        yield from _new_days(record, scope)
        yield from _next_year(record, scope)


def _new_days(record: Record[Reception], scope: Scope) -> Iterator[Task]:
    """Sessions that were put off and have no new day yet."""
    for plan in record.data.years:
        for number in put_off(plan, record.data.place, scope.province.calendar):
            day = plan.changes[number].day
            if scope.province.duty(DUTY, day):
                what = f"Báo ngày mới của buổi tiếp công dân {say_day(day)} đã hoãn"
                due = Due(day, day, "ngày của buổi đã hoãn")
                mend = f"{add_to(record, 'một mục dieu_chinh', scope)} có sang_ngay, đừng sửa mục cũ."
                yield Task(record, f"hoan-{day}", what, due, mend, DUTY)


def _next_year(record: Record[Reception], scope: Scope) -> Iterator[Task]:
    """The schedule of the year after the last one, counted from its first session by the same rules."""
    last = max(record.data.years, key=lambda plan: plan.year)
    year = max(last.year + 1, scope.day.year)
    first = _first_session(record.data, last, year, scope)
    due = limit(DUTY, first, scope) if first else None
    if due:
        counted = Due(due.start, due.day, f"{due.count}, buổi đầu nếu giữ quy tắc năm {last.year}")
        mend = f"{add_to(record, 'một mục lich', scope)} với nam: {year}."
        yield Task(record, f"lich-{year}", f"Đăng lịch tiếp công dân năm {year}", counted, mend, DUTY)


def _first_session(reception: Reception, last: YearPlan, year: int, scope: Scope) -> date | None:
    """By the rules that held until the end of the last plan."""
    end = period(last)[1]
    rules = [rule for rule in last.rules if rule.until is None or rule.until >= end]
    open_ended = [rule.model_copy(update={"since": None, "until": None}) for rule in rules]
    same = {"year": year, "since": None, "until": None, "changes": [], "held": [], "rules": open_ended}
    found = sessions(last.model_copy(update=same), reception.place, scope.province.calendar)
    return next((session.day for session in found if session.day), None)
