"""What the page of one budget record shows: the two sides in bars, the tables, what does not agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.budget.figures import children, differs, explain, rate, say_figure, total
from generator.kinds.budget.model import MONTHS, Against, Budget, Indicator, Side, Stage, Table
from generator.province.verdicts import Timeliness, Verdict
from generator.words.dates import say_day
from generator.words.money import say_percent, say_short_money, share

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
TONES = {Timeliness.ON_TIME: "tot", Timeliness.LATE: "xau", Timeliness.OVERDUE: "xau"}
SIDES = (Side.REVENUE, Side.EXPENDITURE)
DEEPEST, USES = 3, 8
"""The level of a table that tells a reader something, and how many lines of it the overview shows."""


@dataclass(frozen=True)
class Bar:
    """Planned against collected or spent, in words and as the length of a bar."""

    name: str
    percent: int | None
    """0 to 100; None where nothing is collected or spent yet."""
    figure: str
    """"55%"; the plan where that is all there is."""
    detail: str


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
        due=f"Hạn {say_day(limit.day)}: {limit.count}" if limit else "",
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
    """ "Đăng đúng hạn", "Đăng chậm 4 ngày"; None where it cannot be told."""
    if verdict is None or verdict.timeliness not in (Timeliness.ON_TIME, Timeliness.LATE):
        return None
    return Tag(f"Đăng {verdict.label[0].lower()}{verdict.label[1:]}", TONES[verdict.timeliness])


def bar(side: Side, budget: Budget, plan: Budget | None = None) -> Bar:
    """One side; the plan is another record's where this one does not tell it."""
    planned = total(budget, side, "planned")
    if planned is None and plan:
        planned = total(plan, side, "planned")
    return bar_of(side.label, planned, total(budget, side, "actual"))


def bar_of(name: str, planned: int | None, actual: int | None) -> Bar:
    """Sums in đồng to words: "5,06 tỷ đồng trong 9,2 tỷ đồng dự toán"."""
    percent = None if planned is None or actual is None else share(actual, planned)
    if actual is None:
        figure = "chưa có số" if planned is None else say_short_money(planned)
        return Bar(name, None, figure, "dự toán" if planned is not None else "")
    if percent is None:
        return Bar(name, None, say_short_money(actual), "chưa ghi dự toán")
    detail = f"{say_short_money(actual)} trong {say_short_money(planned or 0)} dự toán"
    return Bar(name, min(round(percent), 100), say_percent(percent), detail)


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


def uses(budget: Budget) -> Iterable[Bar]:
    """What the money goes to: the smallest lines of the expenditure table, the largest sums first."""
    table = budget.table(Side.EXPENDITURE)
    if table is None:
        return
    below = children(table.rows)
    parts = [
        row
        for row, lines in zip(table.rows, below, strict=True)
        if row.level > 1 and (row.level == DEEPEST or (row.level < DEEPEST and not lines))
    ]
    for row in sorted(parts, key=lambda each: each.planned or each.actual or 0, reverse=True)[:USES]:
        planned = None if row.planned is None else budget.dong(row.planned)
        actual = None if row.actual is None else budget.dong(row.actual)
        yield bar_of(row.name, planned, actual)
