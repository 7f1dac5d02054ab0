"""What was worked out for a commune last time, where it would be worked out of the same again.

For what takes long and depends on nothing but its key: the text of an attachment, a code, a picture.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from time import time
from uuid import uuid4

from generator.digests import changed_since, digest_of_text, moment, program
from generator.kept import own_place

MOST = 20_000_000
"""Characters kept of one commune; what comes after is worked out each time."""
DAYS = 30
"""What nobody has asked for so long is cleared away."""
ENDING = ".json"


@dataclass
class _Recall:
    """What is known from last time, and what was asked for this time: only that is kept for the next."""

    known: Mapping[str, str]
    asked: dict[str, str] = field(default_factory=dict)
    room: int = field(default_factory=lambda: MOST)

    def note(self, key: str, result: str) -> None:
        if key not in self.asked and len(result) <= self.room:
            self.asked[key] = result
            self.room -= len(result)


_now: ContextVar[_Recall | None] = ContextVar("recall", default=None)


def recalled(key: str, make: Callable[[], str]) -> str:
    """What `make` gives, made only where it is not known; `key` says everything that it depends on.

    Raises: whatever `make` raises
    """
    now = _now.get()
    if now is None:
        return make()
    found = now.asked.get(key, now.known.get(key))
    result = make() if found is None else found
    now.note(key, result)
    return result


def recalled_bytes(key: str, make: Callable[[], bytes]) -> bytes:
    """The same for what is no text."""
    return b64decode(recalled(key, lambda: b64encode(make()).decode()))


def forget(key: str) -> None:
    """Work it out again next time."""
    if now := _now.get():
        now.asked.pop(key, None)


@contextmanager
def recalling(name: str, folder: Path) -> Iterator[None]:
    """Recall inside what was worked out of this folder last time, and keep what was asked for; `name` of the work.

    Where nothing can be kept safely, everything is worked out.
    """
    path = _path(name, folder)
    now, start = _Recall(_read(path) if path else {}), _moment()
    token = _now.set(now)
    try:
        yield
    finally:
        _now.reset(token)
    if path and not changed_since(
        folder, start
    ):  # what was read then may be of other bytes than its key says
        with suppress(OSError):  # a full or read-only disk
            _write(now, path)


def _path(name: str, folder: Path) -> Path | None:
    try:
        return own_place(name) / f"{digest_of_text(str(folder.resolve()))}{ENDING}"
    except (OSError, RuntimeError):  # no home, a full or read-only disk, a folder of somebody else
        return None


def _moment() -> int:
    """Long ago where there is no room for the file that tells."""
    try:
        return moment()
    except OSError:
        return 0


def _read(path: Path) -> dict[str, str]:
    """Nothing where it is spoiled, or where another version of the program wrote it."""
    try:
        digest, _, told = path.read_text("ascii").partition("\n")
        sound = digest == _digest(told)
        return {str(key): str(result) for key, result in json.loads(told).items()} if sound else {}
    except (OSError, ValueError):
        return {}


def _write(now: _Recall, path: Path) -> None:
    if now.asked == now.known:
        if now.known:
            path.touch()
        return
    told = json.dumps(now.asked)
    fresh = path.with_name(f".{uuid4().hex}")
    try:
        fresh.write_text(f"{_digest(told)}\n{told}", "ascii", newline="\n")
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    _clear(path.parent)


def _digest(told: str) -> str:
    return digest_of_text(f"{program()}\n{told}")


@cache
def _clear(place: Path) -> None:
    """Once in a process: what is left over of communes that nobody reads any more, and of killed runs."""
    old = time() - DAYS * 86_400
    for path in place.iterdir():
        with suppress(OSError):
            if path.stat().st_mtime < old:
                path.unlink()
