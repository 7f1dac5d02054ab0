"""The guide among the files of sites: written once for a build, then shared by all communes."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from generator.compressed import compress
from generator.core import Commune
from generator.digests import digest_of_text, program
from generator.files import lay_out
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
    lay_out(guide(forms), folder)
    if packed:
        compress(folder)
