"""What would be wrong in a commune once a file is withdrawn, told before anything is touched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from generator.core import Problem
from generator.inspection import Question, known_errors, new_errors
from generator.kinds._withdrawn import kind_of
from generator.withdraw.plan import Plan, plan_withdrawal


@dataclass(frozen=True)
class Trial:
    """A plan with every file that must go along, and what is still to be mended by hand."""

    plan: Plan
    along: tuple[str, ...]
    """Records of the same id that are about the withdrawn one and nothing without it."""
    errors: tuple[Problem, ...]
    """New errors that the plan would make in other files."""


def try_withdrawal(question: Question, root: Path, name: str, reason: str, day: date) -> Trial:
    """The plan for one file, tried out on the commune; nothing is done yet.

    Raises: CannotWithdrawError
    """
    before = known_errors(question, root)
    along: tuple[str, ...] = ()
    while True:
        plan = plan_withdrawal(root, name, reason, day, along)
        errors = new_errors(question, root, plan.changes(root), before)
        more = tuple(sorted({_inside(p, root) for p in errors if _goes_along(_inside(p, root), name)}))
        if not set(more) - set(along):
            return Trial(plan, along, errors)
        along = (*along, *(file for file in more if file not in along))


def _goes_along(file: str, name: str) -> bool:
    """Whether a file is one of several of its kind and has the id of the withdrawn record."""
    kind = kind_of(file)
    several = kind is not None and file not in kind.files
    return several and file != name and PurePosixPath(file).stem == PurePosixPath(name).stem


def _inside(problem: Problem, root: Path) -> str:
    return problem.place.path.removeprefix(f"{root.as_posix()}/")
