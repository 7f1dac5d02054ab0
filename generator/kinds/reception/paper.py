"""The sessions of a month on a poster: this month, and the next once it is near."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet
from generator.kinds.reception.model import Periodic, Reception
from generator.kinds.reception.session import SECTION, Session
from generator.kinds.reception.view import all_sessions
from generator.words.dates import say_weekday
from generator.words.letters import small

SOON = timedelta(days=10)
"""How long before a month begins its poster can be printed."""


def papers(scope: Scope) -> Iterator[Sheet]:
    record = scope.commune.one("reception")
    if record is None:
        return
    found = all_sessions(record.data, scope)
    months = {(day.year, day.month) for day in (scope.day, scope.day + SOON)}
    for year, month in sorted(months):
        sessions = [s for s in found if _month(s.day or s.planned) == (year, month)]
        yield Sheet(
            f"{SECTION}{year}-{month:02}",
            f"Lịch tiếp công dân tháng {month}/{year}",
            "reception/month.typ",
            _facts(record.data, sessions, scope.day),
            SECTION,
            record,
        )


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _facts(reception: Reception, sessions: list[Session], today: date) -> dict[str, Any]:
    regular = reception.regular
    rules = [rule for plan in reception.years for rule in plan.rules if _serves(rule, plan.year, sessions)]
    return {
        "place": reception.place,
        "address": reception.address or "",
        "phone": reception.phone or "",
        "days": f"{regular.days}: {'; '.join(span.say() for span in regular.hours)}" if regular else "",
        "receiver": regular.receiver if regular else "",
        "rules": [_rule(rule) for rule in rules],
        "sessions": [_session(session, rules, reception.place, today) for session in sessions],
        "bring": list(reception.bring),
    }


def _serves(rule: Periodic, year: int, sessions: list[Session]) -> bool:
    """Whether a session of the month is one of this rule."""
    return any(session.rule == rule.id and session.planned.year == year for session in sessions)


def _rule(rule: Periodic) -> dict[str, Any]:
    """What holds for each of its sessions, told once."""
    told = (
        f"Nội dung: {rule.content}" if rule.content else "",
        f"Cùng dự: {', '.join(rule.attendees)}" if rule.attendees else "",
        f"Nơi tiếp: {rule.place}" if rule.place else "",
    )
    who = f"{rule.receiver}, {rule.name}" if rule.name else rule.receiver
    return {"who": who, "when": small(rule.rule.say()), "told": [text for text in told if text]}


def _session(session: Session, rules: list[Periodic], place: str, today: date) -> dict[str, Any]:
    """What differs from its rule stands in its row."""
    day, past = session.day or session.planned, session.day is not None and session.day < today
    rule = next((rule for rule in rules if rule.id == session.rule), None)
    content, attendees = (rule.content or "", rule.attendees) if rule else ("", [])
    usual = (rule.place if rule else None) or place
    notes = (
        f"Nội dung: {session.content}" if session.content not in ("", content) else "",
        f"Cùng dự: {', '.join(session.attendees)}" if [*session.attendees] not in ([], attendees) else "",
        f"Nơi tiếp: {session.place}" if session.place != usual else "",
        "Vào phòng họp trên mạng: địa chỉ ghi ở trang của xã." if session.link else "",
    )
    return {
        "weekday": say_weekday(day),
        "day": f"{day:%d/%m}",
        "off": session.day is None,
        "past": past,
        "hours": [span.say() for span in session.hours],
        "receiver": f"{session.receiver}, {session.name}" if session.name else session.receiver,
        "reason": "" if past else session.reason,
        "changes": [] if past else list(_changes(session)),
        "notes": ["Đã qua"] if past else [note for note in notes if note],
    }


def _changes(session: Session) -> Iterator[str]:
    """In a word or two, for who passes by."""
    if session.day is None:
        yield "Hoãn, chưa có ngày mới"
    elif session.moved:
        yield f"Dời từ {small(say_weekday(session.planned))} {session.planned:%d/%m}"
    yield from (change.label for change in session.shown)
