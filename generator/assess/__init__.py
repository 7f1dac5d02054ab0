"""Duties, records and a day to verdicts: what is there, what is missing, what came in time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from generator.assess.case import Case, cases
from generator.assess.deadlines import judge
from generator.assess.event import event
from generator.assess.periodic import periodic
from generator.assess.standing import standing
from generator.kinds import kinds
from generator.kinds._fulfilment import Task
from generator.kinds._kind import Scope
from generator.kinds.profile import Standing
from generator.province.duties import Family
from generator.province.verdicts import Fulfilment, Timeliness, Verdict

__all__ = ["assess", "assessed", "tasks"]

JUDGES: Mapping[Family | None, Callable[[Case], Iterator[Verdict]]] = {
    Family.STANDING: standing,
    Family.PERIODIC: periodic,
    Family.EVENT: event,
}


def assess(scope: Scope, ahead: int = 0) -> tuple[Verdict, ...]:
    """How each duty stands on the day of the scope; nothing for a commune that has not joined.

    Periods that begin within `ahead` days are judged too.
    """
    if scope.commune.standing == Standing.PREPARED.value:
        return ()
    return tuple(verdict for case in cases(scope, ahead) for verdict in _judge(case))


def assessed(scope: Scope) -> Scope:
    """The same scope with its verdicts."""
    return replace(scope, verdicts=assess(scope))


def tasks(scope: Scope) -> Iterator[tuple[Task, Timeliness, int]]:
    """What the records say is still to be done, each due in so many days or overdue by so many."""
    if scope.commune.standing == Standing.PREPARED.value:
        return
    for task in (task for kind in kinds() for task in kind.tasks(scope)):
        yield task, *judge(None, task.due, scope.day)


def _judge(case: Case) -> Iterator[Verdict]:
    """By the versions that bind the unit; one that binds others only asks nothing of its own time."""
    duty = case.today or case.latest
    bound = tuple(each for each in case.versions if each.binds_unit(case.unit_type))
    found = tuple(JUDGES[duty.family](replace(case, versions=bound))) if bound else ()
    if not found and duty not in bound:
        who = ", ".join(type.label for type in duty.binds)
        yield Verdict(duty, Fulfilment.NOT_APPLICABLE, Timeliness.NONE, f"Chỉ áp dụng cho {who}")
    yield from found
