"""Rules across the records of a commune, as each kind states them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Problem
from generator.fields.titles import titled
from generator.kinds import kinds
from generator.kinds._kind import Scope


def check(scope: Scope) -> Iterable[Problem]:
    """Every error and notice that the kinds' own rules find."""
    records = [record for group in scope.commune.records.values() for record in group]
    return titled((problem for kind in kinds() for problem in kind.check(scope)), records)
