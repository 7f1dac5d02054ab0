"""What the page of one budget record shows: the two sides in bars, the tables, what does not agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.budget.bars import DEEPEST, Bar, bar
from generator.kinds.budget.figures import differs, explain, rate, say_figure
from generator.kinds.budget.model import MONTHS, Against, Budget, Indicator, Side, Stage, Table
from generator.province.verdicts import TIMELY_TONES, Timeliness, Verdict
from generator.words.dates import say_day
from generator.words.money import say_percent

SECTION = "ngan-sach/"
DUTIES = {
    Stage.DRAFT: "NS-DU-THAO",
    Stage.DECIDED: "NS-QUYET-DINH",
    Stage.QUARTER: "NS-QUY",
    Stage.HALF: "NS-QUY",
    Stage.NINE: "NS-QUY",
    Stage.YEAR: "NS-NAM",
    Stage.SETTLED: "NS-QUYET-TOAN",
}
"""The duty that each stage fulfils."""
SIDES = (Side.REVENUE, Side.EXPENDITURE)


@dataclass(frozen=True)
class Line:
    """One line of a table, as printed."""

    number: str
    name: str
    level: int
    """1 to 3; deeper ones stand no deeper on the page."""
    cells: tuple[tuple[str, str], ...]
    """Short name of the column on a phone, and the figure; empty where it is not told."""


@dataclass(frozen=True)
class Shown:
    """One table."""

    title: str
    form: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Tag:
    """Whether it was posted in time."""

    text: str
    tone: str


@dataclass(frozen=True)
class Sheet:
    """Facts of the page."""

    url: str
    title: str
    budget: Budget
    tag: Tag | None
    due: str
    """"Hạn 10/07/2026: 10 ngày kể từ 30/06/2026"; empty where there is none."""
    bars: tuple[Bar, ...]
    tables: tuple[Shown, ...]
    doubts: tuple[str, ...]


def sheet(record: Record[Budget], scope: Scope) -> Sheet:
    budget = record.data
    verdict = verdict_of(record, scope)
    limit = verdict.due if verdict else None
    return Sheet(
        url=f"{SECTION}{record.id}/",
        title=title_of(budget.stage, budget.year),
        budget=budget,
        tag=tag_of(verdict),
        due=f"Hạn: {say_day(limit.day)}, {limit.count}" if limit else "",
        bars=tuple(bar(side, budget) for side in SIDES if budget.table(side)),
        tables=tuple(_shown(table, budget) for table in budget.tables),
        doubts=tuple(_doubts(budget)),
    )


def title_of(stage: Stage, year: int) -> str:
    """ "Thực hiện ngân sách 6 tháng đầu năm 2026" """
    if stage in MONTHS:
        return f"Thực hiện ngân sách {MONTHS[stage]} tháng đầu năm {year}"
    return {
        Stage.DRAFT: f"Dự toán ngân sách năm {year} trình Hội đồng nhân dân",
        Stage.DECIDED: f"Dự toán ngân sách năm {year} đã quyết định",
        Stage.YEAR: f"Thực hiện ngân sách cả năm {year}",
    }.get(stage, f"Quyết toán ngân sách năm {year}")


def verdict_of(record: Record[Budget], scope: Scope) -> Verdict | None:
    """How the duty of its stage judges a record; None for a commune that has not joined."""
    duty = DUTIES[record.data.stage]
    own = (v for v in scope.verdicts if v.duty.id == duty and v.record and v.record.source == record.source)
    return next(own, None)


def tag_of(verdict: Verdict | None) -> Tag | None:
    """ "Đúng hạn", "Chậm 4 ngày"; None where it cannot be told."""
    if verdict is None or verdict.timeliness not in (Timeliness.ON_TIME, Timeliness.LATE):
        return None
    return Tag(verdict.label, TIMELY_TONES[verdict.timeliness])


def _shown(table: Table, budget: Budget) -> Shown:
    columns = _columns(budget)
    used = [name for name in columns if any(_cell(row, name, budget) for row in table.rows)]
    lines = tuple(
        Line(
            row.number or "",
            row.name,
            min(row.level, DEEPEST),
            tuple((columns[name][1], _cell(row, name, budget)) for name in used),
        )
        for row in table.rows
    )
    title = table.title or table.side.label
    return Shown(title, table.form or "", tuple(columns[name][0] for name in used), lines)


def _columns(budget: Budget) -> dict[str, tuple[str, str]]:
    """Heading of each column, and its short name on a phone."""
    stage, year = budget.stage, budget.year
    done = "Quyết toán" if stage is Stage.SETTLED else "Thực hiện"
    before = f"Cùng kỳ {year - 1}" if stage in MONTHS else f"Năm {year - 1}"
    return {
        "planned": (f"Dự toán {year}", "dự toán"),
        "actual": (done, done.lower()),
        "to_plan": ("So với dự toán", "đạt"),
        "previous": (before, before.lower()),
        "to_previous": (f"So với {before.lower()}", f"so với {before.lower()}"),
    }


def _cell(row: Indicator, name: str, budget: Budget) -> str:
    rates = {"to_plan": Against.PLAN, "to_previous": Against.PREVIOUS}
    if name in rates:
        percent = rate(row, rates[name], budget)
        return "" if percent is None else say_percent(percent)
    figure: Decimal | None = getattr(row, name)
    return "" if figure is None else say_figure(figure)


def _doubts(budget: Budget) -> Iterable[str]:
    for table in budget.tables:
        for row in table.rows:
            for told in row.rates:
                if differs(row, told):
                    yield f"{row.name}: {explain(row, told, budget)}."
