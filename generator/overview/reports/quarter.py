"""How much communes disclosed in this quarter to date, to send as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.core import Draft, Link
from generator.fields.period import Period
from generator.overview.coverage import METHOD
from generator.overview.reports.period import before, quarter_of
from generator.overview.rows import REPORTS, Part, Row, duty_page, judged, pages_of
from generator.overview.standing import Account, mean_of
from generator.overview.totals import Totals, totals_of
from generator.overview.weeks import monday
from generator.province import Duty
from generator.province.verdicts import DutyStanding
from generator.words.letters import capital

URL = f"{REPORTS}quy/"
MOST = 10
"""Duties that are named as most often overdue."""
RULES = (
    "Máy đếm từ những gì mỗi xã, phường công khai trên trang của mình (tệp cong-khai.json); ai cũng đếm lại được.",
    "Chỉ tính nơi đã tham gia và có số liệu. Nơi chưa có số liệu không bị coi là chậm, không tính vào số nào.",
    "“Đã công khai”: số việc luật đòi mà trang đã có hoặc xã khai là không phát sinh, chia cho mọi việc luật đòi đã đến lúc phải có; làm tròn xuống.",
    "“Đúng hạn”: chỉ tính mục tính được hạn; số mục đúng hạn chia cho tổng số mục đúng hạn, chậm và quá hạn.",
    "“Quá hạn” tính đến ngày làm báo cáo, kể cả việc còn lại từ những quý trước.",
    "Số trung bình là trung bình cộng các xã, phường.",
    "Có trên trang chưa chắc là đúng và đủ; không nên dùng riêng số này để xếp loại thi đua.",
)
"""How it is counted, in the words of the page that says all of it."""


@dataclass(frozen=True)
class Since:
    """Shares now and at the end of the quarter before, of the communes that are known at both times."""

    week: date
    """Monday of the last whole week of the quarter before."""
    known: int
    then: int
    now: int

    @property
    def sunday(self) -> date:
        return self.week + timedelta(days=6)


@dataclass(frozen=True)
class Line:
    """One commune."""

    row: Row
    account: Account
    then: int | None
    """Its share at the end of the quarter before."""


@dataclass(frozen=True)
class Late:
    """A duty, and at how many communes it is overdue."""

    duty: Duty
    page: str
    overdue: int
    bound: int
    """Communes that it binds and that have joined."""


@dataclass(frozen=True)
class Quarter:
    """All figures of the report."""

    day: date
    period: Period
    totals: Totals
    since: Since | None
    lines: tuple[Line, ...]
    late: tuple[Late, ...]

    @property
    def title(self) -> str:
        return f"Báo cáo tình hình công khai ở cấp xã {self.period}"

    @property
    def file(self) -> str:
        """Address of the report as a file, without its ending."""
        return f"{URL}bao-cao-quy-{(self.period.start.month + 2) // 3}-{self.period.start.year}"

    @property
    def absent(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Why communes have no figures, and the names of those; what to mend first stands first."""
        names: dict[Part, list[str]] = {part: [] for part in reversed(Part)}
        for row in self.totals.absent:
            names[row.part].append(row.name)
        return tuple((capital(part.label), tuple(found)) for part, found in names.items() if found)

    @property
    def last(self) -> date:
        """Of the quarter before."""
        return before(self.period)


@dataclass(frozen=True)
class Page:
    """Facts of one page."""

    quarter: Quarter
    lines: Sequence[Line]
    pages: tuple[Link, ...]
    here: str
    rules, method = RULES, METHOD

    @property
    def first(self) -> bool:
        return self.here == URL

    @property
    def files(self) -> tuple[Link, ...]:
        return Link("PDF", f"{self.quarter.file}.pdf"), Link("Excel", f"{self.quarter.file}.xlsx")


def quarter(rows: Sequence[Row], duties: Mapping[str, Duty], day: date) -> Quarter:
    period = quarter_of(day)
    week = monday(before(period) - timedelta(days=6))
    lines = tuple(
        Line(row, account, dict(row.trend.points).get(week) if row.trend.told else None)
        for row, account in judged(rows)
    )
    return Quarter(day, period, totals_of(rows), _since(lines, week), lines, tuple(_late(lines, duties)))


def quarter_pages(found: Quarter) -> Iterator[Draft]:
    lead = "Mỗi xã, phường công khai được bao nhiêu, việc nào hay quá hạn, đến hôm nay của quý này."
    for url, lines, pages in pages_of(found.lines, URL):
        yield Draft(
            url, found.title, "province/bao-cao-quy.html", Page(found, lines, pages, url), lead, REPORTS
        )


def _since(lines: Iterable[Line], week: date) -> Since | None:
    """None where no commune is known at both times."""
    both = [(line.then, line.account.share) for line in lines]
    known = [(then, now) for then, now in both if then is not None and now is not None]
    then, now = mean_of([then for then, _ in known]), mean_of([now for _, now in known])
    return Since(week, len(known), then, now) if then is not None and now is not None else None


def _late(lines: Sequence[Line], duties: Mapping[str, Duty]) -> Iterator[Late]:
    """Most often overdue first; equal ones in the order of the law."""
    places = [place for line in lines for place in line.account.standings.items()]
    overdue = Counter(id for id, place in places if place is DutyStanding.OVERDUE)
    bound = Counter(id for id, place in places if place is not DutyStanding.NOT_APPLICABLE)
    order = list(duties)
    for id, count in sorted(overdue.items(), key=lambda one: (-one[1], order.index(one[0])))[:MOST]:
        yield Late(duties[id], duty_page(duties[id]), count, bound[id])
