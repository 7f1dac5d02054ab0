"""Rules of the budget: lines, days, one table a side, revenue against expenditure, forms of their time."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.core import Loc, Problem, Record
from generator.kinds._kind import Scope
from generator.kinds.budget.check_across import check_across
from generator.kinds.budget.check_dates import check_dates
from generator.kinds.budget.check_lines import check_lines
from generator.kinds.budget.figures import total
from generator.kinds.budget.model import Budget, MoneyUnit, Side, Stage, Table
from generator.words.money import say_money

SMALL = 100 * 10**6
"""A budget of less, in đồng, was probably written in millions."""
OLD_FORM = re.compile(r"\b(1[01][0-9]|120)\s*/\s*CK\b", re.IGNORECASE)
OLD_FORMS_UNTIL = 2025
"""Last budget year of the forms of TT 343/2016/TT-BTC; its successor leaves the forms to the province."""
OLD_FORMS = {
    Stage.DRAFT: range(103, 108),
    Stage.DECIDED: range(108, 113),
    Stage.QUARTER: range(113, 116),
    Stage.HALF: range(113, 116),
    Stage.NINE: range(113, 116),
    Stage.YEAR: range(113, 116),
    Stage.SETTLED: range(116, 121),
}
"""Numbers of those forms, by stage."""


def check(scope: Scope) -> Iterable[Problem]:
    for record in scope.commune.all("budget"):
        for index, table in enumerate(record.data.tables):
            loc: Loc = ("bang", index)
            yield from check_lines(record, loc, table)
            yield from _form(record, loc, table)
        yield from _sides(record)
        yield from _balance(record)
        yield from check_dates(record, scope.day)
    yield from check_across(scope)


def _form(record: Record[Budget], loc: Loc, table: Table) -> Iterable[Problem]:
    """The old forms belong to old years, and each to its stage."""
    old = OLD_FORM.search(table.form or "")
    if not old or int(old[1]) < 103:
        return
    budget, at = record.data, (*loc, "mau_bieu")
    if budget.year > OLD_FORMS_UNTIL:
        yield record.notice(
            "form_outdated",
            at,
            f"biểu {table.form} chỉ dùng cho năm ngân sách đến {OLD_FORMS_UNTIL}, đang ghi năm {budget.year}",
            "Ghi số biểu theo mẫu tỉnh quy định, hoặc bỏ dòng mau_bieu.",
        )
    elif int(old[1]) not in OLD_FORMS[budget.stage]:
        right = OLD_FORMS[budget.stage]
        yield record.notice(
            "form_of_other_stage",
            at,
            f"biểu {table.form} không phải biểu của “{budget.stage.label}”",
            f"Giai đoạn này dùng biểu {right.start} đến {right.stop - 1}; xem lại biểu hoặc giai_doan.",
        )


def _sides(record: Record[Budget]) -> Iterable[Problem]:
    seen = set()
    for index, table in enumerate(record.data.tables):
        if table.side in seen and table.side is not Side.OTHER:
            yield record.problem(
                "not_unique",
                ("bang", index, "phan"),
                f"đã có một bảng {table.side.label.lower()}",
                "Gộp làm một bảng; bảng chi tiết thêm thì ghi phan: khac và đặt tên.",
            )
        seen.add(table.side)


def _balance(record: Record[Budget]) -> Iterable[Problem]:
    budget = record.data
    revenue, spending = (total(budget, side, "planned") for side in (Side.REVENUE, Side.EXPENDITURE))
    for index, table in enumerate(budget.tables):
        column = "planned" if budget.stage.is_plan else "actual"
        found = None if table.side is Side.OTHER else total(budget, table.side, column)
        if found and found < SMALL and budget.unit is MoneyUnit.DONG:
            yield record.notice(
                "amount_unlikely",
                ("bang", index),
                f"cả bảng {table.side.label.lower()} chỉ có {say_money(found)}",
                "Số tính bằng triệu đồng thì thêm dòng don_vi: trieu_dong.",
            )
    if budget.stage.is_plan and revenue and spending and revenue != spending:
        yield record.notice(
            "budget_unbalanced",
            ("bang",),
            f"dự toán thu {say_money(revenue)}, dự toán chi {say_money(spending)}",
            "Bảng thu chưa kể phần cấp trên bổ sung thì nói ở tom_tat.",
        )
