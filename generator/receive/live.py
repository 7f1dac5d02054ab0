"""What a branch holds, brought to the site: only what differs from what stands there, one run at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.core import History
from generator.ledger import NAME as LEDGER
from generator.publish import Order, Report, publish
from generator.receive.repository import PUBLISHED
from generator.receive.source import Source, Touched
from generator.release.make import How, Made
from generator.release.publishing import release_fresh
from generator.release.source import Source as Content
from generator.resources import editor
from generator.swap import turn
from generator.words.dates import now

LOCK = ".congkhai.khoa"
Past = Callable[[str, Sequence[str]], Mapping[str, History]]
"""What git tells of some communes by a commit."""


@dataclass(frozen=True)
class Live:
    """What came of bringing a branch live."""

    commit: str | None
    """None where the branch has no commit yet."""
    touched: Touched
    report: Report | None = None
    """None where nothing was to be built."""


@dataclass(frozen=True)
class Releasing:
    """How what goes live is released."""

    key: Path | None = None
    told: Callable[[Made], None] = lambda made: None

    def of(self, source: Source, commit: str, out: Path, everything: bool) -> Callable[[Path], None]:
        """With `everything`, what keeps its old pages is released anew too, so that it does not expire."""
        content = Content(commit, source.repository.seconds(commit))
        kept = source.communes(commit) if everything else ()
        return release_fresh(out, How(now(), content, self.key), kept, self.told)


def bring_live(
    source: Source,
    branch: str,
    out: Path,
    day: date,
    everything: bool = False,
    jobs: int = 1,
    waiting: Callable[[], None] = lambda: None,
    starting: Callable[[str, Touched], None] = lambda commit, touched: None,
    release: Releasing | None = None,
    told: Past = lambda commit, communes: {},
) -> Live:
    """Build what differs between the branch and the site, and swap it in; `everything` for a new day.

    It goes by what stands, not by what was pushed: a run that was killed is made up for by the next.
    `told` gives what the sites tell of the past.
    Raises: NotGitError, NotOursError, TooLargeError
    """
    repository = source.repository
    with turn(repository.folder / LOCK, waiting):
        commit = repository.commit(f"refs/heads/{branch}")
        if commit is None:
            return Live(None, Touched())
        fresh = everything or not (out / LEDGER).exists()
        touched = source.touched(None if fresh else repository.commit(PUBLISHED), commit)
        starting(commit, touched)
        finish = (release or Releasing()).of(source, commit, out, everything)
        order = Order(Path(), Path(), out, day, jobs=jobs, compressed=True, editor=editor(), finish=finish)
        order = replace(order, everything=everything)
        report = _build(source, commit, touched, order, told) if touched else None
        if report is None or not report.stopped:
            os.sync()  # after a power cut nothing counts as published that the disk does not hold
            repository.set_published(commit)
        return Live(commit, touched, report)


def _build(source: Source, commit: str, touched: Touched, order: Order, told: Past) -> Report | None:
    """Other repositories publish into `out` too: only what this one holds or has published is its own."""
    there = source.communes(commit)
    gone = _gone(source, there)
    wanted = there if touched.province else [slug for slug in there if slug in touched.communes]
    if not wanted and not gone and not touched.province:
        return None
    with source.on_disk(source.entries(commit, wanted), alone=True) as (content, province):
        past = told(commit, wanted)
        return publish(replace(order, content=content, province=province, gone=gone, history=past))


def _gone(source: Source, there: Sequence[str]) -> tuple[str, ...]:
    """Slugs of the communes that this repository published last time and no longer holds."""
    before = source.repository.commit(PUBLISHED)
    return tuple(slug for slug in source.communes(before) if slug not in there) if before else ()
