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
from generator.overview.records import Of, records_of
from generator.overview.sites import Published
from generator.words.money import share


@dataclass(frozen=True)
class Line:
    """One commune in the month."""

    of: Of[Results]
    result: PeriodResult

    in_time, online = RateOf.IN_TIME, RateOf.ONLINE


@dataclass(frozen=True)
class Compared:
    """Facts of the page."""

    day: date
    period: Period | None
    """The latest month that most communes have told."""
    lines: tuple[Line, ...]
    silent: tuple[Of[Results], ...]
    """Who has not told of that month."""

    def sum(self, name: str) -> int:
        return sum(getattr(line.result, name) or 0 for line in self.lines)

    @property
    def in_time(self) -> object:
        return share(self.sum("in_time"), self.sum("resolved"))


def results(sites: Sequence[Published], day: date) -> Draft:
    found = [one for site in sites for one in records_of(site, KIND)]
    told = [line for one in found for line in _months(one, day)]
    counts = Counter(line.result.period for line in told)
    period = max(counts, key=lambda each: (counts[each], each.end), default=None)
    lines = tuple(line for line in told if line.result.period == period)
    known = {line.of.unit.code for line in lines}
    facts = Compared(day, period, lines, tuple(one for one in found if one.unit.code not in known))
    lead = "Xã, phường nào nhận bao nhiêu hồ sơ, trả đúng hẹn được bao nhiêu."
    title = "Kết quả giải quyết hồ sơ"
    return Draft("ket-qua-ho-so/", title, "province/ket-qua-ho-so.html", facts, lead, menu=title)


def _months(one: Of[Results], day: date) -> Iterator[Line]:
    """Whole months, of all fields together; the last half year is enough."""
    for result in one.data.periods:
        period = result.period
        days = (period.end - period.start).days
        if not result.field and days < 31 and 0 <= (day - period.end).days < 100:
            yield Line(one, result)
