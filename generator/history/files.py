"""The steps of a file to what is told of it: since when it is there, and what each later day changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from generator.core import Change, FilePast, Loc
from generator.history.contents import Contents
from generator.history.steps import Step
from generator.history.texts import Blocks, blocks, differing
from generator.history.words import told
from generator.kinds._kind import Kind

MOST = 6
"""Of one day, told one by one; the others are counted."""


def shown(steps: Sequence[Step], day: date) -> tuple[list[Step], date | None]:
    """The steps by a day since the file was last absent, and when it was taken away before that.

    What was taken away may have been withdrawn: nothing of before is compared with what came after.
    """
    known = [step for step in steps if step.day <= day]
    last = max((n for n, step in enumerate(known) if not step.new), default=-1)
    return known[last + 1 :], known[last].day if last >= 0 else None


def file_past(
    steps: Sequence[Step], gone: date | None, kind: Kind[Any] | None, contents: Contents
) -> FilePast:
    """What is told of a file; of an attachment, which is of no kind, only the days."""
    net = list(_net(steps))
    ids = [id for step in net for id in (*step.olds, step.new)] if kind else []
    texts = {id: blocks(content) for id, content in contents.of(ids)}
    changes = (
        Change(day, _in_words(list(own), kind, texts) if kind else ())
        for day, own in groupby(net, key=lambda step: step.day)
    )
    first = steps[0].day
    whole = [change for change in changes if change.day != first and (change.told or kind is None)]
    return FilePast(first, tuple(reversed(_joined(whole))), gone)


def _net(steps: Sequence[Step]) -> Iterator[Step]:
    """Steps that led from one to the next on the same day, as one: what was taken back is not told."""
    now: Step | None = None
    for step in steps:
        if now and step.day == now.day and step.olds == (now.new,):
            now = replace(now, new=step.new)
            continue
        if now and now.new not in now.olds and "" not in now.olds:
            yield now
        now = step
    if now and now.new not in now.olds and "" not in now.olds:
        yield now


def _in_words(steps: Iterable[Step], kind: Kind[Any], texts: Mapping[str, Blocks]) -> tuple[str, ...]:
    lines = dict.fromkeys(line for step in steps for line in _step(step, kind, texts))
    if len(lines) <= MOST:
        return tuple(lines)
    return (*list(lines)[: MOST - 1], f"và {len(lines) - MOST + 1} chỗ khác")


def _step(step: Step, kind: Kind[Any], texts: Mapping[str, Blocks]) -> Iterable[str]:
    """Of a merge only what is like none of those that it joins: all else is told where it was changed."""
    found = [_compared(texts.get(old), texts.get(step.new), kind) for old in step.olds]
    return [line for loc, line in found[0].items() if all(loc in other for other in found[1:])]


def _compared(old: Blocks | None, new: Blocks | None, kind: Kind[Any]) -> dict[Loc, str]:
    if old is None or new is None:
        return {(): "Nội dung: đã sửa"}
    return dict(told(kind, *differing(old, new)))


def _joined(changes: Sequence[Change]) -> list[Change]:
    """One entry a day in order of days, also where branches or clocks do not keep it."""
    days: dict[date, Change] = {}
    for change in changes:
        before = days.pop(change.day, Change(change.day))
        days[change.day] = Change(change.day, (*before.told, *change.told))
    return sorted(days.values(), key=lambda change: change.day)
