"""Rules of what a year's plan declares: its period, the codes of its rules, hours that fit the words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from generator.core import Loc, Problem, Record
from generator.kinds.reception.model import Reception, YearPlan
from generator.kinds.reception.sessions import period
from generator.words.dates import say_day
from generator.words.fold import fold

NOON = time(12)


def check_rules(record: Record[Reception], loc: Loc, plan: YearPlan) -> Iterable[Problem]:
    yield from _period(record, loc, plan)
    yield from _hours(record, loc, plan)


def _period(record: Record[Reception], loc: Loc, plan: YearPlan) -> Iterable[Problem]:
    first, last = period(plan)
    if first > last or first.year != plan.year or last.year != plan.year:
        yield record.problem(
            "dates_out_of_order",
            (*loc, "tu_ngay"),
            f"thời gian {say_day(first)} đến {say_day(last)} không nằm gọn trong năm {plan.year}",
            "Sửa tu_ngay, den_ngay.",
        )
    ids = [fold(rule.id) for rule in plan.rules]
    for number, rule in enumerate(plan.rules):
        if ids[number] in ids[:number]:
            yield record.problem(
                "not_unique",
                (*loc, "dinh_ky", number, "ma"),
                f"mã lịch “{rule.id}” dùng hai lần (chữ hoa, chữ thường coi như một)",
                "Mỗi lịch một mã.",
            )


def _hours(record: Record[Reception], loc: Loc, plan: YearPlan) -> Iterable[Problem]:
    """A rule that says "sáng" has its hours before noon, one that says "chiều" after it."""
    for number, rule in enumerate(plan.rules):
        part = rule.rule.part
        fits = all(span.start < NOON if part == "sáng" else span.start >= NOON for span in rule.hours)
        if part and not fits:
            yield record.problem(
                "rule_part_of_day",
                (*loc, "dinh_ky", number, "quy_tac"),
                f"quy tắc ghi buổi {part}, mà giờ tiếp không phải giờ buổi {part}",
                "Sửa quy_tac hoặc gio cho khớp nhau.",
            )
