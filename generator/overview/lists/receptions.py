"""Who receives the people where, in the days to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from generator.core import Draft, Link
from generator.kinds.reception import KIND
from generator.kinds.reception.session import Session
from generator.kinds.reception.sessions import sessions
from generator.overview.records import Records
from generator.overview.sites import Published
from generator.province import Unit, WorkCalendar

CONTACTS = "lien-he/"
AHEAD = timedelta(days=13)
"""Two weeks with today."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session of one commune."""

    unit: Unit
    url: str
    session: Session


@dataclass(frozen=True)
class Days:
    """Facts of the page."""

    day: date
    until: date
    days: tuple[tuple[date, tuple[Meeting, ...]], ...]
    silent: tuple[Link, ...]
    """Where to ask those that have joined and name no session in these days."""


def meetings(records: Records, calendar: WorkCalendar, day: date) -> Iterator[Meeting]:
    """Of one commune."""
    for one in records.of(KIND):
        for plan in one.data.years:
            for session in sessions(plan, one.data.place, calendar):
                if session.day and session.hours and day <= session.day <= day + AHEAD:
                    yield Meeting(one.unit, one.url, session)


def receptions(found: Sequence[tuple[Published, Sequence[Meeting]]], day: date) -> Draft:
    """`found`: the sessions of each commune that has joined."""
    ordered = sorted((one for _, own in found for one in own), key=_when)
    days = tuple((each, tuple(own)) for each, own in groupby(ordered, key=_when))
    lead = "Lịch tiếp công dân hai tuần tới của các xã, phường."
    title = "Sắp tiếp công dân"
    return Draft(
        "tiep-cong-dan/",
        title,
        "province/tiep-cong-dan.html",
        Days(day, day + AHEAD, days, tuple(_ask(site) for site, own in found if not own)),
        lead,
        menu=title,
    )


def _ask(site: Published) -> Link:
    return Link(site.unit.name, f"{site.url}{CONTACTS}" if site.there(CONTACTS) else site.url)


def _when(meeting: Meeting) -> date:
    """Only of sessions that have a day; those of one day stay in the order of the communes."""
    return meeting.session.day or date.max
