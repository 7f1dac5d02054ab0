"""Rules across the budget records of a year: each stage once, money spent never shrinks, one plan."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from generator.core import Problem, Record
from generator.kinds._kind import Scope
from generator.kinds._references import inside
from generator.kinds.budget.figures import total
from generator.kinds.budget.model import Budget, Side, Stage
from generator.words.money import say_money

Records = dict[Stage, Record[Budget]]
ORDER = (Stage.QUARTER, Stage.HALF, Stage.NINE, Stage.YEAR)
SIDES = (Side.REVENUE, Side.EXPENDITURE)


def check_across(scope: Scope) -> Iterable[Problem]:
    years: dict[int, Records] = {}
    for record in scope.commune.all("budget"):
        known = years.setdefault(record.data.year, {})
        first = known.setdefault(record.data.stage, record)
        if first is not record:
            yield record.problem(
                "not_unique",
                ("giai_doan",),
                f"“{record.data.stage.label}” năm {record.data.year} đã có tệp khác "
                f"({inside(scope.commune, first.source.at('giai_doan'))})",
                "Mỗi giai đoạn của một năm một tệp; sửa số thì sửa tệp cũ và ghi vào dinh_chinh.",
            )
    for known in years.values():
        yield from _growing(known)
        yield from _one_plan(known)


def _growing(known: Records) -> Iterable[Problem]:
    """Figures run from the first of January, so a later stage has at least as much."""
    told = [known[stage] for stage in ORDER if stage in known]
    for before, after in pairwise(told):
        for side in SIDES:
            earlier, later = total(before.data, side, "actual"), total(after.data, side, "actual")
            if earlier is not None and later is not None and later < earlier:
                yield after.notice(
                    "actual_decreased",
                    ("bang",),
                    f"{side.label.lower()} {after.data.stage.label.lower()} {say_money(later)}, ít hơn "
                    f"{before.data.stage.label.lower()} {say_money(earlier)}",
                    "Số thực hiện cộng dồn từ đầu năm; xem lại hai bảng.",
                )


def _one_plan(known: Records) -> Iterable[Problem]:
    if Stage.DECIDED not in known:
        return
    decided = known[Stage.DECIDED].data
    for stage in (*ORDER, Stage.SETTLED):
        for side in SIDES if stage in known else ():
            plan, used = total(decided, side, "planned"), total(known[stage].data, side, "planned")
            if plan is not None and used is not None and plan != used:
                yield known[stage].notice(
                    "plan_differs",
                    ("bang",),
                    f"dự toán {side.label.lower()} ghi {say_money(used)}, dự toán đã quyết định là {say_money(plan)}",
                    "Dự toán đã điều chỉnh thì nói ở tom_tat.",
                )
