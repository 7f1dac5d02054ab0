"""The release before: its serial and hash, from wherever the newest is still known.

A build takes a released site away, so what was last released is also kept beside the output folder; a
machine that starts empty each time is given the site as it was published last (`--previous`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.canonical import put
from generator.release.copies import Copy, TooLargeError, read
from generator.release.failures import BrokenChainError
from generator.release.statement import (
    MOST_STATEMENT,
    STATEMENT,
    BrokenError,
    digest,
    read_statement,
    statement_at,
)


@dataclass(frozen=True)
class Previous:
    """The release before; nothing where this is the first."""

    serial: int = 0
    digest: str = ""


def newest(places: Iterable[tuple[str, bytes | None]], code: str) -> Previous:
    """The newest of the `release.json` found, by name of the place.

    Raises: BrokenChainError
    """
    return max(_read(places, code), key=lambda one: one.serial, default=Previous())


def _read(places: Iterable[tuple[str, bytes | None]], code: str) -> Iterator[Previous]:
    for place, content in places:
        if content is not None:
            try:
                statement = read_statement(content)
            except BrokenError:
                raise BrokenChainError(place) from None
            if statement.code != code:
                raise BrokenChainError(place)
            yield Previous(statement.serial, digest(content))


def known(root: Path, site: Path, code: str, given: Copy | None = None) -> Previous:
    """The newest of: the site itself, what is kept beside `root`, and a copy that is given.

    `given` is the site as published last, or an output folder with the site in it.
    Raises: BrokenChainError, UnreadableError
    """
    kept = _kept(root, site.name)
    places: list[tuple[str, bytes | None]] = [
        (str(site / STATEMENT), statement_at(site)),
        (str(kept), kept.read_bytes() if kept.is_file() else None),
    ]
    if given:
        try:
            places += [
                (name, read(given, name, MOST_STATEMENT))
                for name in (f"{site.name}/{STATEMENT}", STATEMENT)
            ]
        except TooLargeError as error:
            raise BrokenChainError(str(error)) from None
    return newest(places, code)


def remember(root: Path, name: str, statement: bytes) -> None:
    """Write down what is about to be released, before it can be seen."""
    kept = _kept(root, name)
    kept.parent.mkdir(exist_ok=True)
    put(kept, statement)


def _kept(root: Path, name: str) -> Path:
    """Beside the folder that is served, so that no server shows it and no build takes it away."""
    return root.parent / f".{root.name}.phat-hanh" / f"{name}.json"
