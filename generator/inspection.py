"""The pipeline of `check`: content to problems, nothing built and nothing of MkDocs imported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from generator.assess import assessed
from generator.check import check
from generator.core import Level, Problem, has_error, in_order, only_errors
from generator.kinds._kind import Scope
from generator.load import NO_CHANGES, Changes, commune_folders, kept_province, of_editors, read_commune
from generator.province import Province
from generator.recalled import recalling
from generator.stages import stage
from generator.workers import each

SHARES = 8
"""Batches for each worker: few enough that handing over costs nothing, enough to end together."""


@dataclass(frozen=True)
class Question:
    """What every commune of one inspection is judged by."""

    province: Province
    day: date


def inspect(
    content: Path, province: Path, day: date, only: tuple[str, ...] = (), jobs: int = 1
) -> tuple[Problem, ...]:
    """Every problem of the content, sorted by place; `jobs` communes are read at once.

    Raises: NoSuchCommuneError
    """
    known, problems = kept_province(province, day)
    if known is None:
        return in_order(problems)
    folders = commune_folders(content, known, only)
    size = max(1, len(folders) // (jobs * SHARES))
    batches = [folders[start : start + size] for start in range(0, len(folders), size)]
    found = each(_inspect_batch, Question(known, day), batches, jobs)
    # whoever asks about one commune cannot mend the province's files
    own = () if only else of_editors(problems, province, content)
    return in_order([*own, *(problem for batch in found for problem in batch)])


def inspect_commune(question: Question, folder: Path, changes: Changes = NO_CHANGES) -> tuple[Problem, ...]:
    """Every problem of one commune's folder, as it is or as it would be with some changes."""
    return judge(question, folder, changes)[1]


@stage("Đọc và kiểm tra xã")
def judge(
    question: Question, folder: Path, changes: Changes = NO_CHANGES
) -> tuple[Scope | None, tuple[Problem, ...]]:
    """A commune as its site is made of it, None where an error keeps it back; and every problem of it.

    Errors in files say that rules about these files are still to be asked; all others are asked at once.
    """
    with recalling("doc-xa", folder):
        commune, problems = read_commune(folder, question.province, changes)
    whole = not has_error(problems)
    if not whole:
        problems = tuple(replace(p, before_rules=p.level is Level.ERROR) for p in problems)
    if commune is None:
        return None, problems
    scope = assessed(Scope(commune, question.province, question.day))
    problems = (*problems, *check(scope, whole))
    return (None if has_error(problems) else scope), problems


def known_errors(question: Question, folder: Path) -> frozenset[tuple[str, str, str]]:
    """What errors of a commune are known by, also when lines above them come or go."""
    return frozenset(_known_by(p) for p in only_errors(inspect_commune(question, folder)))


def new_errors(
    question: Question, folder: Path, changes: Changes, known: frozenset[tuple[str, str, str]]
) -> tuple[Problem, ...]:
    """The errors that changes would make."""
    found = inspect_commune(question, folder, changes or NO_CHANGES)
    return tuple(p for p in only_errors(found) if _known_by(p) not in known)


def _known_by(problem: Problem) -> tuple[str, str, str]:
    return problem.place.path, problem.code, problem.message


def _inspect_batch(question: Question, folders: Sequence[Path]) -> list[Problem]:
    one = partial(inspect_commune, question)
    return [problem for found in map(one, folders) for problem in found]
