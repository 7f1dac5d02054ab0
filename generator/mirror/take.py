"""One commune's new copy, built or copied into the fresh folder: the part that runs in a process of its own."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from generator.compressed import compress
from generator.core import Outcome, Problem, State
from generator.kinds._withdrawn import covers
from generator.mirror.built import Identity, check_pages, identity_of, names_taken
from generator.mirror.files import Files
from generator.mirror.folder import of_folder
from generator.mirror.look import Found
from generator.mirror.released import UNRELEASED, Check, Release
from generator.mirror.trouble import NotTakenError, from_git, from_machine
from generator.publish import Job, publish_commune
from generator.receive.repository import NotGitError
from generator.release.statement import OWN

WORK = "_lam"
"""Where the files of each commune are laid out, beside the sites that are built."""


@dataclass(frozen=True)
class Task:
    """One commune to take anew."""

    found: Found
    files: Files
    withdrawn: tuple[str, ...]
    """Digests of everything that it has ever withdrawn."""
    check: Check | None = None
    """What the site must hold against; None where nobody may sign for it, or it is built here."""


@dataclass(frozen=True)
class Taken:
    """What came of it; without an outcome nothing was left in the fresh folder."""

    outcome: Outcome | None = None
    problems: tuple[Problem, ...] = ()
    trouble: NotTakenError | None = None
    release: Release = UNRELEASED
    """The release that was verified, also where the copy made of it is refused."""
    withdrawn: tuple[str, ...] = ()
    """What the site says is withdrawn, once it counts as the commune's."""


def take(job: Job, task: Task) -> Taken:
    """Build the commune's content, or copy its site, where nothing forbids it."""
    slug = task.found.slug
    work, built = job.fresh / WORK / slug, job.fresh / slug
    verified = Taken()
    try:
        outcome: Outcome | None
        if task.found.identity:
            task.files.write(work)
            release = task.check.release_in(work) if task.check else UNRELEASED
            identity = identity_of(of_folder(work), task.found.wanted.unit)
            verified = Taken(release=release, withdrawn=identity.withdrawn)
            outcome, problems = _copied(job, task, identity, work)
        else:
            outcome, problems = _built(job, task, work)
        if outcome and outcome.state is State.PUBLISHED:
            _check_withdrawn(task, outcome)
        return replace(verified, outcome=outcome, problems=problems)
    except NotTakenError as error:
        trouble = error
    except NotGitError as error:
        trouble = from_git(str(error))
    except (OSError, MemoryError) as error:
        trouble = from_machine(error)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    shutil.rmtree(built, ignore_errors=True)
    return replace(verified, trouble=trouble)


def _built(job: Job, task: Task, work: Path) -> tuple[Outcome | None, tuple[Problem, ...]]:
    """The content goes through the same pipeline as the province's own; problems name the source's paths."""
    path = Path(task.found.wanted.path)
    task.files.write(work / path)
    with contextlib.chdir(work):
        outcome, problems = publish_commune(job, path)
    return outcome, tuple(problems)


def _copied(job: Job, task: Task, identity: Identity, work: Path) -> tuple[Outcome, tuple[Problem, ...]]:
    """The site as it is, with its signature where that holds; what is compressed is compressed here."""
    unit = task.found.wanted.unit
    if identity.waiting:
        raise NotTakenError("trang của xã đang chờ sửa dữ liệu", "Xã sửa xong thì lượt sau máy tự lấy.")
    out = job.fresh / unit.slug
    for name in [*names_taken(task.files), *(OWN if task.check else ())]:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).rename(out / name)
    check_pages(out)
    pages = sum(1 for _ in out.rglob("index.html"))
    if job.compressed:
        compress(out)
    outcome = Outcome(
        slug=unit.slug,
        code=unit.code,
        name=unit.name,
        standing=identity.standing,
        fictional=unit.fictional,
        state=State.PUBLISHED,
        pages=pages,
        withdrawn=identity.withdrawn,
    )
    return outcome, ()


def _check_withdrawn(task: Task, outcome: Outcome) -> None:
    """A source that was set back to before a withdrawal must not bring the data back.

    Raises: NotTakenError
    """
    if not covers(outcome.withdrawn, task.withdrawn):
        raise NotTakenError(
            "bản mới không còn ghi những nội dung đã thu hồi, nên có thể đưa chúng trở lại",
            "Xã ghi lại các mục ấy vào thu-hoi.yml. Tỉnh đã xem và thấy đúng: congkhai mirror restore --latest.",
        )
