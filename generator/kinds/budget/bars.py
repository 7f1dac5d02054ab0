"""Planned against collected or spent, in words and as bars."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.kinds.budget.figures import children, total
from generator.kinds.budget.model import Budget, Side
from generator.words.money import say_percent, say_short_money, share

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
    planned: int | None = None
    """In đồng, as what was collected or spent."""
    actual: int | None = None


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
        return Bar(name, None, figure, "dự toán" if planned is not None else "", planned, actual)
    if percent is None:
        return Bar(name, None, say_short_money(actual), "chưa ghi dự toán", planned, actual)
    detail = f"{say_short_money(actual)} trong {say_short_money(planned or 0)} dự toán"
    return Bar(name, min(round(percent), 100), say_percent(percent), detail, planned, actual)


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
