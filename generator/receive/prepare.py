"""A bare repository made ready to receive: its rules, and two hooks of two lines."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.receive.repository import NotGitError

RULES = {
    "receive.denyNonFastForwards": "true",
    "receive.denyDeletes": "true",
    "receive.fsckObjects": "true",
    "receive.maxInputSize": "512m",
    "receive.advertisePushOptions": "false",
    "transfer.hideRefs": "refs/congkhai",
    "core.logAllRefUpdates": "true",
}
STEPS = {"pre-receive": "check", "post-receive": "publish"}


def prepare(folder: Path, branch: str, options: Mapping[str, Sequence[str]]) -> None:
    """Make the repository where there is none, set its rules, write its hooks; again does no harm.

    `options` are those of `congkhai receive check` and `publish`, by name of the step.
    Raises: NotGitError
    """
    _git("init", "--quiet", "--bare", "--template=", f"--initial-branch={branch}", str(folder))
    for name, value in RULES.items():
        _git(f"--git-dir={folder}", "config", name, value)
    (folder / "hooks").mkdir(exist_ok=True)
    for hook, step in STEPS.items():
        path = folder / "hooks" / hook
        path.write_text(_hook(step, options[step]), encoding="utf-8")
        path.chmod(0o755)


def _hook(step: str, options: Sequence[str]) -> str:
    """Isolated (-I): neither the folder nor the environment of a push adds to what Python runs."""
    command = [sys.executable, "-I", "-m", "generator", "receive", step, *options]
    return f"#!/bin/sh\nexec {shlex.join(command)}\n"


def _git(*arguments: str) -> None:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        raise NotGitError("git") from None
    if done.returncode:
        raise NotGitError(done.stderr.strip())
