"""Copying every commune: the table of contents of this folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from generator.core import Outcome, Place, Problem, in_order
from generator.digests import digest_of, program
from generator.load import kept_province
from generator.mirror.fetch import forget_history
from generator.mirror.listed import Mirrored, Wanted, read_list
from generator.mirror.look import REPOSITORIES, limits_of, repository_of
from generator.mirror.public_log import NAME as LOG
from generator.mirror.public_log import LogError, PublicLog
from generator.mirror.shelf import clear, shelve
from generator.mirror.state import Copy, Known, Version, read_known, write_known
from generator.mirror.status import show
from generator.mirror.tries import Line, Order, Run, Settled, Told, take_all
from generator.mirror.trouble import NotTakenError
from generator.mirror.web import clear_fetched
from generator.mirror.weekly import keep_week
from generator.province import Province
from generator.publish import Job, go_live, what_stands
from generator.receive.repository import NotGitError
from generator.swap import staging, turn

LOCK = ".congkhai.khoa"


class NoSuchCopyError(LookupError):
    """A commune that is not on the list; the argument names it."""


@dataclass(frozen=True)
class Report:
    """What came of an order."""

    lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()
    stopped: bool = False
    """Whether the province's data or the list are wrong, so that nothing was done."""

    @property
    def good(self) -> bool:
        return not self.stopped and all(not line.reason for line in self.lines)


def sync(order: Order, told: Told = lambda what, done, total: None, waiting: Callable[[], None] = lambda: None) -> Report:  # fmt: skip
    """Take what the sources hold now; what is wrong with one commune stays with that one.

    Raises: NotOursError, NoSuchCopyError, OSError
    """
    province, mirrored, problems = read_input(order)
    if province is None or mirrored is None:
        return Report(problems=problems, stopped=True)
    wanted = chosen(mirrored, province, order.only)
    order.store.mkdir(mode=0o700, parents=True, exist_ok=True)
    with turn(order.store / LOCK, waiting), staging(order.out) as fresh:
        run = prepare(order, mirrored, province, fresh)
        problems = (*problems, *_write_log(order, run.known))
        settled = take_all(run, wanted, told)
        problems = (*problems, *finish(run, settled))
    return Report(
        tuple(s.line for s in settled), in_order([*problems, *(p for s in settled for p in s.problems)])
    )


def read_input(order: Order) -> tuple[Province | None, Mirrored | None, tuple[Problem, ...]]:
    """The province's data and the list, each None where it is wrong; the province's notices are not ours."""
    province, problems = kept_province(order.province)
    if province is None:
        return None, None, in_order(problems)
    mirrored, found = read_list(order.listed, province)
    return province, mirrored, found


def chosen(mirrored: Mirrored, province: Province, only: Iterable[str]) -> list[Wanted]:
    """The communes asked for, by slug or code; all where none is named.

    Raises: NoSuchCopyError
    """
    slugs = {unit.slug if (unit := province.unit_called(name)) else name for name in only}
    missing = slugs - {one.unit.slug for one in mirrored.wanted}
    if missing:
        raise NoSuchCopyError(", ".join(sorted(missing)))
    return [one for one in mirrored.wanted if not slugs or one.unit.slug in slugs]


def prepare(order: Order, mirrored: Mirrored, province: Province, fresh: Path) -> Run:
    """Raises: NotOursError"""
    job = Job(province, order.now.date(), what_stands(order.out), fresh, order.out, compressed=True)
    known = read_known(order.store)
    depends = f"{digest_of(order.province)}{program()}"
    return Run(order, mirrored, job, known, depends)


def finish(run: Run, settled: Sequence[Settled]) -> tuple[Problem, ...]:
    """First forget what was withdrawn, then go live, then keep what is new: so a kill harms nothing."""
    order = run.order
    known = _after(run, settled)
    guarded = known.having(
        replace(s.copy, attempt="", kept=_on_disk(s.copy, run.known)) if s.new else s.copy for s in settled
    )
    write_known(guarded, order.store)
    clear(order.store, guarded.copies.values())
    _keep_weeks(run, settled)
    standing = _standing(run, settled)
    show(run, known, standing)
    go_live(run.job, standing, order.out)
    os.sync()  # after a power cut nothing counts as taken that the disk does not hold
    known = known.having(_shelved(order, s.copy) for s in settled if s.new)
    write_known(known, order.store)
    clear(order.store, known.copies.values())
    _forget_history(run, settled)
    return _write_log(order, known)


def _keep_weeks(run: Run, settled: Sequence[Settled]) -> None:
    for one in settled:
        version = one.copy.standing
        if one.new and version:
            day = version.release.made[:10] or one.copy.as_of
            keep_week(run.order.store, one.copy.slug, run.job.fresh / one.copy.slug, day)


def _write_log(order: Order, known: Known) -> tuple[Problem, ...]:
    """What stands and is not written down: also before a sync, for one that was killed. A failure stops nothing."""
    standing = {slug: copy.standing.release.digest for slug, copy in known.copies.items() if copy.standing}
    sites = [(order.out / slug, digest) for slug, digest in sorted(standing.items()) if digest]
    try:
        PublicLog(order.out / LOG).add(sites)
    except LogError as error:
        hint = f"Xem quyền ghi, chỗ trống trên đĩa, git. Lượt sau máy tự ghi nốt. git báo: {error}"
        return (Problem(Place(LOG), "copy_refused", "chưa ghi được nhật ký bản phát hành", hint),)
    return ()


def _after(run: Run, settled: Sequence[Settled]) -> Known:
    """What is known of the communes on the list."""
    listed = {one.unit.slug for one in run.mirrored.wanted}
    tips = {s.found.wanted.id: s.found.tip.seen for s in settled if s.found.tip}
    known = run.known.having(s.copy for s in settled)
    copies = {slug: copy for slug, copy in known.copies.items() if slug in listed}
    return Known(copies, {**known.tips, **tips})


def _standing(run: Run, settled: Sequence[Settled]) -> tuple[Outcome, ...]:
    """Everything that stands afterwards; a commune that left the list goes."""
    tried = {s.found.slug for s in settled}
    listed = {one.unit.slug for one in run.mirrored.wanted}
    others = [o for o in run.job.before.outcomes if o.slug in listed and o.slug not in tried]
    found = [*others, *(s.outcome for s in settled if s.outcome)]
    return tuple(sorted(found, key=lambda outcome: outcome.slug))


def _forget_history(run: Run, settled: Sequence[Settled]) -> None:
    """Of repositories too only the newest commit is kept; one that cannot be is tried again next time."""
    communes = len(run.mirrored.wanted)
    for repository in {s.found.tip.repository for s in settled if s.found.tip}:
        with suppress(NotTakenError, NotGitError, OSError):
            forget_history(repository, limits_of(run.mirrored.settings, communes))
    clear_fetched(run.order.store, {one.unit.slug for one in run.mirrored.wanted if one.source.address})
    wanted = {repository_of(run.order.store, one) for one in run.mirrored.wanted}
    for folder in (run.order.store / REPOSITORIES).iterdir():
        if folder not in wanted:
            shutil.rmtree(folder, ignore_errors=True)


def _on_disk(copy: Copy, before: Known) -> tuple[Version, ...]:
    """Of what is to be kept, the versions that are there already."""
    there = {version.key for version in before.of(copy.slug).kept}
    return tuple(version for version in copy.kept if version.key in there)


def _shelved(order: Order, copy: Copy) -> Copy:
    """The copy with what stands also on the shelf; a full disk costs that version only."""
    if copy.standing is None or copy.standing not in copy.kept:
        return copy
    try:
        shelve(order.store, copy.slug, copy.standing, order.out / copy.slug)
    except OSError:
        return copy.stands(v for v in copy.kept if v != copy.standing)
    return copy
