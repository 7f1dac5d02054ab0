"""Names under which a reader keeps the files of a site."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.core import DATA, WHOLE
from generator.words.fold import slug


def saved_as(url: str, site: str) -> str:
    """Under which name a phone keeps a file: "du-an-ubnd-xa-mau.xlsx" of "du-an/du-lieu.xlsx"."""
    path = PurePosixPath(url)
    own = () if path.stem in (DATA, WHOLE) else (path.stem,)
    return f"{'-'.join((*path.parent.parts, *own, slug(site)))}{path.suffix}"
