"""Our style and script under names that change with their content, so that browsers may keep them for ever."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path, PurePosixPath

STYLE, SCRIPT = "assets/congkhai.css", "assets/congkhai.js"
OVERVIEW = "assets/tinh.css"
"""Of the province's pages alone."""
SEARCH, RANKING = "assets/tim.js", "assets/xep.js"
"""Loaded only when somebody searches."""


def hashed_names(static: Path) -> dict[str, str]:
    """{"assets/congkhai.css": "assets/congkhai.1f0c22b7.css", …} for the files below `static`."""
    names = (STYLE, OVERVIEW, SCRIPT, SEARCH, RANKING)
    return {name: _hashed(name, (static / name).read_bytes()) for name in names}


def _hashed(name: str, content: bytes) -> str:
    path = PurePosixPath(name)
    return path.with_name(f"{path.stem}.{sha256(content).hexdigest()[:8]}{path.suffix}").as_posix()
