"""Time limits in plain words; what the source leaves unclear is said to be unclear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.province.procedures import CaseLimit, TimeLimit, TimeUnit

UNKNOWN = "chưa rõ"
SEE_NOTE = "xem ghi chú"
BORROWED = "Nguồn không ghi đơn vị ở đây; đơn vị lấy từ “Thời hạn theo trường hợp” của chính thủ tục này."
ZERO = "Nguồn ghi số 0, không ghi đơn vị."


@dataclass(frozen=True)
class Time:
    """One time limit as the page says it."""

    text: str
    """ "7,5 ngày làm việc"; `SEE_NOTE` or `UNKNOWN` where the source gives no number."""
    remark: str = ""
    """Our own words about a gap of the source."""
    note: str = ""
    """The source's words."""

    @property
    def brief(self) -> str:
        """For a line of facts: a short note stands for "see note"."""
        return self.note if self.text == SEE_NOTE and len(self.note) <= 80 else self.text


def say_time(limit: TimeLimit | None, cases: Sequence[CaseLimit] = ()) -> Time:
    """A limit in words; `cases` of the same procedure may lend the unit that it lacks."""
    if limit is None:
        return Time(UNKNOWN)
    note = limit.note or ""
    if limit.number is None:
        return Time(SEE_NOTE if note else UNKNOWN, note=note)
    if _has_unit(limit):
        return Time(limit.say(), note=note)
    if limit.number == 0:
        return Time(SEE_NOTE if note else UNKNOWN, ZERO, note)
    units = {c.limit.unit for c in cases if c.limit.number == limit.number and _has_unit(c.limit)}
    if len(units) == 1:
        return Time(limit.model_copy(update={"unit": units.pop()}).say(), BORROWED, note)
    return Time(limit.say(), note=note)


def _has_unit(limit: TimeLimit) -> bool:
    return limit.unit not in (None, TimeUnit.UNSTATED)
