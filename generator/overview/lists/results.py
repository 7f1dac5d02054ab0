"""How papers were dealt with, commune beside commune, of one and the same month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.core import Draft
from generator.fields.period import Period
from generator.kinds.results import KIND
from generator.kinds.results.model import PeriodResult, RateOf, Results
from generator.overview.records import Records
from generator.province import Unit
from generator.words.money import share


@dataclass(frozen=True, slots=True)
class Told:
    """What one commune tells of whole months, of all fields together; the last half year is enough."""

    unit: Unit
    url: str
    months: tuple[PeriodResult, ...]


@dataclass(frozen=True)
class Line:
    """One commune in the month."""

    of: Told
    result: PeriodResult

    in_time, online = RateOf.IN_TIME, RateOf.ONLINE


@dataclass(frozen=True)
class Compared:
    """Facts of the page."""

    day: date
    period: Period | None
    """The latest month that most communes have told."""
    lines: tuple[Line, ...]
    silent: tuple[Told, ...]
    """Who has not told of that month."""

    def sum(self, name: str) -> int:
        return sum(getattr(line.result, name) or 0 for line in self.lines)

    @property
    def in_time(self) -> object:
        return share(self.sum("in_time"), self.sum("resolved"))


def months(records: Records, day: date) -> Iterator[Told]:
    """Of one commune."""
    for one in records.of(KIND):
        yield Told(one.unit, one.url, tuple(_lately(one.data, day)))


def results(found: Sequence[Told], day: date) -> Draft:
    told = [Line(one, result) for one in found for result in one.months]
    counts = Counter(line.result.period for line in told)
    period = max(counts, key=lambda each: (counts[each], each.end), default=None)
    lines = tuple(line for line in told if line.result.period == period)
    known = {line.of.unit.code for line in lines}
    facts = Compared(day, period, lines, tuple(one for one in found if one.unit.code not in known))
    lead = "Xã, phường nào nhận bao nhiêu hồ sơ, trả đúng hẹn được bao nhiêu."
    title = "Kết quả giải quyết hồ sơ"
    return Draft("ket-qua-ho-so/", title, "province/ket-qua-ho-so.html", facts, lead, menu=title)


def _lately(data: Results, day: date) -> Iterator[PeriodResult]:
    for result in data.periods:
        period = result.period
        days = (period.end - period.start).days
        if not result.field and days < 31 and 0 <= (day - period.end).days < 100:
            yield result
