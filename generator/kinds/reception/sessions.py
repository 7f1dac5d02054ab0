"""From rules to dated sessions: days off moved, changes applied, nothing lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.kinds.reception.changes import apply
from generator.kinds.reception.model import Change, ChangeKind, Held, Periodic, YearPlan
from generator.kinds.reception.session import Session
from generator.province import WorkCalendar
from generator.words.dates import say_long_day


def sessions(plan: YearPlan, place: str, calendar: WorkCalendar) -> tuple[Session, ...]:
    """All sessions of a declared year, soonest first."""
    changed, _ = apply(_declared(plan, place, calendar), plan.changes)
    return tuple(
        sorted((_with_result(session, plan.held) for session in changed), key=lambda s: s.sort_key)
    )


def meant(plan: YearPlan, place: str, calendar: WorkCalendar) -> list[list[Session]]:
    """For each change of a year the sessions that it speaks of, as they stood before it."""
    return apply(_declared(plan, place, calendar), plan.changes)[1]


def put_off(plan: YearPlan, place: str, calendar: WorkCalendar) -> list[int]:
    """The numbers of those changes that left a session without a day to this day."""
    waiting = {session.key for session in sessions(plan, place, calendar) if session.day is None}
    last = {
        session.key: number
        for number, found in enumerate(meant(plan, place, calendar))
        for session in found
        if session.key in waiting and plan.changes[number].kind is ChangeKind.MOVED
    }
    return sorted(set(last.values()))


def nearest(day: date, found: Iterable[Session]) -> str:
    """The two days with a session that are nearest to a day, in words; empty where there is none."""
    days = sorted({s.day for s in found if s.day}, key=lambda other: (abs(other - day), other))[:2]
    return ", ".join(say_long_day(other) for other in sorted(days))


def period(plan: YearPlan) -> tuple[date, date]:
    """First and last day that the plan covers."""
    return plan.since or date(plan.year, 1, 1), plan.until or date(plan.year, 12, 31)


def announced(plan: YearPlan) -> date | None:
    """When a year's sessions were made known."""
    return plan.posted or (plan.document.day if plan.document else None)


def _declared(plan: YearPlan, place: str, calendar: WorkCalendar) -> Iterable[Session]:
    """Those of the rules and the extra ones, before anything is changed."""
    for rule in plan.rules:
        yield from _of_rule(rule, plan, place, calendar)
    for change, name in _named_extras(plan):
        yield _extra(change, place, name, announced(plan))


def _of_rule(rule: Periodic, plan: YearPlan, place: str, calendar: WorkCalendar) -> Iterable[Session]:
    by_day: dict[date, Session] = {}
    first, last = period(plan)
    for planned in rule.rule.days(max(first, rule.since or first), min(last, rule.until or last)):
        day = calendar.on_or_after(planned)
        if day in by_day:
            by_day[day] = _join(by_day[day], planned)
        else:
            by_day[day] = _session(rule, planned, day, place, calendar, announced(plan))
    return by_day.values()


def _session(
    rule: Periodic, planned: date, day: date, place: str, calendar: WorkCalendar, announced: date | None
) -> Session:
    return Session(
        day=day,
        planned=planned,
        hours=rule.hours,
        receiver=rule.receiver,
        rule=rule.id,
        name=rule.name or "",
        attendees=tuple(rule.attendees),
        content=rule.content or "",
        place=rule.place or place,
        by_calendar=day != planned,
        reason="" if day == planned else f"trùng ngày nghỉ ({calendar.reason_off(planned)})",
        posted=announced,
    )


def _join(session: Session, planned: date) -> Session:
    """Two sessions of one rule on one day are one; the rule's own day wins over a moved one."""
    if planned == session.day:
        return replace(
            session,
            planned=planned,
            by_calendar=False,
            reason="",
            joined=(*session.joined, session.planned),
        )
    return replace(session, joined=(*session.joined, planned))


def _named_extras(plan: YearPlan) -> Iterable[tuple[Change, str]]:
    """Extra sessions, each with a name that only those before it on its day can change."""
    extras = [change for change in plan.changes if change.kind is ChangeKind.EXTRA]
    for number, change in enumerate(extras):
        nth = 1 + sum(other.day == change.day for other in extras[:number])
        year = "" if change.day.year == plan.year else f"-{plan.year}"
        yield change, f"them{year}{f'-{nth}' if nth > 1 else ''}"


def _extra(change: Change, place: str, name: str, announced: date | None) -> Session:
    return Session(
        extra=name,
        day=change.day,
        planned=change.day,
        hours=change.hours or (),
        receiver=change.receiver or "",
        attendees=tuple(change.attendees),
        content=change.content or "",
        place=change.place or place,
        link=change.link or "",
        changes=(ChangeKind.EXTRA,),
        reason=change.reason or "",
        posted=change.posted or announced,
    )


def _with_result(session: Session, held: Iterable[Held]) -> Session:
    return replace(session, held=next((h for h in held if h.day == session.day), None))
