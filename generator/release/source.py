"""Of which content and by which program a release is made."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from generator import __version__

PROGRAM = f"congkhai {__version__}"


@dataclass(frozen=True)
class Source:
    """A commit of the content; nothing where it is in no repository or differs from its commit."""

    commit: str = ""
    epoch: int | None = None
    """When it was made: seconds since 1970."""


def source_of(content: Path) -> Source:
    """The commit that a folder of content holds exactly."""
    if not content.is_dir() or _git(content, "status", "--porcelain", "--", ".") != "":
        return Source()
    commit, _, seconds = (_git(content, "log", "-1", "--format=%H %ct") or "").partition(" ")
    return Source(commit, int(seconds)) if commit else Source()


def _git(folder: Path, *arguments: str) -> str | None:
    """What git says; None where it fails or is not there."""
    command = ["git", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-C", str(folder)]
    try:
        done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)  # noqa: S603
    except FileNotFoundError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
