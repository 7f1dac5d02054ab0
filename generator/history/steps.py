"""Commits to the steps of each file: what git itself would follow for it, in one pass for all files.

At a merge a file is followed to the first parent that holds it as the merge does, as `git log -- file`
follows it; only a file that differs from every parent is followed to all of them. So a change that was
never published is not told, and one that was is told on its own day, whoever merged it into what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.history.git import Commit, Differences


@dataclass(frozen=True)
class Step:
    """What one commit made of one file."""

    day: date
    olds: tuple[str, ...]
    """Its ids before, one a parent; "" where it was not there."""
    new: str
    """Its id since; "" where it is gone."""


@dataclass(frozen=True)
class Paths:
    """A set of paths: some, or all but some."""

    names: frozenset[str]
    all_but: bool = False

    def __contains__(self, path: str) -> bool:
        return (path in self.names) != self.all_but

    def without(self, paths: frozenset[str]) -> Paths:
        return Paths(self.names | paths if self.all_but else self.names - paths, self.all_but)

    def with_(self, other: Paths) -> Paths:
        if self.all_but and other.all_but:
            return Paths(self.names & other.names, True)
        if self.all_but or other.all_but:
            whole, part = (self, other) if self.all_but else (other, self)
            return Paths(whole.names - part.names, True)
        return Paths(self.names | other.names)


EVERY = Paths(frozenset(), all_but=True)


def steps(
    commits: Sequence[Commit], differences: Iterable[Sequence[Differences]], below: str
) -> dict[str, list[Step]]:
    """By path, the oldest first; a folder of a commune that was given another name is one file's path.

    `commits` come children first, `differences` with them; `below` holds the folders of communes.
    """
    found: defaultdict[str, list[Step]] = defaultdict(list)
    now: dict[str, str] = {}
    followed: dict[str, Paths] = {commits[0].id: EVERY} if commits else {}
    for commit, against in zip(commits, differences, strict=True):
        mine = followed.pop(commit.id, None)
        if mine is None:
            continue
        moved = _moved(against[0], below) if len(against) == 1 else {}
        everywhere = frozenset(against[0]).intersection(*against[1:])
        for path in sorted(everywhere - {*moved, *moved.values()}):
            if path in mine:
                olds = tuple(one[path][0] for one in against)
                found[now.get(path, path)].append(Step(commit.day, olds, against[0][path][1]))
        now |= {old: now.get(new, new) for old, new in moved.items()}
        for parent, paths in zip(commit.parents, _shared_out(mine, against, everywhere), strict=False):
            followed[parent] = followed[parent].with_(paths) if parent in followed else paths
    return {path: told[::-1] for path, told in found.items()}


def _shared_out(mine: Paths, against: Sequence[Differences], everywhere: frozenset[str]) -> list[Paths]:
    """What each parent explains of the files that are followed so far."""
    left = frozenset(against[0])
    shares = [mine.without(left - everywhere)]
    for differing in against[1:]:
        own = frozenset(path for path in left if path not in differing)
        shares.append(Paths(frozenset(path for path in own | everywhere if path in mine)))
        left -= own
    return shares


def _moved(differing: Differences, below: str) -> dict[str, str]:
    """By their old path, the files that left one commune's folder for another and are what they were."""
    gone = {(_inside(path, below), old): path for path, (old, new) in differing.items() if not new}
    came = (
        (path, gone.get((_inside(path, below), new))) for path, (old, new) in differing.items() if not old
    )
    return {before: path for path, before in came if before}


def _inside(path: str, below: str) -> str:
    return path.removeprefix("" if below == "." else f"{below}/").partition("/")[2]
