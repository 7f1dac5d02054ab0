"""What git tells of the files of communes: since when each is there, and what was changed on which day.

Read once for all communes of a build, before it: pages then depend on content, date and these values alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from generator.core import History
from generator.fields.attachment import FOLDER
from generator.history.files import file_past, shown
from generator.history.git import SHALLOW, Log, NoHistoryError
from generator.history.steps import Step, steps
from generator.kinds._withdrawn import kind_of
from generator.workers import each

__all__ = ["SHALLOW", "histories", "histories_at"]
ROOT = ".git"
Shown = tuple[Sequence[Step], date | None]
"""Steps of a file, and when it was taken away before them."""


@dataclass(frozen=True)
class Found:
    """What a repository's commits did to the files of communes."""

    log: Log
    files: Mapping[str, Mapping[str, Shown]]
    """By slug, then by the path inside the commune's folder."""
    sizes: Mapping[str, int]
    """Of the versions that are compared, by id."""


def histories(content: Path, only: Sequence[str], day: date, jobs: int = 1) -> dict[str, History]:
    """By slug, of the communes below `content/xa`, each in whichever repository its folder belongs to.

    `only` names some by slug; with any other name, such as a code, all are read. `jobs` work at once.
    """
    folders = {path.name: path.resolve() for path in sorted(content.glob("xa/*")) if path.is_dir()}
    wanted = only if only and folders.keys() >= {*only} else folders
    places: defaultdict[Path, dict[str, str]] = defaultdict(dict)
    for slug in wanted:
        folder = folders[slug]
        root = next((up for up in (folder, *folder.parents) if (up / ROOT).exists()), None)
        if root:
            places[root][slug] = folder.relative_to(root).as_posix()
    return {
        slug: found
        for root, own in places.items()
        for slug, found in histories_at(root / ROOT, "HEAD", own, day, jobs).items()
    }


def histories_at(
    git: Path, commit: str, places: Mapping[str, str], day: date, jobs: int = 1
) -> dict[str, History]:
    """By slug, of communes whose folders stand at some places in a repository; "." where it is one's alone."""
    try:
        found = _found(Log(git.absolute()), commit, places, day)
    except NoHistoryError as error:
        return {slug: History(lack=str(error)) for slug in places}
    slugs = list(found.files)
    shares = [share for number in range(jobs) if (share := slugs[number::jobs])]
    return {slug: one for share in each(_in_words, found, shares, jobs) for slug, one in share.items()}


def _found(log: Log, name: str, places: Mapping[str, str], day: date) -> Found:
    """Raises: NoHistoryError"""
    tip = log.tip(name)
    above = {PurePosixPath(place).parent.as_posix() for place in places.values() if place != "."}
    below = above.pop() if len(above) == 1 else "."
    commits = log.commits(tip, below)
    files = _by_commune(steps(commits, log.differences(commits, below), below), places, day)
    compared = (kept for own in files.values() for name, (kept, _) in own.items() if kind_of(name))
    return Found(log, files, log.sizes(id for kept in compared for id in _ids(kept)))


def _in_words(found: Found, slugs: Sequence[str]) -> dict[str, History]:
    with found.log.contents(found.sizes) as contents:
        return {
            slug: History(
                {
                    name: file_past(kept, gone, kind_of(name), contents)
                    for name, (kept, gone) in found.files[slug].items()
                },
                lack="",
            )
            for slug in slugs
        }


def _by_commune(
    found: Mapping[str, Sequence[Step]], places: Mapping[str, str], day: date
) -> dict[str, dict[str, Shown]]:
    """What is told of each file by its path inside its commune's folder, of those that stand there."""
    starts = {"" if place == "." else f"{place}/": slug for slug, place in places.items()}
    files: dict[str, dict[str, Shown]] = {slug: {} for slug in places}
    for path, all_steps in found.items():
        start = next((s for s in _starts(path) if s in starts), None)
        if start is None:
            continue
        name = path.removeprefix(start)
        kept, gone = shown(all_steps, day)
        if kept and (name.startswith(f"{FOLDER}/") or kind_of(name)):
            files[starts[start]][name] = kept, gone
    return files


def _starts(path: str) -> Iterator[str]:
    """ "", "content/", "content/xa/", … of "content/xa/…": where a commune's folder may begin."""
    yield ""
    for at, sign in enumerate(path):
        if sign == "/":
            yield path[: at + 1]


def _ids(steps: Iterable[Step]) -> Iterator[str]:
    for step in steps:
        yield from filter(None, (*step.olds, step.new))
