"""The guide among the files of sites: written once for a build, then handed to each commune."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator.compressed import compress
from generator.core import Commune, File
from generator.digests import digest_of_text, program
from generator.from_schema.guide.pages import guide
from generator.kept import kept
from generator.kinds.profile import Standing
from generator.stages import stage


def has_guide(commune: Commune) -> bool:
    """Whether somebody of the commune fills in its site; a prepared one is nobody's yet."""
    return bool(commune.standing != Standing.PREPARED.value)


@stage("Hướng dẫn")
def write_guide(folder: Path, forms: bool, packed: bool = False) -> Path:
    """Write the guide into a folder, which all sites of a build share; `packed` with .gz and .br."""
    make = partial(_write, forms=forms, packed=packed)
    made = kept("huong-dan", digest_of_text(f"{program()} {forms} {packed}"), make)
    if made:
        shutil.copytree(made, folder, dirs_exist_ok=True)
    else:
        make(folder)
    return folder


def _write(folder: Path, forms: bool, packed: bool) -> None:
    for file in guide(forms):
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content or b"")
    if packed:
        compress(folder)


def guide_files(folder: Path) -> Iterator[File]:
    """What `write_guide` wrote, as files that sites share."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield File(path.relative_to(folder).as_posix(), source=path, linked=True)
