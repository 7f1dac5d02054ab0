"""What the pages of the meetings show, worked out for one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.core import Link, Record
from generator.kinds._deadlines import last_day
from generator.kinds._kind import Scope
from generator.kinds._thon import thon_links, thon_names
from generator.kinds._votes import Outcome, outcome
from generator.kinds.meeting.model import Meeting, MeetingType
from generator.kinds.meeting.promises import State, Tally, state_of, tally
from generator.words.dates import say_when

SECTION = "doi-thoai/"
THRESHOLD = "THDC-21.2"


@dataclass(frozen=True)
class Sheet:
    """One meeting on a day."""

    day: date
    meeting: Meeting
    url: str
    state: str
    """"Sắp họp, còn 6 ngày", "Đã họp", "Chưa công khai kết quả"."""
    tone: str
    coming: bool
    when: str
    thon: tuple[Link, ...]
    late: date | None
    """The last day for the invitation, where it came later."""
    promises: tuple[State, ...]
    tally: Tally
    outcome: Outcome | None
    """Of an election that was counted."""


@dataclass(frozen=True)
class Overview:
    """All meetings, those to come first, and how this year stands."""

    day: date
    sheets: tuple[Sheet, ...]
    dialogues: int
    """Held this year, with what came of them."""
    met: tuple[str, ...]
    """Names of the thôn that have had their yearly conference."""
    waiting: tuple[str, ...]
    """Names of the thôn that have not."""
    tally: Tally


def overview(scope: Scope) -> Overview | None:
    """None where no meeting is disclosed."""
    sheets = [sheet(record, scope) for record in scope.commune.all("meeting")]
    if not sheets:
        return None
    sheets.sort(key=_rank)
    year = [each.meeting for each in sheets if each.meeting.day.year == scope.day.year and not each.coming]
    names = thon_names(scope)
    met = met_in([meeting for meeting in year if meeting.is_told])
    return Overview(
        day=scope.day,
        sheets=tuple(sheets),
        dialogues=sum(meeting.type is MeetingType.DIALOGUE and meeting.is_told for meeting in year),
        met=tuple(name for id, name in names.items() if id in met),
        waiting=tuple(name for id, name in names.items() if id not in met),
        tally=tally(state for each in sheets for state in each.promises),
    )


def met_in(meetings: list[Meeting]) -> set[str]:
    """Ids of the thôn whose yearly conference is among them."""
    return {id for meeting in meetings if meeting.type is MeetingType.THON for id in meeting.thon}


def sheet(record: Record[Meeting], scope: Scope) -> Sheet:
    meeting, day = record.data, scope.day
    state, tone = _state(meeting, day)
    promises = tuple(state_of(promise, day) for promise in meeting.promises)
    last = last_day(meeting.type.notice, meeting.day, scope)
    return Sheet(
        day=day,
        meeting=meeting,
        url=f"{SECTION}{record.id}/",
        state=state,
        tone=tone,
        coming=meeting.day >= day and not meeting.is_told,
        when=say_when(meeting.day, meeting.clock),
        thon=thon_links(meeting.thon, scope),
        late=last if meeting.told and last and meeting.told > last else None,
        promises=promises,
        tally=tally(promises),
        outcome=election_of(meeting, scope),
    )


def election_of(meeting: Meeting, scope: Scope) -> Outcome | None:
    """What the vote for the head of the thôn came to; None before it is counted."""
    votes = meeting.election.votes if meeting.election else None
    return outcome(votes, scope.province.duty(THRESHOLD, meeting.day)) if votes else None


def _state(meeting: Meeting, day: date) -> tuple[str, str]:
    """In words, with the tone of its tag."""
    left = (meeting.day - day).days
    if left > 0:
        return f"Sắp họp, còn {left} ngày", "tin"
    if meeting.is_told:
        return "Đã họp", "tot"
    return ("Họp hôm nay", "tin") if left == 0 else ("Đã họp, chưa công khai kết quả", "vua")


def _rank(sheet: Sheet) -> tuple[bool, int, str]:
    order = sheet.meeting.day.toordinal()
    return not sheet.coming, order if sheet.coming else -order, sheet.url
