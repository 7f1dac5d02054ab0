"""The files of one commune in a folder of this machine, which others may change at any time."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.mirror.address import without_secrets
from generator.mirror.files import MOST_FILES, check_sizes, digest, link_found
from generator.mirror.trouble import NotTakenError

PIECE = 1 << 20


@dataclass(frozen=True)
class FolderFiles:
    """Files of a folder on this machine; it may change at any time."""

    root: Path
    sizes: tuple[tuple[str, int], ...]
    irregular: bool
    """Whether there are links, pipes or devices among them."""

    def key(self) -> str:
        return digest(f"{name}\0{self._hash(name, size)}\n" for name, size in self.sizes)

    def names(self) -> list[str]:
        return [name for name, _ in self.sizes]

    def size(self, name: str) -> int | None:
        return dict(self.sizes).get(name)

    def check(self, largest_mb: int) -> None:
        if self.irregular:
            raise link_found()
        check_sizes([size for _, size in self.sizes], largest_mb)

    def write(self, into: Path, only: Collection[str] | None = None) -> None:
        into.mkdir(parents=True, exist_ok=True)
        for name, size in self.sizes:
            if only is None or name in only:
                (into / name).parent.mkdir(parents=True, exist_ok=True)
                with (into / name).open("xb") as file:
                    file.writelines(self._pieces(name, size))

    def _hash(self, name: str, size: int) -> str:
        found = sha256()
        for piece in self._pieces(name, size):
            found.update(piece)
        return found.hexdigest()

    def _pieces(self, name: str, size: int) -> Iterator[bytes]:
        """No more than was there when it was listed."""
        with os.fdopen(_open(self.root, name), "rb") as file:
            for start in range(0, size, PIECE):
                yield file.read(min(PIECE, size - start))


def of_folder(root: Path) -> FolderFiles:
    """The files below a folder of this machine.

    Raises: NotTakenError, OSError
    """
    if not root.is_dir():
        hint = "Xem lại mục thu_muc trong mirror.yml; ổ đĩa có được gắn không."
        raise NotTakenError(
            "không có thư mục đã ghi trên máy này", hint, without_secrets(root.as_posix()), passing=True
        )
    files = _below(root.resolve())
    if not files.sizes:
        raise NotTakenError("thư mục đã ghi đang trống", "Xem lại mục thu_muc trong mirror.yml.")
    return files


def _below(root: Path) -> FolderFiles:
    found: list[tuple[str, int]] = []
    irregular = False
    for folder, folders, names in os.walk(root, onerror=_raise):
        irregular = irregular or any(Path(folder, name).is_symlink() for name in folders)
        for path in (Path(folder, name) for name in names):
            status = path.lstat()
            if stat.S_ISREG(status.st_mode):
                found.append((path.relative_to(root).as_posix(), status.st_size))
            else:
                irregular = True
        if len(found) > MOST_FILES:
            break
    return FolderFiles(root, tuple(sorted(found)), irregular)


def _open(root: Path, name: str) -> int:
    """A file below a folder, through no link: whoever owns the folder may put one there meanwhile."""
    *folders, last = name.split("/")
    here = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    for folder in folders:
        above = here
        try:
            here = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=above)
        finally:
            os.close(above)
    try:
        return os.open(last, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=here)
    finally:
        os.close(here)


def _raise(error: OSError) -> None:
    raise error
