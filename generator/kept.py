"""Folders of files that are costly to make and always the same, kept between runs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from generator.resources import cache_folder

FEW = 4
"""Of one name: those used last stay."""


def kept(name: str, key: str, make: Callable[[Path], object]) -> Path | None:
    """The folder that `make` filled when it was first asked for; None where nothing can be kept.

    `key` is the digest of everything that the files depend on.
    Raises: whatever `make` raises
    """
    folder = cache_folder() / name / key
    try:
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if folder.is_dir():
            folder.touch()
            return folder
        fresh = Path(mkdtemp(prefix=".", dir=folder.parent))
    except OSError:
        return None
    try:
        make(fresh)
        fresh.rename(folder)
        _clear(folder.parent)
    except OSError:  # a full disk, or another build that was first
        return folder if folder.is_dir() else None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return folder


def _clear(folder: Path) -> None:
    for old in sorted(folder.iterdir(), key=lambda path: -path.stat().st_mtime_ns)[FEW:]:
        shutil.rmtree(old, ignore_errors=True)
