"""What records do for the duties that the law sets: which period, posted when, counted from when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.core import Record
from generator.fields.period import Period
from generator.kinds._disclosure import Disclosure, Posting, disclosure_of
from generator.province.duties import Moment
from generator.province.verdicts import Due


@dataclass(frozen=True)
class Answer:
    """One thing disclosed, as the duties see it."""

    record: Record[Any]
    duties: tuple[str, ...] = ()
    """Ids of the duties that it fulfils; empty: every duty that names its kind."""
    name: str = ""
    """What it is called, where it is a part of its record: "quý III/2026, Tổ kiểm tra của UBND xã"."""
    period: Period | None = None
    posted: date | None = None
    moments: Mapping[Moment, date] = field(default_factory=dict)
    forms: tuple[Posting, ...] = ()
    until: date | None = None
    """The last day on which it still speaks for what must always be there: the end of a schedule, of a regulation."""
    renewed: date | None = None
    """The day on which more of it was posted that the duty has hung anew: what came of a consultation."""
    missing: tuple[str, ...] = ()
    """What a duty still lacks before it is fulfilled: the thôn that have not met, a project's board."""

    @property
    def when(self) -> date:
        """The day of posting, to sort by; after all others where it is not told."""
        return self.posted or date.max


@dataclass(frozen=True)
class Task:
    """One thing still to be done, beside what the calendar brings."""

    record: Record[Any]
    key: str
    """What tells it from the other tasks of its record, the same from day to day."""
    what: str
    """"Trả lời kiến nghị ngày 04/11/2026 của Ban Thanh tra nhân dân"."""
    due: Due
    mend: str
    duty: str = ""
    """Id of the duty that sets the day; empty where the commune has promised it."""


def answer_of(record: Record[Any]) -> Answer:
    """What any record tells by the fields that all kinds share: `ky`, `ngay_dang`, `ngay_quyet_dinh`."""
    disclosure = disclosure_of(record) or Disclosure()
    decided = disclosure.decided or (disclosure.document.day if disclosure.document else None)
    period = getattr(record.data, "period", None)
    return Answer(
        record=record,
        period=period if isinstance(period, Period) else None,
        posted=disclosure.posted,
        moments={Moment.DECIDED: decided} if decided else {},
        forms=tuple(disclosure.forms),
    )


def answers_of(records: Iterable[Record[Any]]) -> Iterable[Answer]:
    """One answer a record."""
    return map(answer_of, records)
