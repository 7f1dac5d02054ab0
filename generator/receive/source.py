"""Where a server's content comes from, what a push touched of it, and its files on the disk for a while."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.receive.repository import Entry, Repository, TooLargeError

LARGEST_MB = 4_096
"""Of all content together: a small push can unpack to far more than any disk holds."""
LARGEST_FILE_MB = 200
"""Of one file, before the province's own limit is asked."""
WORK = "congkhai-tam"
PUBLISHING = "dang-"
STALE = 86_400
"""Seconds after which a folder that a killed check left is taken away."""


@dataclass(frozen=True)
class Touched:
    """What differs between two commits."""

    communes: tuple[str, ...] = ()
    """Slugs, also of communes that are no longer there."""
    province: bool = False

    def __bool__(self) -> bool:
        return self.province or bool(self.communes)


@dataclass(frozen=True)
class Source:
    """The content in a repository, and the province's part where it stands on this machine instead."""

    repository: Repository
    content: str = "content"
    province: Path | None = None

    def touched(self, old: str | None, new: str) -> Touched:
        """What differs; everything where there is no older commit."""
        if old is None:
            return Touched(tuple(self.communes(new)), self.province is None)
        paths = [PurePosixPath(p).parts for p in self.repository.changed(old, new, self.content)]
        depth = len(PurePosixPath(self.content).parts)
        inside = [path[depth:] for path in paths]
        slugs = {path[1] for path in inside if path[0] == "xa" and len(path) > 2}
        province = self.province is None and any(path[0] == "tinh" for path in inside)
        return Touched(tuple(sorted(slugs)), province)

    def communes(self, commit: str) -> list[str]:
        """Slugs of the communes with a folder in a commit, sorted."""
        depth = len(PurePosixPath(self.content).parts) + 1
        paths = (PurePosixPath(e.path).parts for e in self.repository.tree(commit, [f"{self.content}/xa"]))
        return sorted({path[depth] for path in paths if len(path) > depth + 1})

    def entries(self, commit: str, communes: Sequence[str]) -> list[Entry]:
        """The files of some communes, and the province's where they come from the repository.

        Raises: TooLargeError
        """
        folders = [f"{self.content}/xa/{slug}" for slug in communes]
        found = (
            self.repository.tree(commit, [*folders, *self._province()])
            if folders or self._province()
            else []
        )
        _check_size(found)
        return found

    def _province(self) -> list[str]:
        return [f"{self.content}/tinh"] if self.province is None else []

    @contextmanager
    def on_disk(self, entries: Sequence[Entry], alone: bool = False) -> Iterator[tuple[Path, Path]]:
        """Content and province folder, for as long as needed; the working folder is the repository's root.

        So problems are told by their path in the repository. `alone` says that whoever asks holds the
        lock of publishing: what another such run left is nobody's.
        """
        work = self.repository.folder / WORK
        work.mkdir(mode=0o700, exist_ok=True)
        _sweep(work, alone)
        prefix = PUBLISHING if alone else ""
        with tempfile.TemporaryDirectory(prefix=prefix, dir=work) as folder, contextlib.chdir(folder):
            Path(self.content, "xa").mkdir(parents=True)
            self.repository.extract([e for e in entries if e.is_file and e.is_safe], Path())
            yield Path(self.content), self.province or Path(self.content, "tinh")


def _check_size(entries: Sequence[Entry]) -> None:
    for entry in entries:
        if entry.size > LARGEST_FILE_MB << 20:
            raise TooLargeError(f"{entry.path}: tệp {entry.size >> 20} MB, lớn hơn {LARGEST_FILE_MB} MB")
    total = sum(entry.size for entry in entries)
    if total > LARGEST_MB << 20:
        raise TooLargeError(f"tất cả các tệp cộng lại {total >> 20} MB, lớn hơn {LARGEST_MB} MB")


def _sweep(work: Path, alone: bool) -> None:
    """Take away what killed runs left; a check of now is younger, and may end while we look."""
    for left in work.iterdir():
        with contextlib.suppress(FileNotFoundError):
            if (alone and left.name.startswith(PUBLISHING)) or time.time() - left.stat().st_mtime > STALE:
                shutil.rmtree(left, ignore_errors=True)
