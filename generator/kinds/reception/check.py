"""Rules of the reception schedule across its parts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from generator.core import Loc, Problem, Record
from generator.kinds._kind import Scope
from generator.kinds.reception.check_announced import check_announced
from generator.kinds.reception.check_changes import check_changes
from generator.kinds.reception.check_rules import check_rules
from generator.kinds.reception.model import Change, ChangeKind, Reception, YearPlan
from generator.kinds.reception.session import Session
from generator.kinds.reception.sessions import meant, nearest, period, put_off, sessions
from generator.province import WorkCalendar
from generator.words.dates import say_day, say_long_day


def check(scope: Scope) -> Iterable[Problem]:
    record = scope.commune.one("reception")
    if record is None:
        return
    years = [plan.year for plan in record.data.years]
    for index, plan in enumerate(record.data.years):
        if plan.year in years[:index]:
            yield record.problem(
                "not_unique", ("lich", index, "nam"), f"năm {plan.year} có hai lịch", "Gộp vào một mục."
            )
        yield from _plan(record, index, plan, scope)
    if max(years) < scope.day.year:
        yield record.notice(
            "schedule_ended",
            ("lich",),
            f"lịch đã hết năm {max(years)}, chưa có lịch năm {scope.day.year}",
            f"Thêm một mục lich với nam: {scope.day.year}.",
        )


def _plan(record: Record[Reception], index: int, plan: YearPlan, scope: Scope) -> Iterable[Problem]:
    loc: Loc = ("lich", index)
    calendar = scope.province.calendar
    yield from check_rules(record, loc, plan)
    place = record.data.place
    regular = sessions(plan.model_copy(update={"changes": []}), place, calendar)
    spoken = meant(plan, place, calendar)
    for number, (change, found) in enumerate(zip(plan.changes, spoken, strict=True)):
        yield from _change(record, (*loc, "dieu_chinh", number), change, found, regular)
    yield from _put_off(record, loc, plan, put_off(plan, place, calendar))
    if not calendar.knows(plan.year):
        yield record.notice(
            "holidays_unknown",
            (*loc, "nam"),
            f"tỉnh chưa nhập ngày nghỉ hoán đổi năm {plan.year}, vài buổi có thể phải dời",
            f"Tỉnh thêm tệp ngay-nghi/{plan.year}.yml khi Chính phủ công bố.",
        )
    for number, held in enumerate(plan.held):
        if held.day > scope.day:
            yield record.problem(
                "date_in_future",
                (*loc, "da_tiep", number, "ngay"),
                f"buổi ngày {say_day(held.day)} chưa diễn ra",
                "Buổi chưa diễn ra thì chưa ghi vào da_tiep; xem lại ngày.",
            )
    yield from check_changes(record, loc, plan, spoken, scope)
    yield from check_announced(record, loc, plan, regular, spoken, scope)
    yield from _often_enough(record, loc, plan, regular, scope)


def _change(
    record: Record[Reception], loc: Loc, change: Change, found: list[Session], regular: tuple[Session, ...]
) -> Iterable[Problem]:
    """A change speaks of exactly one session; an extra one is complete in itself."""
    if change.kind is ChangeKind.EXTRA:
        if not (change.hours and change.receiver):
            yield record.problem(
                "extra_incomplete", loc, "buổi thêm phải có giờ và người tiếp", "Thêm gio và nguoi_tiep."
            )
    elif not found:
        yield record.problem(
            "no_such_session",
            (*loc, "ngay"),
            f"{say_long_day(change.day)} không có buổi tiếp nào theo lịch",
            _nearby(change.day, regular),
        )
    elif len(found) > 1:
        ids = ", ".join(session.rule or session.extra for session in found)
        yield record.problem(
            "which_session",
            loc,
            f"ngày {say_day(change.day)} có {len(found)} buổi, chưa rõ sửa buổi nào",
            f"Thêm dòng lich: với một trong: {ids}.",
        )


def _put_off(record: Record[Reception], loc: Loc, plan: YearPlan, numbers: list[int]) -> Iterable[Problem]:
    for number in numbers:
        yield record.notice(
            "no_new_day",
            (*loc, "dieu_chinh", number),
            f"buổi {say_day(plan.changes[number].day)} đã hoãn mà chưa báo ngày mới",
            "Luật đòi báo thời gian dự kiến tiếp theo: thêm một mục mới có sang_ngay, đừng sửa mục cũ.",
        )


def _nearby(day: date, regular: tuple[Session, ...]) -> str:
    near = nearest(day, regular)
    return f"Các buổi gần nhất: {near}." if near else "Xem lại quy tắc ở mục dinh_ky."


def _often_enough(
    record: Record[Reception], loc: Loc, plan: YearPlan, regular: tuple[Session, ...], scope: Scope
) -> Iterable[Problem]:
    """Luật 42/2013/QH13 Đ15 k2d: the chair receives so many days a week."""
    duty = scope.duty("TCD-15.2")
    if duty is None or duty.minimum is None:
        return
    days = {d for s in regular if s.receiver.startswith("Chủ tịch") for d in (s.planned, *s.joined)}
    short = [w for w in _work_weeks(*period(plan), scope.province.calendar) if len(days & w) < duty.minimum]
    if short:
        yield record.notice(
            "too_seldom",
            (*loc, "dinh_ky"),
            f"có {len(short)} tuần trong năm Chủ tịch tiếp dân dưới {duty.minimum} ngày",
            f"{duty.basis.article} ({duty.basis.verified.label}): xem lại quy tắc.",
        )


def _work_weeks(first: date, last: date, calendar: WorkCalendar) -> Iterable[set[date]]:
    """Whole weeks within the period that have a working day, as sets of their days."""
    monday = first + timedelta(days=-first.weekday() % 7)
    while monday + timedelta(days=6) <= last:
        week = {monday + timedelta(days=n) for n in range(7)}
        if any(map(calendar.is_working, week)):
            yield week
        monday += timedelta(days=7)
