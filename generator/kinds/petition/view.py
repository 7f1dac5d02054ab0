"""What the pages of the petitions show: how many were answered in time, which still wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.core import Link, Record
from generator.kinds._answers import AnswerState, Tally, tally
from generator.kinds._kind import Scope
from generator.kinds.petition.model import Petition
from generator.kinds.petition.state import ended, state
from generator.province import Duty
from generator.words.dates import say_day
from generator.words.letters import small

SECTION = "kien-nghi/"
SHOWN = 100
"""Answered matters in the list; the older ones are in the CSV and under their own addresses."""


@dataclass(frozen=True)
class Sheet:
    """Facts of one matter's page, and of its line in the list."""

    url: str
    petition: Petition
    state: AnswerState
    thon: Link | None
    where: str
    """Field and thôn: "Đường sá, cầu cống; xóm Nà Mẫu"."""
    due: str
    """"30/10/2026"; empty where there is no deadline."""


@dataclass(frozen=True)
class Overview:
    """Facts of the section page."""

    day: date
    tally: Tally
    in_time: int
    untimed: int
    """Answered ones for which no deadline is known."""
    open: tuple[Sheet, ...]
    """Those past their day first, the oldest first."""
    answered: tuple[Sheet, ...]
    """The latest answer first."""
    older: int
    """How many answered ones are not listed."""
    ended: Duty | None
    """The province's rule, where it has ended and no other is in force."""


def overview(scope: Scope) -> Overview | None:
    """None where no petition is disclosed."""
    sheets = [sheet(record, scope) for record in scope.commune.all("petition")]
    if not sheets:
        return None
    waiting = [each for each in sheets if each.state.open]
    done = [each for each in sheets if not each.state.open]
    waiting.sort(key=lambda each: (-each.state.late, each.petition.received, each.url))
    done.sort(key=lambda each: (each.state.answered or date.min, each.url), reverse=True)
    return Overview(
        day=scope.day,
        tally=tally(each.state for each in sheets),
        in_time=sum(each.state.due is not None and not each.state.late for each in done),
        untimed=sum(each.state.due is None for each in done),
        open=tuple(waiting),
        answered=tuple(done[:SHOWN]),
        older=max(len(done) - SHOWN, 0),
        ended=ended(scope),
    )


def sheet(record: Record[Petition], scope: Scope) -> Sheet:
    petition, found = record.data, state(record.data, scope)
    thon = _thon(petition.thon, scope)
    parts = [petition.field.label, *([thon.text] if thon else [])]
    return Sheet(
        url=f"{SECTION}{record.id}/",
        petition=petition,
        state=found,
        thon=thon,
        where="; ".join(parts),
        due=say_day(found.due) if found.due else "",
    )


def _thon(id: str | None, scope: Scope) -> Link | None:
    profile = scope.commune.one("profile")
    found = profile.data.thon_called(id) if profile and id else None
    if found is None:
        return None
    name: str = found.full_name
    return Link(small(name), f"thon/#{id}")
