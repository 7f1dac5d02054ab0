"""Script, style and picture files of a built site: none but this program's own are shown."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from generator.assets import as_published
from generator.mirror.page_parts import OWN_STYLE
from generator.resources import TEMPLATES
from generator.search import program_files

RUNNING = (".css", ".js", ".svg", ".pagefind")
"""What can run, or load something, when it is opened or named by a page; the last is WebAssembly."""
STYLE = re.compile(OWN_STYLE)
MATERIAL = "stylesheets/main."


def keep_own_assets(root: Path) -> None:
    """Leave out what is not the program's own, byte for byte: every page gives all its facts without it.

    A style that another release made, and that the pages name, is replaced by that of this release.
    """
    for path in sorted(root.rglob("*")):
        if path.suffix.lower() not in RUNNING or path.read_bytes() in own_assets():
            continue
        name = path.relative_to(root).as_posix()
        path.unlink()
        if STYLE.fullmatch(name):
            path.write_bytes(_style(name))


@cache
def own_assets() -> frozenset[bytes]:
    """What our build puts below `assets/`, and Pagefind's program below `tim/`, by content."""
    ours = [path for path in (TEMPLATES / "static" / "assets").iterdir() if path.suffix in RUNNING]
    return frozenset((*map(_published, ours), _material().read_bytes(), *program_files().values()))


def _style(name: str) -> bytes:
    ours = TEMPLATES / "static" / "assets" / "congkhai.css"
    return _material().read_bytes() if MATERIAL in name else _published(ours)


def _published(path: Path) -> bytes:
    return as_published(path.name, path.read_text("utf-8")).encode()


@cache
def _material() -> Path:
    """The one style sheet of Material that our pages load."""
    spec = find_spec("material")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("material")
    folder = Path(spec.origin).parent / "templates" / "assets" / "stylesheets"
    return next(folder.glob("main.*.min.css"))
