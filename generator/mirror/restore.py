"""Going back to an earlier good copy of one commune, never to one that holds what has been withdrawn."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from generator.compressed import compress
from generator.core import Outcome, Problem
from generator.mirror.built import MADE_HERE, check_pages
from generator.mirror.shelf import clear, place
from generator.mirror.state import Copy, Version, write_known
from generator.mirror.status import show
from generator.mirror.sync import LOCK, chosen, prepare, read_input
from generator.mirror.tries import Order, Run
from generator.mirror.trouble import NotTakenError
from generator.publish import go_live
from generator.swap import staging, turn


class NothingKeptError(Exception):
    """There is no earlier copy that may be shown."""


class WrongInputError(Exception):
    """The province's data or the list are wrong; `problems` say where."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems


def restore(order: Order, waiting: Callable[[], None] = lambda: None) -> Version:
    """Put the good copy before the one that stands in its place; what is undone is not taken again.

    `order.only` names the one commune.
    Raises: NothingKeptError, NoSuchCopyError, WrongInputError, NotOursError, OSError
    """
    with _opened(order, waiting) as (run, known):
        return _go_back(run, known, _earlier(run, known))


def take_latest(order: Order, waiting: Callable[[], None] = lambda: None) -> None:
    """Let the next sync take what the source holds, also what was undone or lists less as withdrawn.

    A commune whose keys were all taken off the list may be copied unsigned again; what was seen stays seen.

    Raises: NoSuchCopyError, WrongInputError, NotOursError, OSError
    """
    with _opened(order, waiting) as (run, known):
        clean = replace(known, skipped="", attempt="", withdrawn=(), must_sign=False)
        write_known(run.known.having([clean]), order.store)


@contextmanager
def _opened(order: Order, waiting: Callable[[], None]) -> Iterator[tuple[Run, Copy]]:
    """The one commune's copy, while nobody else works on the copies."""
    province, mirrored, problems = read_input(order)
    if province is None or mirrored is None:
        raise WrongInputError(problems)
    (wanted,) = chosen(mirrored, province, order.only)
    order.store.mkdir(mode=0o700, parents=True, exist_ok=True)
    with turn(order.store / LOCK, waiting), staging(order.out) as fresh:
        run = prepare(order, mirrored, province, fresh)
        yield run, run.known.of(wanted.unit.slug)


def _go_back(run: Run, known: Copy, version: Version) -> Version:
    """Put a kept version, which lies in the fresh folder, in the place of what stands."""
    order = run.order
    undone = known.standing.key if known.standing else known.skipped
    kept = known.kept[: known.kept.index(version) + 1]
    clean = replace(known, standing=version, skipped=undone, reason="", hint="", code="", attempt="")
    clean = replace(clean.stands(kept), as_of=version.taken[:10])
    after = run.known.having([clean])
    outcomes = _with(run.job.before.outcomes, version.outcome)
    show(run, after, outcomes)
    write_known(after, order.store)
    go_live(run.job, outcomes, order.out)
    os.sync()
    clear(order.store, after.copies.values())
    return version


def _earlier(run: Run, known: Copy) -> Version:
    """The newest good copy that is older than what stands, laid out in the fresh folder.

    Raises: NothingKeptError
    """
    kept = list(known.kept)
    if known.standing in kept:
        kept = kept[: kept.index(known.standing)]
    for version in reversed(kept):
        if known.may_be_shown(version) and _laid_out(run, known, version):
            return version
    raise NothingKeptError(known.slug)


def _laid_out(run: Run, known: Copy, version: Version) -> bool:
    """Whether a version is there and as sites must be today: an older release may have asked less of it."""
    kept, fresh = place(run.order.store, known.slug, version), run.job.fresh / known.slug
    if not kept.is_dir():
        return False
    shutil.copytree(kept, fresh, ignore=shutil.ignore_patterns(*(f"*{ending}" for ending in MADE_HERE)))
    try:
        check_pages(fresh)
    except NotTakenError:
        shutil.rmtree(fresh)
        return False
    compress(fresh)
    return True


def _with(outcomes: tuple[Outcome, ...], one: Outcome) -> tuple[Outcome, ...]:
    others = [outcome for outcome in outcomes if outcome.slug != one.slug]
    return tuple(sorted([*others, one], key=lambda outcome: outcome.slug))
