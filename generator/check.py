"""Rules across the records of a commune, as each kind states them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Problem
from generator.kinds import kinds
from generator.kinds._kind import Scope


def check(scope: Scope) -> Iterable[Problem]:
    """Every error and notice that the kinds' own rules find."""
    return [problem for kind in kinds() for problem in kind.check(scope)]
