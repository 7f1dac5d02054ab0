"""Who receives the people where, in the days to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from generator.core import Draft
from generator.kinds.reception import KIND
from generator.kinds.reception.model import Reception
from generator.kinds.reception.session import Session
from generator.kinds.reception.sessions import sessions
from generator.overview.records import Of, records_of
from generator.overview.sites import Published
from generator.province import WorkCalendar

AHEAD = timedelta(days=13)
"""Two weeks with today."""


@dataclass(frozen=True)
class Meeting:
    """One session of one commune."""

    of: Of[Reception]
    session: Session


@dataclass(frozen=True)
class Days:
    """Facts of the page."""

    day: date
    until: date
    days: tuple[tuple[date, tuple[Meeting, ...]], ...]


def receptions(sites: Sequence[Published], calendar: WorkCalendar, day: date) -> Draft:
    until = day + AHEAD
    found = sorted(
        (
            m
            for site in sites
            for one in records_of(site, KIND)
            for m in _meetings(one, calendar, day, until)
        ),
        key=_when,
    )
    days = tuple((each, tuple(own)) for each, own in groupby(found, key=lambda m: m.session.day or day))
    lead = "Lịch tiếp công dân hai tuần tới của các xã, phường."
    title = "Sắp tiếp công dân"
    return Draft(
        "tiep-cong-dan/", title, "province/tiep-cong-dan.html", Days(day, until, days), lead, menu=title
    )


def _meetings(one: Of[Reception], calendar: WorkCalendar, first: date, last: date) -> Iterator[Meeting]:
    for plan in one.data.years:
        for session in sessions(plan, one.data.place, calendar):
            if session.day and session.hours and first <= session.day <= last:
                yield Meeting(one, session)


def _when(meeting: Meeting) -> date:
    """Only of sessions that have a day; those of one day stay in the order of the communes."""
    return meeting.session.day or date.max
