"""Who was first of two pushes at once: said before git says it in its own words.

Between the check of a push and the moving of its branch git gives no room to hold a lock. So a push that
has been checked leaves a note, and the next one waits until the branch of that note has moved.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping

from filelock import FileLock

from generator.receive.repository import NOTHING, Repository
from generator.receive.rights import RefusedError

LOCK = ".congkhai.nhan.khoa"
NOTE = "congkhai-dang-nhan.json"
PATIENCE = 10.0
"""Seconds after which a push that does not move its branch is waited for no longer."""
STEP = 0.05


def take_turn(repository: Repository, olds: Mapping[str, str], pusher: int) -> None:
    """Let a checked push go on where its branches still stand where it took them from.

    `olds` are the commits that git names, by ref; `pusher` is the process of git that will move the refs.
    Raises: RefusedError, NotGitError
    """
    with FileLock(repository.folder / LOCK):
        _await_the_one_before(repository)
        check_turn(repository, olds)
        note = json.dumps({"pusher": pusher, "olds": dict(olds)})
        (repository.folder / NOTE).write_text(note, encoding="utf-8")


def check_turn(repository: Repository, olds: Mapping[str, str]) -> None:
    """Raises: RefusedError where somebody else has moved a branch since"""
    if any(_tip(repository, ref) != old for ref, old in olds.items()):
        raise RefusedError("Có người vừa gửi trước. Chạy: git pull --rebase, rồi git push lại.")


def _await_the_one_before(repository: Repository) -> None:
    try:
        note = json.loads((repository.folder / NOTE).read_text(encoding="utf-8"))
        pusher, olds = int(note["pusher"]), dict(note["olds"])
    except (
        FileNotFoundError,
        KeyError,
        TypeError,
        ValueError,
    ):  # nobody, or written by a run that was killed
        return
    end = time.monotonic() + PATIENCE
    while _lives(pusher) and time.monotonic() < end:
        if all(_tip(repository, ref) != old for ref, old in olds.items()):
            return
        time.sleep(STEP)


def _tip(repository: Repository, ref: str) -> str:
    return repository.commit(ref) or NOTHING


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
