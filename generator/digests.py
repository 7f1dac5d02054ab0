"""What files hold, as one number: tells whether anything has changed."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from generator.resources import DOCS, MKDOCS_YML, TEMPLATES

PROGRAM = Path(__file__).parent
COMPILED = "__pycache__"


def digest_of(folder: Path, without: str = "") -> str:
    """SHA-256 of "path NUL digest-of-content NEWLINE" for every file, sorted by path.

    A link counts by where it leads, so that what it leads to is never read. `without` names folders to leave out.
    """
    lines = (f"{path.relative_to(folder).as_posix()}\0{held}\n" for path, held in _held(folder, without))
    return digest_of_text("".join(sorted(lines)))


def digest_of_text(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


@cache
def program() -> str:
    """Of all that turns content into pages: our own code and looks, Python and the packages installed."""
    packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    own = (digest_of(folder, COMPILED) for folder in (PROGRAM, TEMPLATES, DOCS))
    return digest_of_text("\n".join((sys.version, *packages, *own, MKDOCS_YML.read_text("utf-8"))))


def _held(folder: Path, without: str) -> Iterator[tuple[Path, str]]:
    """The path of each file or link below a folder, and what tells what it holds."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = Path(entry.path)
            if entry.is_symlink():
                yield path, f"->{path.readlink().as_posix()}"
            elif entry.is_dir() and entry.name != without:
                yield from _held(path, without)
            elif entry.is_file():
                yield path, sha256(path.read_bytes()).hexdigest()
