"""Rules across the records of a commune, as each kind states them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Problem
from generator.fields.titles import titled
from generator.kinds import kinds
from generator.kinds._kind import Scope
from generator.kinds._rules import check_all


def check(scope: Scope) -> Iterable[Problem]:
    """Every error and notice that the rules of all kinds and each kind's own find."""
    records = [record for group in scope.commune.records.values() for record in group]
    own = (problem for kind in kinds() for problem in kind.check(scope))
    return titled([*check_all(scope), *own], records)
