"""From rules to dated sessions: days off moved, changes applied, nothing lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from generator.fields.dates import Span
from generator.kinds.reception.model import Change, ChangeKind, Held, Periodic, YearPlan
from generator.province import WorkCalendar
from generator.words.letters import plain_spaces

SECTION = "tiep-cong-dan/"


@dataclass(frozen=True)
class Session:
    """One session as it will be, or was, held."""

    day: date | None
    """None where it was postponed and no new day is known."""
    planned: date
    """The day that its rule names."""
    hours: tuple[Span, ...]
    receiver: str
    rule: str = ""
    name: str = ""
    attendees: tuple[str, ...] = ()
    content: str = ""
    place: str = ""
    link: str = ""
    by_calendar: bool = False
    """Whether a day off moved it, whatever was decided since."""
    changes: tuple[ChangeKind, ...] = ()
    reason: str = ""
    posted: date | None = None
    """When it was last told of: its change, else the year's plan."""
    joined: tuple[date, ...] = ()
    """Planned days of other sessions of the same rule that a day off moved onto this one."""
    held: Held | None = None
    extra: str = ""
    """What names a session outside the rules: "them", "them-2" for another on the same day."""

    def key_on(self, planned: date) -> str:
        """What names the session that was planned for a day, whatever becomes of it: "2026-11-26-chu-tich"."""
        return f"{self.extra}-{planned}" if self.extra else f"{planned}-{self.rule}"

    @property
    def file(self) -> str:
        """Address of its calendar file."""
        return f"{SECTION}buoi/{self.key_on(self.planned)}.ics"

    @property
    def corrections(self) -> int:
        """How often it was changed since it was first told of."""
        return sum(change is not ChangeKind.EXTRA for change in self.changes)

    @property
    def over(self) -> str:
        """When it is over, by the clock of Vietnam, as programs write it; empty where nobody knows."""
        return f"{self.day}T{self.hours[-1].end:%H:%M}" if self.day and self.hours else ""

    @property
    def said_hours(self) -> str:
        """7 giờ – 11 giờ; 13 giờ – 17 giờ"""
        return plain_spaces("; ".join(span.say() for span in self.hours))

    @property
    def moved(self) -> bool:
        return self.day != self.planned

    @property
    def online(self) -> bool:
        return ChangeKind.ONLINE in self.changes

    @property
    def shown(self) -> tuple[ChangeKind, ...]:
        """Changes that a reader is told of by name; a moved day and a content speak for themselves."""
        named = (ChangeKind.SUBSTITUTE, ChangeKind.EXTRA, ChangeKind.ONLINE)
        return tuple(change for change in self.changes if change in named)

    @property
    def special_content(self) -> str:
        """Content that was declared for this very session."""
        told = {ChangeKind.CONTENT, ChangeKind.EXTRA} & set(self.changes)
        return self.content if told else ""

    @property
    def sort_key(self) -> tuple[date, tuple[Span, ...]]:
        return self.day or self.planned, self.hours


def sessions(plan: YearPlan, place: str, calendar: WorkCalendar) -> tuple[Session, ...]:
    """All sessions of a declared year, soonest first."""
    regular = [s for rule in plan.rules for s in _of_rule(rule, plan, place, calendar)]
    changed = [_apply(session, _changes_of(session, plan.changes)) for session in regular]
    extra = [_extra(change, place, name, announced(plan)) for change, name in _named_extras(plan)]
    found = [_with_result(session, plan.held) for session in (*changed, *extra)]
    return tuple(sorted(found, key=lambda s: s.sort_key))


def period(plan: YearPlan) -> tuple[date, date]:
    """First and last day that the plan covers."""
    return plan.since or date(plan.year, 1, 1), plan.until or date(plan.year, 12, 31)


def announced(plan: YearPlan) -> date | None:
    """When a year's sessions were made known."""
    return plan.posted or (plan.document.day if plan.document else None)


def fits(change: Change, session: Session) -> bool:
    """Whether a change speaks of a session: by its planned or its moved day, and its rule."""
    same_day = change.day in (session.planned, session.day)
    return same_day and change.rule in (None, session.rule)


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


def _changes_of(session: Session, changes: Iterable[Change]) -> list[Change]:
    return [c for c in changes if c.kind is not ChangeKind.EXTRA and fits(c, session)]


def _apply(session: Session, changes: Iterable[Change]) -> Session:
    for change in changes:
        session = replace(
            session,
            day=change.new_day if change.kind is ChangeKind.MOVED else session.day,
            hours=change.hours or session.hours,
            receiver=change.receiver or session.receiver,
            name="" if change.receiver else session.name,
            attendees=tuple(change.attendees) or session.attendees,
            content=change.content or session.content,
            place=change.place or session.place,
            link=change.link or session.link,
            changes=(*session.changes, change.kind),
            reason=change.reason or session.reason,
            posted=max((day for day in (change.posted, session.posted) if day), default=None),
        )
    return session


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
