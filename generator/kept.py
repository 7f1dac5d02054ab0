"""Folders of files that are costly to make and always the same, kept between runs."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from generator.digests import digest_of_text
from generator.resources import cache_folder

FEW = 4
"""Of one name: those used last stay."""
WHOLE = ".du"
"""Ends the name of the file that tells what was made: a folder of which something is gone is made again."""


def kept(name: str, key: str, make: Callable[[Path], object]) -> Path | None:
    """The folder that `make` filled when it was first asked for; None where nothing can be kept safely.

    `key` is the digest of everything that the files depend on.
    Raises: whatever `make` raises, but OSError
    """
    try:
        folder = own_place(name) / key
        if _is_whole(folder):
            _guard(folder)
            folder.touch()
            return folder
        return _made(folder, make)
    except (OSError, RuntimeError):  # no home, a full or read-only disk, a folder of somebody else
        return None


def _made(folder: Path, make: Callable[[Path], object]) -> Path:
    fresh = Path(mkdtemp(prefix=".", dir=folder.parent))
    try:
        make(fresh)
        if not _is_whole(folder):  # another run may have been quicker, and may be reading its files
            shutil.rmtree(folder, ignore_errors=True)
            _note(folder).write_text(_told(fresh))
            fresh.rename(folder)
            _clear(folder.parent)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return folder


def _is_whole(folder: Path) -> bool:
    return folder.is_dir() and _note(folder).is_file() and _note(folder).read_text() == _told(folder)


def _note(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}{WHOLE}")


def _told(folder: Path) -> str:
    """Names and sizes of what was made; compiled templates, which come later, count not."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".cache")
    return digest_of_text(
        "\n".join(sorted(f"{path.relative_to(folder)} {path.stat().st_size}" for path in files))
    )


def own_place(name: str) -> Path:
    """A folder for what is kept under a name, of this user alone.

    Raises: OSError, RuntimeError (no home)
    """
    place = cache_folder() / name
    for own in (place.parent, place):
        own.mkdir(parents=True, exist_ok=True)
        _guard(own)
    return place


def _guard(folder: Path) -> None:
    """Compiled templates are run: nobody else may have put them there.

    Raises: OSError
    """
    if not hasattr(os, "getuid"):
        return
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise PermissionError(folder)
    if found.st_mode & 0o077:
        folder.chmod(0o700)


def _clear(folder: Path) -> None:
    made = (path for path in folder.iterdir() if path.is_dir())
    for old in sorted(made, key=lambda path: -path.lstat().st_mtime_ns)[FEW:]:
        shutil.rmtree(old, ignore_errors=True)
        _note(old).unlink(missing_ok=True)
