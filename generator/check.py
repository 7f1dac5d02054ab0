"""Rules across the records of a commune, as each kind states them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Problem
from generator.fields.titles import titled
from generator.kinds import kinds
from generator.kinds._kind import Scope
from generator.kinds._people import expired
from generator.kinds._rules import check_all
from generator.words.dates import say_day

ABSENCE = ("_unknown", "_without_", "duty_overdue")
"""What the codes of rules have in common that miss another record, or a row in it."""


def check(scope: Scope, whole: bool = True) -> Iterable[Problem]:
    """Every error and notice that the rules of all kinds and each kind's own find.

    Where files of the commune have errors, it is not `whole`: then only what holds without them is told.
    """
    records = [record for group in scope.commune.records.values() for record in group]
    own = (problem for kind in kinds() for problem in kind.check(scope))
    found = titled([*check_all(scope), *own, *_check_expired(scope)], records)
    return found if whole else filter(_stands_alone, found)


def _stands_alone(problem: Problem) -> bool:
    """Whether a problem does not say that something is missing, which a file with errors may hold."""
    return not any(word in problem.code for word in ABSENCE)


def _check_expired(scope: Scope) -> Iterable[Problem]:
    """Lists of persons that the site has taken down but the folder still holds."""
    for record in expired(scope):
        yield record.notice(
            "list_expired",
            ("giu_den",),
            f"hết hạn giữ ngày {say_day(record.data.keep_until)}, danh sách đã gỡ khỏi trang",
            "Xóa tệp này và các tệp đính kèm của nó khỏi thư mục của xã.",
        )
