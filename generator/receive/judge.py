"""Whether a push may come in: what it changes is checked as `congkhai check` does, before it counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from generator.core import Place, Problem, in_order, only_errors
from generator.inspection import inspect
from generator.receive.repository import Entry
from generator.receive.source import Source, Touched


@dataclass(frozen=True)
class Verdict:
    """What was found in a push."""

    touched: Touched
    problems: tuple[Problem, ...] = ()
    stopping: int = 0
    """Errors that keep the push out."""


def judge(source: Source, old: str | None, new: str, day: date, jobs: int = 1) -> Verdict:
    """Check what differs between two commits.

    Raises: TooLargeError, NotGitError
    """
    touched = source.touched(old, new)
    problems = _inspect(source, new, touched, day, jobs)
    errors = list(only_errors(problems))
    others = [problem for problem in errors if not _lies_in(source, problem, touched)]
    known = _marks(_inspect(source, old, touched, day, jobs)) if others and old else frozenset()
    return Verdict(touched, problems, sum(p not in others or _mark(p) not in known for p in errors))


def _inspect(source: Source, commit: str, touched: Touched, day: date, jobs: int) -> tuple[Problem, ...]:
    """Problems of what was touched; of every commune where the province's part was."""
    there = source.communes(commit)
    wanted = [slug for slug in there if touched.province or slug in touched.communes]
    if not wanted and not touched.province:
        return ()
    entries = source.entries(commit, wanted)
    with source.on_disk(entries) as (content, province):
        found = inspect(content, province, day, () if touched.province else tuple(wanted), jobs)
    return in_order((*found, *_irregular(entries)))


def _irregular(entries: Iterable[Entry]) -> Iterable[Problem]:
    """What git can carry and no content may be: links, other repositories, paths that leave their folder."""
    for entry in entries:
        if not entry.is_file or not entry.is_safe:
            message = "là liên kết tới nơi khác" if entry.is_safe else "có đường dẫn ra ngoài thư mục"
            yield Problem(Place(entry.path), "link_refused", message, "Chép tệp thật vào đây.")


def _lies_in(source: Source, problem: Problem, touched: Touched) -> bool:
    """Whether the push changed the commune, or the province's part, that a problem is in."""
    parts = PurePosixPath(problem.place.path).parts[len(PurePosixPath(source.content).parts) :]
    return parts[:1] != ("xa",) or parts[1:2] == () or parts[1] in touched.communes


def _marks(problems: Sequence[Problem]) -> frozenset[tuple[str, str, str]]:
    return frozenset(map(_mark, problems))


def _mark(problem: Problem) -> tuple[str, str, str]:
    """The same for the same mistake wherever its line has moved."""
    return problem.place.path, problem.code, problem.sentence
