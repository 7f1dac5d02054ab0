"""What a loudspeaker says of the budget: totals of both sides, then the commune's own plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.budget.figures import total
from generator.kinds.budget.model import Budget, Side
from generator.kinds.budget.view import title_of
from generator.words.money import say_percent, say_short_money, share


def spoken(record: Record[Budget], scope: Scope) -> Iterable[str]:
    found = record.data
    yield f"{title_of(found.stage, found.year)}."
    yield from _total(found, Side.REVENUE, "thu")
    yield from _total(found, Side.EXPENDITURE, "chi")
    yield found.summary


def _total(found: Budget, side: Side, word: str) -> Iterator[str]:
    planned, actual = total(found, side, "planned"), total(found, side, "actual")
    if found.stage.is_plan and planned is not None:
        yield f"Tổng {word} dự toán {say_short_money(planned)}."
    elif not found.stage.is_plan and actual is not None:
        yield f"Đã {word} {say_short_money(actual)}."
        rate = share(actual, planned) if planned else None
        if rate is not None:
            yield f"Số {word} bằng {say_percent(rate)} dự toán."
