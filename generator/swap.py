"""New trees put in the place of old ones: a killed build leaves the old site whole."""

from __future__ import annotations

import ctypes
import filecmp
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

AT_FDCWD = -100
RENAME_EXCHANGE = 2  # linux/fs.h
RENAME_SWAP = 2  # sys/stdio.h of macOS


@contextmanager
def turn(lock: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """One run at a time; the system lets go of the lock of a run that was killed."""
    held = FileLock(lock)
    try:
        held.acquire(timeout=0)
    except Timeout:
        waiting()
        held.acquire()
    try:
        yield
    finally:
        held.release()


@contextmanager
def staging(out: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[Path]:
    """An empty folder beside `out`, on the same file system; gone afterwards.

    One build at a time works on `out`: a second one waits here, and says so with `waiting`.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{out.name}-dang-dung-"
    with turn(out.parent / f".{out.name}.khoa", waiting):
        for left_over in out.parent.glob(f"{prefix}*"):
            shutil.rmtree(left_over)
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=out.parent))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def put(new: Path, old: Path) -> None:
    """Put a new file or folder where the old one is, in one step where the system can."""
    _keep_times(new, old)
    if not old.exists():
        new.rename(old)
    elif new.is_file() and old.is_file():
        new.replace(old)
    elif not _exchange(new, old):
        aside = _aside(old)
        old.rename(aside)
        new.rename(old)
        _delete(aside)


def _keep_times(new: Path, old: Path) -> None:
    """A file that has not changed keeps its time, by which web servers tell browsers that it has not."""
    for path in [new] if new.is_file() else new.rglob("*"):
        before = old / path.relative_to(new)
        if path.is_file() and before.is_file() and filecmp.cmp(path, before, shallow=False):
            times = before.stat()
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def restore(out: Path, names: Iterable[str]) -> None:
    """Bring back what a killed build had moved aside, where the system has no exchange in one step."""
    for name in names:
        aside = _aside(out / name)
        if aside.exists() and not (out / name).exists():
            aside.rename(out / name)
        elif aside.exists():
            _delete(aside)


def _aside(old: Path) -> Path:
    return old.with_name(f".{old.name}.cu")


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def remove(folder: Path, names: Iterable[str], bin: Path) -> None:
    """Take entries out of a folder: first moved aside at once, then deleted with the bin."""
    for name in names:
        if (folder / name).exists():
            (folder / name).rename(bin / f"{name}.bo")


def link_tree(old: Path, new: Path) -> None:
    """A copy of a tree that shares its files; whoever changes one there writes it anew."""
    shutil.copytree(old, new, symlinks=True, copy_function=_link)


def _link(old: str, new: str) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:  # a file system without hard links
        shutil.copy2(old, new, follow_symlinks=False)


def _exchange(new: Path, old: Path) -> bool:
    """Exchange two paths atomically (renameat2, renamex_np); False where the system cannot."""
    a, b = os.fsencode(new), os.fsencode(old)
    try:
        libc = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(libc.renamex_np(a, b, RENAME_SWAP) == 0)
        return bool(libc.renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):
        return False
