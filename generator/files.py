"""The files of sites beside their pages, brought to the disk; what many sites have alike lies there once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from generator.core import File
from generator.recalled import recalled_bytes

PICTURES = (".jpg", ".jpeg", ".png", ".webp")


def write_file(file: File, target: Path) -> None:
    """Write a file of a site, with the folders above it; what sites share is linked where the target allows."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if file.linked and file.source is not None:
        target.unlink(missing_ok=True)
        with suppress(OSError):  # another file system, or one without hard links
            os.link(file.source, target)
            return
    target.write_bytes(_bytes(file))


def _bytes(file: File) -> bytes:
    """What is written: pictures smaller and without place and camera data."""
    if file.source is None:
        return file.content or b""
    content = file.source.read_bytes()
    if file.source.suffix.lower() not in PICTURES:
        return content
    return recalled_bytes(f"nho {sha256(content).hexdigest()}", lambda: _shrunk(content))


def _shrunk(content: bytes) -> bytes:
    from generator.photos import shrink  # a tenth of a second, spared where every picture is known

    return shrink(content)


def lay_out(files: Iterable[File], folder: Path) -> None:
    """Write files below a folder, from where sites share them."""
    for file in files:
        write_file(file, folder / file.path)


def shared_files(folder: Path) -> Iterator[File]:
    """What lies below a folder, as files that sites share."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield File(path.relative_to(folder).as_posix(), source=path, linked=True)
