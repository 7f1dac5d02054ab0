"""One try at every commune: look at its source, take it anew where anything differs, tell what came of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.core import Outcome, Problem
from generator.mirror.apart import Stopped, apart
from generator.mirror.listed import Mirrored, Wanted
from generator.mirror.look import Found, look
from generator.mirror.released import Check, signers_of
from generator.mirror.settle import (
    Result,
    failed,
    refused,
    result_of,
    same,
    seen_at,
    taken,
    trouble_of,
    with_withdrawn,
)
from generator.mirror.state import Copy, Known
from generator.mirror.take import Taken, Task, take
from generator.mirror.trouble import NotTakenError
from generator.publish import Job, get_ready

Told = Callable[[str, int, int], None]
"""Called with what is being done, communes done and communes in all."""


@dataclass(frozen=True)
class Order:
    """What to copy, with which province's data, to where, and when."""

    listed: Path
    province: Path
    out: Path
    store: Path
    """Repositories, kept copies and what is known of them; nobody else may read it."""
    now: datetime
    only: tuple[str, ...] = ()
    jobs: int = 1


@dataclass(frozen=True)
class Run:
    """What the steps of one order share."""

    order: Order
    mirrored: Mirrored
    job: Job
    known: Known
    depends: str
    """Digest of the province's data and of this program."""


@dataclass(frozen=True)
class Line:
    """What came of one commune."""

    name: str
    slug: str
    result: Result
    commit: str = ""
    reason: str = ""
    hint: str = ""
    said: str = ""
    """What git or the machine says; for the log of this machine only."""


@dataclass(frozen=True)
class Settled:
    """What is known of one commune after a try."""

    found: Found
    copy: Copy
    outcome: Outcome | None
    line: Line
    problems: tuple[Problem, ...] = ()

    @property
    def new(self) -> bool:
        return self.line.result is Result.NEW


def take_all(run: Run, wanted: Sequence[Wanted], told: Told) -> list[Settled]:
    """Look at every source, then take what differs from the last try."""
    order, settings = run.order, run.mirrored.settings
    told("Đang lấy", 0, len(wanted))
    found = look(wanted, run.known.tips, order.store, settings, order.jobs, partial(told, "Đang lấy"))
    signers = signers_of(run.job.province.signers)
    copies = {
        one.slug: seen_at(run.known.of(one.slug), one, run.known, signers, order.now) for one in found
    }
    tasks = [
        Task(one, one.files, copies[one.slug].withdrawn, _check(run, copies[one.slug], one))
        for one in found
        if one.files and _is_due(run, copies[one.slug], one)
    ]
    results: dict[str, Taken | Stopped] = {}
    told("Đang dựng", 0, len(tasks))
    if tasks:
        get_ready()
    for task, result in apart(partial(take, run.job), tasks, order.jobs, max(1, settings.seconds)):
        if isinstance(result, Stopped):
            shutil.rmtree(run.job.fresh / task.found.slug, ignore_errors=True)
        results[task.found.slug] = result
        told("Đang dựng", len(results), len(tasks))
    return [_settled(run, copies[one.slug], one, results.get(one.slug)) for one in found]


def _is_due(run: Run, copy: Copy, found: Found) -> bool:
    stands = run.job.before.of(found.slug) is not None and (run.order.out / found.slug).is_dir()
    return found.key != copy.skipped and not (stands and copy.attempt == _attempt(run, copy, found))


def _check(run: Run, copy: Copy, found: Found) -> Check | None:
    if not (copy.must_sign and found.wanted.is_site):
        return None
    signers, code = signers_of(run.job.province.signers), found.wanted.unit.code
    return Check(signers, run.order.now, code, copy.newest, max(1, run.mirrored.settings.largest_mb))


def _attempt(run: Run, copy: Copy, found: Found) -> str:
    """All that a try depends on; the day only where the pages are built here, or a release expires."""
    day = "" if found.identity else run.job.day.isoformat()
    old = copy.standing
    over = "het-han" if old and old.key == found.key and old.release.expired(run.order.now) else ""
    return sha256("\0".join((found.key, day, over, run.depends)).encode()).hexdigest()


def _settled(run: Run, copy: Copy, found: Found, result: Taken | Stopped | None) -> Settled:
    """What is known of one commune after the try."""
    old = run.job.before.of(found.slug)
    if found.trouble:
        copy, outcome = refused(run.job, replace(copy, attempt=""), found, found.trouble)
        return _troubled(copy, found, outcome, found.trouble)
    if result is None:
        undone = bool(copy.skipped) and found.key == copy.skipped
        copy = same(copy, found, run.order.now)
        state = result_of(copy, old) if copy.reason else Result.UNDONE if undone else Result.SAME
        return Settled(found, copy, old, _line(found, state, copy))
    problems = result.problems if isinstance(result, Taken) else ()
    outcome = result.outcome if isinstance(result, Taken) else None
    trouble = trouble_of(result)
    attempt = "" if trouble and trouble.passing else _attempt(run, copy, found)
    copy = replace(copy, attempt=attempt)
    if isinstance(result, Taken):
        copy = with_withdrawn(copy, result.withdrawn)
    if trouble is None and outcome and isinstance(result, Taken):
        copy = taken(copy, found, outcome, result.release, run.mirrored.settings, run.order.now)
        return Settled(found, copy, outcome, _line(found, Result.NEW, copy), problems)
    trouble = trouble or NotTakenError("", "")
    if outcome:
        copy = failed(copy, trouble, outcome)
    else:
        copy, outcome = refused(run.job, copy, found, trouble)
    return _troubled(copy, found, outcome, trouble, problems)


def _troubled(
    copy: Copy, found: Found, outcome: Outcome | None, trouble: NotTakenError, problems: tuple[Problem, ...] = ()
) -> Settled:  # fmt: skip
    line = replace(_line(found, result_of(copy, outcome), copy), said=trouble.said)
    return Settled(found, copy, outcome, line, problems)


def _line(found: Found, result: Result, copy: Copy) -> Line:
    unit = found.wanted.unit
    return Line(unit.name, unit.slug, result, found.commit, copy.reason, copy.hint)
