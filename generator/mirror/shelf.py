"""The last good copies of each commune's site, outside the public folder, for the province to go back to."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.mirror.state import Copy, Version
from generator.swap import put

SHELF = "giu"


def shelve(store: Path, slug: str, version: Version, site: Path) -> None:
    """Keep a site that now stands; files are shared with it on the disk where the system can.

    Raises: OSError
    """
    kept = place(store, slug, version)
    new = kept.with_suffix(".moi")
    new.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(new, ignore_errors=True)
    copy(site, new)
    put(new, kept)  # a version taken once more is there before and after
    shutil.rmtree(new, ignore_errors=True)


def place(store: Path, slug: str, version: Version) -> Path:
    return store / SHELF / slug / version.key[:32]


def copy(site: Path, into: Path) -> None:
    """A copy whose files are the same on the disk; sites are replaced as a whole, never written into."""
    shutil.copytree(site, into, copy_function=_link)


def with_newest(versions: Iterable[Version], newest: Version, most: int) -> tuple[Version, ...]:
    """The last few, the newest at the end, each source's state once."""
    others = [version for version in versions if version.key != newest.key]
    return (*others, newest)[-max(1, most) :]


def clear(store: Path, copies: Iterable[Copy]) -> None:
    """Delete what is kept of communes no longer copied, and versions that are on no list."""
    wanted = {place(store, one.slug, version) for one in copies for version in one.kept}
    for commune in (store / SHELF).glob("*"):
        for kept in commune.glob("*"):
            if kept not in wanted:
                shutil.rmtree(kept)
        if not any(commune.iterdir()):
            commune.rmdir()


def _link(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target
