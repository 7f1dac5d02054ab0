"""The budget on one page: the commune's own words, both sides as bars, and what the money goes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.kinds import _paper
from generator.kinds._disclosure import Document
from generator.kinds._kind import Scope
from generator.kinds.budget.bars import Bar, bar_of, uses
from generator.kinds.budget.figures import total
from generator.kinds.budget.model import Budget, Side
from generator.kinds.budget.view import SECTION, sheet
from generator.words.dates import say_day
from generator.words.sentences import unmarked


def papers(scope: Scope) -> Iterator[_paper.Sheet]:
    for record in scope.commune.all("budget"):
        shown = sheet(record, scope)
        budget = shown.budget
        facts = {
            "summary": "\n".join(filter(None, unmarked(budget.summary).splitlines())),
            "until": "" if budget.stage.is_plan else f"Số liệu đến hết ngày {say_day(budget.period.end)}.",
            "plan": budget.stage.is_plan,
            "sides": list(_drawn(shown.bars)),
            "uses": list(_drawn(tuple(_uses(budget)))),
            "decision": _decision(budget.decision),
        }
        yield _paper.Sheet(
            f"{SECTION}{record.id}", shown.title, "budget/page.typ", facts, shown.url, record
        )


def _uses(budget: Budget) -> Iterator[Bar]:
    """The largest, and in one line what is left of the whole, so that the sums agree."""
    named = tuple(uses(budget))
    yield from named
    planned = _left(total(budget, Side.EXPENDITURE, "planned"), [bar.planned for bar in named])
    actual = _left(total(budget, Side.EXPENDITURE, "actual"), [bar.actual for bar in named])
    if named and (planned or actual):
        yield bar_of("Các khoản khác", planned, actual)


def _left(whole: int | None, parts: Sequence[int | None]) -> int | None:
    """None where the whole is unknown or the parts are more than it."""
    left = None if whole is None else whole - sum(filter(None, parts))
    return None if left is None or left < 0 else left


def _decision(document: Document | None) -> str:
    if document is None or not document.number:
        return ""
    return ", ".join(filter(None, (f"Văn bản: số {document.number}", document.subject)))


def _drawn(bars: Sequence[Bar]) -> Iterable[dict[str, Any]]:
    """Bars of one chart on one scale: lengths in hundredths of its largest sum."""
    most = max((sum for bar in bars for sum in (bar.planned, bar.actual) if sum), default=0)
    for bar in bars:
        yield {
            "name": bar.name,
            "figure": bar.figure,
            "detail": bar.detail,
            "planned": _length(bar.planned, most),
            "actual": _length(bar.actual, most),
        }


def _length(sum: int | None, most: int) -> float | None:
    return None if sum is None or sum < 0 or not most else round(100 * sum / most, 1)
