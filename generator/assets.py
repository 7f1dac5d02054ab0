"""Our style and script under names that change with their content, so that browsers may keep them for ever."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path, PurePosixPath

STYLE, SCRIPT = "assets/congkhai.css", "assets/congkhai.js"
OVERVIEW = "assets/tinh.css"
"""Of the province's pages alone."""
SEARCH, RANKING = "assets/tim.js", "assets/xep.js"
"""Loaded only when somebody searches."""
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def hashed_names(static: Path) -> dict[str, str]:
    """{"assets/congkhai.css": "assets/congkhai.1f0c22b7.css", …} for the files below `static`."""
    names = (STYLE, OVERVIEW, SCRIPT, SEARCH, RANKING)
    return {name: _hashed(name, as_published(name, (static / name).read_text("utf-8"))) for name in names}


def as_published(name: str, content: str) -> str:
    """A style without its comments: they are a tenth of what every phone would fetch."""
    return COMMENT.sub("", content) if name.endswith(".css") else content


def _hashed(name: str, content: str) -> str:
    path = PurePosixPath(name)
    return path.with_name(f"{path.stem}.{sha256(content.encode()).hexdigest()[:8]}{path.suffix}").as_posix()
