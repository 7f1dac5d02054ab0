"""A release made of a built site: beside it first, then put in its place in one step.

The order guards the serial: a number is written down before the site shows it, so a killed run may leave
a number unused and never two releases of one number.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from generator.compressed import compress
from generator.export import IDENTITY
from generator.ledger import NAME as LEDGER
from generator.ledger import read_ledger
from generator.release.chain import Previous, remember
from generator.release.failures import OddFileError, TrialDataError
from generator.release.page import filled
from generator.release.sign import sign
from generator.release.source import PROGRAM, Source
from generator.release.statement import (
    OWN,
    PAGE,
    SIGNATURE,
    STATEMENT,
    SUMS,
    Statement,
    digest,
    expiry,
    written,
)
from generator.release.sums import LINE, hash_of, tree, written_sums
from generator.swap import link_tree, put, staging


class NotASiteError(Exception):
    """A folder is neither a commune's built site nor an output folder of `congkhai build`."""


@dataclass(frozen=True)
class How:
    """When, of which content and by which key releases are made."""

    now: datetime
    source: Source = field(default_factory=Source)
    key: Path | None = None


@dataclass(frozen=True)
class Made:
    """A release that stands."""

    name: str
    """Of the commune, as its site says it."""
    statement: Statement
    signed: bool


def sites_of(folder: Path) -> tuple[Path, ...]:
    """The sites in a folder: itself, or those of an output folder.

    Pages that only wait for content to be mended are released too, else the numbers would begin anew.

    Raises: NotASiteError
    """
    if (folder / IDENTITY).is_file():
        return (folder,)
    ledger = read_ledger(folder)
    if ledger is None or not (folder / LEDGER).is_file():
        raise NotASiteError(folder)
    sites = (folder / outcome.slug for outcome in ledger.outcomes)
    return tuple(site for site in sites if (site / IDENTITY).is_file())


def release(site: Path, how: How, previous: Callable[[Path, Path, str], Previous]) -> Made:
    """Put a release in the place of a site; `previous` finds the one before by root, site and code.

    Raises: TrialDataError, OddFileError, BrokenChainError, KeyUseError, NoToolError, OSError
    """
    site = site.absolute()
    root = site.parent if (site.parent / LEDGER).is_file() else site
    with staging(root) as fresh:
        before = previous(root, site, code_of(site))
        new = fresh / site.name
        link_tree(site, new)
        made = seal(new, before, how)
        remember(root, site.name, (new / STATEMENT).read_bytes())
        put(new, site)
    return made


def seal(site: Path, previous: Previous, how: How) -> Made:
    """Make a folder that nobody sees yet a release.

    Raises: TrialDataError, OddFileError, KeyUseError, NoToolError, OSError
    """
    identity = _identity(site)
    if identity.get("thu_nghiem"):
        raise TrialDataError(identity["ten"])
    for name in OWN:
        (site / name).unlink(missing_ok=True)
    made = how.now.astimezone(UTC).replace(microsecond=0)
    serial = previous.serial + 1
    _write_page(site, serial, made, how.key is not None)
    sums, size = _sums(site)
    content = written_sums(sums)
    statement = Statement(
        code=identity["ma"],
        serial=serial,
        made=made,
        expires=expiry(made),
        commit=how.source.commit,
        epoch=how.source.epoch,
        program=PROGRAM,
        files=len(sums),
        bytes=size,
        sums=digest(content),
        previous=previous.digest,
    )
    _write_own(site, content, statement, how)
    return Made(identity["ten"], statement, how.key is not None)


def _write_own(site: Path, sums: bytes, statement: Statement, how: How) -> None:
    """Write the sums, the statement about them, and its signature where there is a key."""
    (site / SUMS).write_bytes(sums)
    (site / STATEMENT).write_bytes(written(statement))
    if how.key:
        (site / SIGNATURE).write_bytes(sign(written(statement), how.key))


def code_of(site: Path) -> str:
    """The code of the commune that a site is of."""
    return _identity(site)["ma"]


def _identity(site: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads((site / IDENTITY).read_text(encoding="utf-8"))
    return found


def _write_page(site: Path, serial: int, made: datetime, signed: bool) -> None:
    """Fill in the number where the site has the page; its compressed forms follow where there were any."""
    page = site / PAGE
    if not page.is_file():
        return
    content = filled(page.read_text(encoding="utf-8"), serial, made, expiry(made), signed)
    page.unlink()  # the file may be shared with what stands
    page.write_text(content, encoding="utf-8", newline="\n")
    packed = [page.with_name(f"{page.name}{ending}") for ending in (".gz", ".br")]
    if any(path.exists() for path in packed):
        for path in packed:
            path.unlink(missing_ok=True)
        compress(page.parent)


def _sums(site: Path) -> tuple[dict[str, str], int]:
    """SHA-256 of every file by its name, and their bytes in all.

    Raises: OddFileError
    """
    found = tree(site)
    odd = [*found.odd, *(name for name in found.files if not LINE.fullmatch(f"{'0' * 64}  {name}"))]
    if odd:
        raise OddFileError(odd[0])
    return {name: hash_of(site / name) for name in found.files}, sum(found.files.values())
