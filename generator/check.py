"""Rules across the records of a commune, as each kind states them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Problem
from generator.kinds import kinds
from generator.kinds._kind import Scope
from generator.kinds._rules import check_all


def check(scope: Scope) -> Iterable[Problem]:
    """Every error and notice that the rules of all kinds and each kind's own find."""
    return [*check_all(scope), *(problem for kind in kinds() for problem in kind.check(scope))]
