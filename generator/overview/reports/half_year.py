"""What stands on the communes' sites and what was posted in this half-year, counted as a rule wants it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from generator.core import Draft, File, Link
from generator.export.cells import YES
from generator.export.workbook import Sheet
from generator.fields.period import Period
from generator.kinds import kinds
from generator.kinds._kind import Kind
from generator.kinds.document.model import OfficialDocument
from generator.kinds.procedure import KIND as PROCEDURES
from generator.overview.records import Records
from generator.overview.reports.period import half_of
from generator.overview.reports.tables import UNIT, About, book_file, column
from generator.overview.rows import REPORTS, pages_of
from generator.overview.sites import Published
from generator.province import Province
from generator.province.indices import Counted, HalfYearly
from generator.words.dates import say_day

if TYPE_CHECKING:
    from generator.overview.seen import Seen

URL = f"{REPORTS}sau-thang/"


@dataclass(frozen=True, slots=True)
class Count:
    """So many stand; of how many the site says that they were first posted in the half-year."""

    stand: int
    posted: int | None
    """None of what has no day of its own: procedures."""

    def __add__(self, other: Count) -> Count:
        posted = None if self.posted is None or other.posted is None else self.posted + other.posted
        return Count(self.stand + other.stand, posted)


@dataclass(frozen=True)
class Line:
    """One commune, a count for each column."""

    site: Published
    counts: tuple[Count, ...]


@dataclass(frozen=True)
class Half:
    """All figures of the report."""

    day: date
    period: Period
    rule: HalfYearly
    columns: tuple[Counted, ...]
    """Those that can be counted."""
    lines: tuple[Line, ...]
    sums: tuple[Count, ...]

    @property
    def title(self) -> str:
        return f"Số đếm nội dung trên trang, {self.period}"

    @property
    def file(self) -> str:
        return f"{URL}so-dem-{self.period.start:%Y-%m}.xlsx"

    @property
    def others(self) -> tuple[Counted, ...]:
        """Columns of the rule that the sites cannot tell."""
        return tuple(counted for counted in self.rule.counted if not counted.kinds)


@dataclass(frozen=True)
class Part:
    """Facts of one page."""

    half: Half
    lines: Sequence[Line]
    pages: tuple[Link, ...]
    here: str

    @property
    def first(self) -> bool:
        return self.here == URL


def rule_of(province: Province, day: date) -> HalfYearly | None:
    """The rule that holds on the day; None where none is declared."""
    return next((rule for rule in province.indices.half_yearly if rule.in_force(day)), None)


def counts(records: Records, rule: HalfYearly, day: date, province: Province) -> Iterator[Count]:
    """Of one commune, for each column that can be counted."""
    until = Period(half_of(day).start, day)
    return (_count(records, counted, until, province) for counted in _columns(rule))


def half_year(province: Province, found: Iterable[Seen], day: date) -> Half | None:
    """Of the communes that have joined; None where no rule is declared that holds on the day."""
    rule = rule_of(province, day)
    if rule is None:
        return None
    columns = _columns(rule)
    lines = tuple(Line(one.site, one.counts) for one in found)
    sums = tuple(_sum(line.counts[at] for line in lines) for at in range(len(columns)))
    return Half(day, half_of(day), rule, columns, lines, sums)


def half_pages(half: Half) -> Iterator[Draft]:
    lead = "Mỗi xã, phường có bao nhiêu văn bản, thủ tục, dự án, báo cáo trên trang; sáu tháng này đăng bao nhiêu."
    for url, lines, pages in pages_of(half.lines, URL):
        facts = Part(half, lines, pages, url)
        yield Draft(url, half.title, "province/bao-cao-sau-thang.html", facts, lead, REPORTS)


def half_file(half: Half, province: Province) -> File:
    rule = half.rule
    method = (
        f"Các cột theo Quyết định {rule.number} ngày {say_day(rule.day)}, áp dụng ở {rule.place}; "
        f"chưa thấy quy định như vậy của {province.settings.name}. “Đang có”: đếm trên trang hôm nay. "
        f"“Đăng trong kỳ”: ngày đăng lần đầu từ {say_day(half.period.start)} đến {say_day(half.day)}."
    )
    about = About(half.title, province.settings.name, half.day, method)
    heads = [*UNIT]
    for counted in half.columns:
        heads.append(column(f"{counted.title}: đang có", counted.note or "", "integer"))
        heads.append(column(f"{counted.title}: đăng trong kỳ", "", "integer"))
    rows = [
        [line.site.unit.code, line.site.unit.name, *(v for c in line.counts for v in (c.stand, c.posted))]
        for line in half.lines
    ]
    return book_file(half.file, about, [Sheet("Từng xã, phường", tuple(heads), rows)])


def _columns(rule: HalfYearly) -> tuple[Counted, ...]:
    return tuple(counted for counted in rule.counted if counted.kinds)


def _count(records: Records, counted: Counted, period: Period, province: Province) -> Count:
    own = [kind for kind in kinds() if kind.name in counted.kinds]
    return _sum(_of_kind(records, kind, counted, period, province) for kind in own)


def _of_kind(
    records: Records, kind: Kind[Any], counted: Counted, period: Period, province: Province
) -> Count:
    if kind.name == PROCEDURES.name:
        return Count(_received(records, province), None)
    found = [one.data for one in records.of(kind)]
    if counted.types:
        found = [d for d in found if isinstance(d, OfficialDocument) and d.type.value in counted.types]
    days = [record.disclosure.posted for record in found]
    return Count(len(found), sum(day is not None and period.start <= day <= period.end for day in days))


def _received(records: Records, province: Province) -> int:
    """Procedures of the province's catalogue that the commune says it receives papers for."""
    rows = records.procedures
    return len({str(row.get("ma")) for row in rows if row.get("tiep_nhan") == YES} & {*province.procedures})


def _sum(several: Iterable[Count]) -> Count:
    found = list(several)
    return sum(found[1:], found[0]) if found else Count(0, 0)
