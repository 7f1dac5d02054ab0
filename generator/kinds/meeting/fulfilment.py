"""What the meetings do for the duties: a dialogue a year, a conference of each thôn a year, elections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.core import Record
from generator.fields.period import Period
from generator.kinds._fulfilment import Answer, answer_of
from generator.kinds._kind import Scope
from generator.kinds._thon import thon_names
from generator.kinds.meeting.model import Meeting, MeetingType
from generator.kinds.meeting.view import SECTION, met_in
from generator.province.duties import Moment


def answers(scope: Scope) -> Iterator[Answer]:
    """Of meetings that were held and whose outcome is told; an invitation alone fulfils nothing."""
    found = [r for r in scope.commune.all("meeting") if r.data.is_told and r.data.day <= scope.day]
    for record in found:
        if record.data.type is MeetingType.DIALOGUE:
            yield _answer(record, "THDC-32")
        if record.data.type is MeetingType.ELECTION:
            yield _answer(record, "THDC-23")
    for year in sorted({record.data.day.year for record in found}):
        yield from _conferences([record for record in found if record.data.day.year == year], scope)


def cure(duty: str, period: Period | None) -> str:
    """ "doi-thoai/<mã>.yml, loai: hoi_nghi_thon" """
    return next(
        (f"{SECTION}<mã>.yml, loai: {kind.value}" for kind in MeetingType if duty in kind.basis), ""
    )


def _answer(record: Record[Meeting], duty: str) -> Answer:
    meeting = record.data
    year = Period(date(meeting.day.year, 1, 1), date(meeting.day.year, 12, 31))
    held = {Moment.HELD: meeting.day}
    return replace(
        answer_of(record), duties=(duty,), period=year, posted=meeting.result_posted, moments=held
    )


def _conferences(found: list[Record[Meeting]], scope: Scope) -> Iterator[Answer]:
    """The year's conferences as one: the last day of posting counts, and every thôn must have met."""
    conferences = [record for record in found if record.data.type is MeetingType.THON]
    if not conferences:
        return
    met = met_in([record.data for record in conferences])
    posted = [record.data.result_posted for record in conferences]
    known = [day for day in posted if day]
    yield replace(
        _answer(max(conferences, key=lambda record: record.data.day), "THDC-33"),
        posted=max(known) if len(known) == len(posted) else None,
        missing=tuple(name for id, name in thon_names(scope).items() if id not in met),
    )
