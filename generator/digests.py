"""What files hold, as one number: tells whether anything has changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import TemporaryFile

from generator.resources import DOCS, MKDOCS_YML, TEMPLATES

PROGRAM = Path(__file__).parent
COMPILED = "__pycache__"
FOLDER, UNREADABLE, OTHER = "/", "!", "?"
"""What stands for the content of what is no file, or of a file that nobody may read."""


def digest_of(folder: Path, without: str = "", folders: bool = False) -> str:
    """SHA-256 of "path NUL digest-of-content NEWLINE" for every file, sorted by path.

    A link counts by where it leads, so that what it leads to is never read. `without` names folders to leave
    out; with `folders` these count too, as does whatever else is no file, and whether `folder` is a link.
    """
    found = _held(folder, without)
    lines = [
        f"{path.relative_to(folder).as_posix()}\0{held}\n"
        for path, held in found
        if folders or held not in (FOLDER, OTHER)
    ]
    linked = f"->{folder.readlink()}" if folders and folder.is_symlink() else ""
    return digest_of_text("".join((*sorted(lines), linked)))


def digest_of_text(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


@cache
def program() -> str:
    """Of all that turns content into pages: our own code and looks, Python and the packages installed."""
    places = [Path(place) for place in sys.path if Path(place).is_dir()]
    packages = sorted(path.name for place in places for path in place.glob("*.dist-info"))
    own = (digest_of(folder, COMPILED) for folder in (PROGRAM, TEMPLATES, DOCS))
    return digest_of_text("\n".join((sys.version, *packages, *own, MKDOCS_YML.read_text("utf-8"))))


def moment() -> int:
    """Now by the clock of the file system, which runs a little behind any other."""
    with TemporaryFile() as file:
        return os.fstat(file.fileno()).st_ctime_ns


def changed_since(folder: Path, moment: int) -> bool:
    """Whether anything in a folder, or the folder itself, was changed after a moment of the file system's clock."""
    try:
        return any(os.lstat(path).st_ctime_ns > moment for path in (str(folder), *_paths(folder)))
    except OSError:  # gone while one looks
        return True


def _paths(folder: Path) -> Iterator[str]:
    return (entry.path for _, entry in _entries(folder))


def _held(folder: Path, without: str) -> Iterator[tuple[Path, str]]:
    """The path of each file, link or folder below a folder, and what tells what it holds."""
    for path, entry in _entries(folder, without):
        try:
            yield path, _content(path, entry)
        except OSError:
            yield path, UNREADABLE


def _content(path: Path, entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return f"->{path.readlink().as_posix()}"
    if entry.is_dir():
        return FOLDER
    if not entry.is_file():
        return OTHER
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _entries(folder: Path, without: str = "") -> Iterator[tuple[Path, os.DirEntry[str]]]:
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError:  # nobody may read it, or it has just gone
        return
    for entry in entries:
        if entry.is_symlink() or not entry.is_dir():
            yield Path(entry.path), entry
        elif entry.name != without:
            yield Path(entry.path), entry
            yield from _entries(Path(entry.path), without)
