"""Spoiling a built site as somebody might: files of a copy changed, taken away, added."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copytree

from generator.audit.site import Site, page_at

Change = Callable[[Path], None]


@dataclass(frozen=True)
class Spoil:
    """One way to spoil a site, and the only criteria whose verdict it may change."""

    name: str
    change: Change
    verdicts: dict[str, str]


def edit(pattern: str, old: str, new: str) -> Change:
    """Replace a regular expression in every file that the glob names; it must be found."""

    def change(folder: Path) -> None:
        found = 0
        for path in sorted(folder.glob(pattern)):
            if "quan-tri" in path.parts or path.name == "404.html":
                continue
            text, count = re.subn(old, new, path.read_text(encoding="utf-8"), flags=re.DOTALL)
            if count:
                found += count
                overwrite(path, text)
        assert found, f"{pattern} holds nothing like {old}"

    return change


def remove(*names: str) -> Change:
    def change(folder: Path) -> None:
        for name in names:
            found = list(folder.glob(name))
            assert found, f"no {name}"
            for path in found:
                path.unlink()

    return change


def every(*changes: Change) -> Change:
    def change(folder: Path) -> None:
        for each in changes:
            each(folder)

    return change


def overwrite(path: Path, text: str) -> None:
    """A new file, for the old one is shared with the site that was built."""
    path.unlink(missing_ok=True)
    path.write_text(text, encoding="utf-8")


def linked_copy(site: Path, to: Path) -> Path:
    """A copy that shares every file until it is overwritten."""
    return Path(copytree(site, to, copy_function=os.link))


def read_again(site: Site, built: Path, spoiled: Path) -> Site:
    """The site as `read_site` would read the copy, with the pages that were not changed as they are."""
    files = {name: spoiled / name for name in site.files if (spoiled / name).is_file()}
    pages = dict(site.pages)
    for name in site.files:
        address = name.removesuffix("index.html")
        if address in pages and name not in files:
            del pages[address]
        elif address in pages and not (built / name).samefile(spoiled / name):
            page = page_at(spoiled / name, address)
            assert page
            pages[address] = page
    return replace(site, files=files, pages=pages, _json={}, _paths={})
