"""What each source holds now: fetched or listed, several at once; nothing is built yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.kinds._withdrawn import FILE
from generator.load import withdrawn_by
from generator.mirror.built import Identity, identity_of
from generator.mirror.fetch import Limits, Seen, Tip, fetch
from generator.mirror.files import Files, of_commit
from generator.mirror.folder import of_folder
from generator.mirror.listed import Holds, MirrorList, Wanted
from generator.mirror.trouble import NotTakenError, from_git, from_machine
from generator.mirror.web import FETCHED, download
from generator.receive.repository import NotGitError
from generator.release.copies import WebCopy

REPOSITORIES = "kho"
MOST_MB = 4_096
"""Of one repository with many communes."""
LARGEST = 1 << 20
"""Bytes of `thu-hoi.yml` that are read."""


@dataclass(frozen=True)
class Found:
    """What was found of one commune at its source."""

    wanted: Wanted
    files: Files | None = None
    key: str = ""
    tip: Tip | None = None
    identity: Identity | None = None
    """Of a built site."""
    withdrawn: tuple[str, ...] = ()
    """Digests of what the source says is withdrawn, whatever else is wrong there."""
    trouble: NotTakenError | None = None
    """Why nothing can be taken from there now."""

    @property
    def slug(self) -> str:
        return self.wanted.unit.slug

    @property
    def commit(self) -> str:
        return self.tip.commit if self.tip else ""


def look(
    wanted: Sequence[Wanted],
    seen: Mapping[str, Seen],
    store: Path,
    settings: MirrorList,
    jobs: int,
    told: Callable[[int, int], None],
) -> list[Found]:
    """Every commune with what its source holds, in the order asked; `seen` by id of the repository."""
    groups: defaultdict[str, list[Wanted]] = defaultdict(list)
    for one in wanted:
        groups[one.id if one.source.repository else one.unit.slug].append(one)
    (store / REPOSITORIES).mkdir(exist_ok=True)
    found: dict[str, Found] = {}
    with ThreadPoolExecutor(jobs) as pool:
        tasks = [pool.submit(_look_at, group, seen, store, settings) for group in groups.values()]
        for task in as_completed(tasks):
            found |= {one.slug: one for one in task.result()}
            told(len(found), len(wanted))
    return [found[one.unit.slug] for one in wanted]


def repository_of(store: Path, wanted: Wanted) -> Path:
    return store / REPOSITORIES / f"{wanted.id}.git"


def limits_of(settings: MirrorList, communes: int = 1) -> Limits:
    return Limits(max(1, settings.seconds), min(max(1, settings.largest_mb) * communes, MOST_MB))


def _look_at(
    group: Sequence[Wanted], seen: Mapping[str, Seen], store: Path, settings: MirrorList
) -> Iterable[Found]:
    """All communes of one source."""
    first = group[0]
    try:
        tip = _tip(first, seen, store, limits_of(settings, len(group)))
        folder = _folder(first, store, limits_of(settings))
    except NotTakenError as trouble:
        return [Found(one, trouble=trouble) for one in group]
    except NotGitError as error:
        return [Found(one, trouble=from_git(str(error))) for one in group]
    except OSError as error:
        return [Found(one, trouble=from_machine(error)) for one in group]
    return [_found(one, tip, folder or one.folder, settings) for one in group]


def _tip(wanted: Wanted, seen: Mapping[str, Seen], store: Path, limits: Limits) -> Tip | None:
    source = wanted.source
    if source.repository is None:
        return None
    folder = repository_of(store, wanted)
    return fetch(folder, source.repository, source.branch, seen.get(wanted.id, Seen()), limits)


def _folder(wanted: Wanted, store: Path, limits: Limits) -> Path | None:
    """What was fetched of a site at an address; None for every other source."""
    if wanted.source.address is None:
        return None
    return download(WebCopy(wanted.source.address), store / FETCHED / wanted.unit.slug, limits)


def _found(wanted: Wanted, tip: Tip | None, folder: Path, settings: MirrorList) -> Found:
    """What has been withdrawn is read first: it counts even where nothing else can be taken."""
    identity, withdrawn = None, tuple[str, ...]()
    try:
        files = of_commit(tip.repository, tip.commit, wanted.path) if tip else of_folder(folder)
        if wanted.source.holds is Holds.SITE:
            identity = identity_of(files, wanted.unit)
            withdrawn = identity.withdrawn
        else:
            withdrawn = _withdrawn(files)
        files.check(max(1, settings.largest_mb))
        return Found(wanted, files, files.key(), tip, identity, withdrawn)
    except NotTakenError as error:
        trouble = error
    except NotGitError as error:
        trouble = from_git(str(error))
    except OSError as error:
        trouble = from_machine(error)
    return Found(wanted, tip=tip, identity=identity, withdrawn=withdrawn, trouble=trouble)


def _withdrawn(files: Files) -> tuple[str, ...]:
    """Digests of what `thu-hoi.yml` lists; none where it is not there or wrong."""
    if not 0 < (files.size(FILE) or 0) <= LARGEST:
        return ()
    with TemporaryDirectory() as folder:
        files.write(Path(folder), {FILE})
        return withdrawn_by(Path(folder))
