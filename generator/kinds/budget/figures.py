"""Reading the tables: which line belongs to which, totals, rates."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from generator.kinds.budget.model import Against, Budget, Indicator, PublishedRate, Side, Table
from generator.words.money import say_number, say_percent, share

COLUMNS = {"planned": "du_toan", "actual": "thuc_hien", "previous": "nam_truoc"}
"""The figures of a line: attribute and YAML key."""


def children(rows: Sequence[Indicator]) -> list[list[int]]:
    """For each line the places of those one level below it, up to the next line of its own level."""
    found: list[list[int]] = [[] for _ in rows]
    above: list[int] = []
    for index, row in enumerate(rows):
        while above and rows[above[-1]].level >= row.level:
            above.pop()
        if above:
            found[above[-1]].append(index)
        above.append(index)
    return found


def top(table: Table) -> list[Indicator]:
    """The lines of the first level: one total, or several parts."""
    return [row for row in table.rows if row.level == 1]


def total(budget: Budget, side: Side, column: str) -> int | None:
    """The total of a side in đồng; None where the column is not told of every line of the first level."""
    table = budget.table(side)
    figures = [getattr(row, column) for row in top(table)] if table else []
    if not figures or None in figures:
        return None
    return sum(budget.dong(figure) for figure in figures)


def rate(row: Indicator, against: Against, budget: Budget) -> Decimal | None:
    """In per cent, one decimal; None where a figure lacks or there is nothing to compare with."""
    part, whole = row.compared(against)
    return None if part is None or whole is None else share(budget.dong(part), budget.dong(whole))


def differs(row: Indicator, told: PublishedRate) -> bool:
    """Whether a printed rate is neither the rounded nor the cut-off rate of the figures."""
    part, whole = row.compared(told.against)
    if part is None or not whole:
        return False
    exact, step = part * 100 / whole, Decimal(1).scaleb(int(told.percent.as_tuple().exponent))
    return told.percent not in {exact.quantize(step, way) for way in (ROUND_HALF_UP, ROUND_FLOOR)}


def explain(row: Indicator, told: PublishedRate, budget: Budget) -> str:
    """Both figures in one sentence without its stop, for the check and for the page."""
    part, whole = row.compared(told.against)
    own = rate(row, told.against, budget)
    counted = "không tính được" if own is None else f"là {say_percent(own)}"
    made = "" if part is None or whole is None else f" ({say_figure(part)} so với {say_figure(whole)})"
    return f"báo cáo ghi {say_percent(told.percent)} {told.against.label}, tính từ bảng số {counted}{made}"


def say_figure(figure: Decimal) -> str:
    """1.234,5; without decimals that say nothing."""
    whole = figure == figure.to_integral_value()
    return say_number(int(figure) if whole else figure.normalize())
