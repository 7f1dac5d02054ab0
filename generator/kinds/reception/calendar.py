"""Reception as calendar files (RFC 5545): all sessions to subscribe to, one file for each that is to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from generator.core import File, Site
from generator.kinds._kind import Scope
from generator.kinds.reception.model import Reception
from generator.kinds.reception.session import SECTION, Session
from generator.kinds.reception.view import schedule
from generator.words.dates import VIETNAM, say_day
from generator.words.letters import printable, small

if TYPE_CHECKING:
    from icalendar import Event

ALL = f"{SECTION}lich.ics"
EVERY_DAY = timedelta(days=1)
"""How often whoever subscribes asks again."""


@dataclass(frozen=True)
class _Source:
    """What all events of a commune share."""

    code: str
    title: str
    reception: Reception
    url: str | None
    """Full address of the page."""
    corrected: tuple[date, ...]
    """Days on which the schedule as a whole was corrected, up to the day of the site."""


def calendars(scope: Scope, site: Site) -> Iterator[File]:
    """`lich.ics` with every session of the years shown, and a small file a session still to come."""
    found = schedule(scope)
    if found is None:
        return
    page = f"{site.base}{SECTION}" if site.base else None
    title = f"Tiếp công dân {small(scope.commune.name)}"
    told = found.reception.disclosure.corrections
    corrected = tuple(correction.day for correction in told if correction.day <= scope.day)
    source = _Source(scope.commune.code, title, found.reception, page, corrected)
    events = [event for session in found.shown for event in _events(session, source)]
    yield File(ALL, _calendar(title, events, f"{site.base}{ALL}" if site.base else None))
    for session in found.ahead:
        yield File(session.file, _calendar(title, [_event(session, source)]))


def _calendar(title: str, events: Sequence[Event], address: str | None = None) -> bytes:
    from icalendar import Calendar, vDuration

    calendar = Calendar()
    calendar.add("prodid", "-//congkhai//tiep-cong-dan//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    if address:
        calendar.add("refresh-interval", vDuration(EVERY_DAY), parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", vDuration(EVERY_DAY))
        calendar.add("url", address)
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(session: Session, source: _Source) -> Iterable[Event]:
    """The session under the day that its rule names, and cancelled ones that became part of it."""
    yield _event(session, source)
    for planned in session.joined:
        yield _cancelled(session, planned, source)


def _event(session: Session, source: _Source) -> Event:
    """What is put off without a new day stays on its old day, cancelled."""
    event = _bare(session, session.planned, session.day or session.planned, source)
    put_off = session.day is None
    event.add("status", "CANCELLED" if put_off else "CONFIRMED")
    title = f"{'HOÃN: ' if put_off else ''}{source.title}{' (trực tuyến)' if session.online else ''}"
    event.add("summary", f"{title}: {printable(session.receiver)}")
    event.add("description", "\n".join(map(printable, _told(session, source))))
    return event


def _cancelled(session: Session, planned: date, source: _Source) -> Event:
    event = _bare(session, planned, planned, source)
    event.add("status", "CANCELLED")
    event.add("summary", f"GỘP: {source.title}: {printable(session.receiver)}")
    into = f" vào buổi ngày {say_day(session.day)}" if session.day else ""
    event.add("description", f"Buổi ngày {say_day(planned)} trùng ngày nghỉ, gộp{into}.")
    return event


def _bare(session: Session, planned: date, day: date, source: _Source) -> Event:
    """Times in UTC: Vietnam has no summer time, and phones misread hand-made time zones."""
    from icalendar import Event

    event = Event()
    event.add("uid", f"{source.code}-{session.key_on(planned)}@congkhai")
    event.add("dtstamp", datetime.combine(_stamp(session, source), time(), UTC))
    event.add("sequence", _corrections(session, planned, source))
    event.add("dtstart", _utc(day, session.hours[0].start))
    event.add("dtend", _utc(day, session.hours[-1].end))
    event.add("location", printable(_place(session, source.reception)))
    event.add("categories", ["Tiếp công dân"])
    event.add("transp", "TRANSPARENT")
    if source.url:
        event.add("url", source.url)
    return event


def _utc(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, VIETNAM).astimezone(UTC)


def _corrections(session: Session, planned: date, source: _Source) -> int:
    """How often a reader may have been told otherwise: of this session, of all, by a day off, by a session joined."""
    told = session.corrections + len(source.corrected)
    return told + session.by_calendar + (planned != session.planned)


def _stamp(session: Session, source: _Source) -> date:
    """The day on which this session was last told of; never the clock."""
    told = source.reception.disclosure
    posted = session.posted or told.posted or told.decided or date(session.planned.year, 1, 1)
    return max(posted, *source.corrected, posted)


def _place(session: Session, reception: Reception) -> str:
    usual = session.place == reception.place
    place = f"{session.place}, {reception.address}" if usual and reception.address else session.place
    return f"{place}; dự qua mạng: {session.link}" if session.link else place


def _told(session: Session, source: _Source) -> Iterator[str]:
    """The facts of the page, a line each."""
    yield f"Người tiếp: {session.receiver}{f', {session.name}' if session.name else ''}"
    yield f"Giờ tiếp: {session.said_hours}"
    if session.content:
        yield f"Nội dung: {session.content}"
    if session.attendees:
        yield f"Cùng dự: {', '.join(session.attendees)}"
    if session.moved and session.day:
        yield f"Dời từ ngày {say_day(session.planned)}."
    if session.reason:
        yield f"Lý do: {session.reason}"
    if session.link:
        yield f"Dự qua mạng: {session.link}"
    if source.reception.phone:
        yield f"Gọi hỏi trước: {source.reception.phone}"
    if source.url:
        yield f"Lịch mới nhất: {source.url}"
