"""How a duty stands on a day: whether it is fulfilled, and whether in time. Two things, never one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import Any, Protocol

from generator.core import Record
from generator.fields.choice import Choice
from generator.fields.period import Period
from generator.province.calendar import WorkCalendar
from generator.province.duties import DayUnit, Deadline, Duty
from generator.words.dates import say_day


class Fulfilment(Choice):
    """Whether what the law orders is there: code in the data files, label on the page."""

    PUBLISHED = "da_cong_khai", "Đã công khai"
    EMPTY = "khong_phat_sinh", "Không phát sinh"
    MISSING = "chua_co", "Chưa công khai"
    NOT_APPLICABLE = "khong_ap_dung", "Không áp dụng"


class Timeliness(Choice):
    """Whether it came in time."""

    ON_TIME = "dung_han", "Đúng hạn"
    LATE = "cham", "Chậm"
    DUE = "chua_den_han", "Chưa đến hạn"
    OVERDUE = "qua_han", "Quá hạn"
    UNKNOWN = "khong_tinh_duoc", "Không tính được"
    NONE = "khong_co_han", "Không có hạn"


TIMELY_TONES = {Timeliness.ON_TIME: "tot", Timeliness.LATE: "vua", Timeliness.OVERDUE: "xau"}
"""The tone of the tag, on every page: red is kept for what is still to be done."""


@dataclass(frozen=True)
class Due:
    """A deadline worked out: from which day, to which day, and the count in words."""

    start: date
    day: date
    count: str
    """"5 ngày làm việc kể từ 05/11/2026"."""


def due(start: date, deadline: Deadline, calendar: WorkCalendar) -> Due:
    """The last day in time, and what it is counted from."""
    day = deadline.last_day(start, calendar)
    if not deadline.number:
        return Due(start, day, "ngày cuối của kỳ")
    since = "trước" if deadline.before else "kể từ"
    count = f"{deadline.number} {deadline.unit.label} {since} {say_day(start)}"
    years = calendar.unknown(start, day) if deadline.unit is DayUnit.WORKING_DAY else ()
    unknown = f", lịch nghỉ năm {' và '.join(map(str, years))} chưa có" if years else ""
    return Due(start, day, f"{count}{unknown}")


@dataclass(frozen=True)
class Verdict:
    """How one duty stands, for one period or one record of it."""

    duty: Duty
    state: Fulfilment
    timeliness: Timeliness
    why: str
    """One plain sentence without its stop."""
    period: Period | None = None
    record: Record[Any] | None = None
    """What fulfils it, or the declaration that there is nothing."""
    part: str = ""
    """Which part of the record, where not the whole of it does."""
    posted: date | None = None
    due: Due | None = None
    days: int = 0
    """Late by, due in, or overdue by; as the timeliness says."""
    mend: str = ""
    """The next step of whoever edits the files; empty where there is none."""
    lacking: tuple[str, ...] = ()
    """Forms that the law orders beside the website and that the record does not tell."""

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self.state is Fulfilment.MISSING

    @property
    def period_name(self) -> str:
        """The period as its reports name it: what counts from January says "9 tháng đầu năm 2026"."""
        end = self.period.end if self.period else None
        if end and self.duty.cumulative and end.month < 12:
            return f"{end.month} tháng đầu năm {end.year}"
        return str(self.period) if self.period else ""

    @property
    def label(self) -> str:
        """The timeliness in words, with its days: "Chậm 4 ngày"; empty where there is no deadline."""
        return say_timeliness(self.timeliness, self.days)


def say_timeliness(timeliness: Timeliness, days: int) -> str:
    """With its days: "Chậm 4 ngày"; empty where there is no deadline."""
    if timeliness is Timeliness.NONE:
        return ""
    if timeliness is Timeliness.DUE:
        return f"Còn {days} ngày" if days else "Hôm nay là hạn"
    return f"{timeliness.label} {days} ngày" if days else timeliness.label


class DutyStanding(StrEnum):
    """How a duty stands as a whole: by what is worst of it, as far as anything is open."""

    OVERDUE = "qua-han"
    MISSING = "chua-co"
    COMING = "chua-den-han"
    PUBLISHED = "da-co"
    EMPTY = "khong-phat-sinh"
    NOT_APPLICABLE = "khong-ap-dung"


def by_duty(verdicts: Iterable[Verdict]) -> Iterator[tuple[Verdict, ...]]:
    """The verdicts of each duty that pages show, together."""
    shown = (verdict for verdict in verdicts if verdict.duty.shown)
    return (tuple(group) for _, group in groupby(shown, key=lambda verdict: verdict.duty.id))


class Judged(Protocol):
    """A verdict, or what a site tells of one."""

    @property
    def state(self) -> Fulfilment: ...
    @property
    def timeliness(self) -> Timeliness: ...
    @property
    def open(self) -> bool: ...


def standing_of(verdicts: Sequence[Judged]) -> DutyStanding:
    """Of all verdicts of one duty."""
    if any(v.open and v.timeliness is Timeliness.OVERDUE for v in verdicts):
        return DutyStanding.OVERDUE
    if any(v.open and v.timeliness is not Timeliness.DUE for v in verdicts):
        return DutyStanding.MISSING
    states = {verdict.state for verdict in verdicts}
    for state, place in (
        (Fulfilment.PUBLISHED, DutyStanding.PUBLISHED),
        (Fulfilment.EMPTY, DutyStanding.EMPTY),
        (Fulfilment.MISSING, DutyStanding.COMING),
    ):
        if state in states:
            return place
    return DutyStanding.NOT_APPLICABLE
