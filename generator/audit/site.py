"""A built site as the criteria see it: its plain files and what its pages say."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from generator.audit.page import Page, read_page

LARGEST_PAGE = 2 << 20
"""Bytes of HTML that are read; ours of 400 procedures have a tenth."""
LARGEST_FILE = 64 << 20
MOST_FILES = 200_000
MOST_PAGES = 20_000
STAFF = "quan-tri/"
"""The forms and the guide for staff are no part of what citizens read."""
INSIDE = "http://site.invalid/"
DUTIES = "cong-khai.json"


class NoSiteError(Exception):
    """What is there is no site, or more than can be tried; said in Vietnamese."""


@dataclass(frozen=True)
class Site:
    """One commune's website."""

    name: str
    """As it is shown: its folder or its address."""
    files: dict[str, Path]
    """Plain files by their path inside the site; symbolic links are none."""
    pages: dict[str, Page]
    """What citizens read, by address."""
    unread: tuple[str, ...] = ()
    """Pages too large to be read."""
    address: str = ""
    """Where it was fetched from; empty for a folder."""
    cookies: tuple[str, ...] = ()
    """Addresses whose answer sets a cookie."""
    _paths: dict[tuple[str, str], str | None] = field(default_factory=dict, repr=False, compare=False)
    _json: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False, compare=False)

    def content(self, path: str, most: int = LARGEST_FILE) -> bytes:
        """A file's bytes; none where it is not there, cannot be read or is larger."""
        try:
            with self.files[path].open("rb") as file:
                found = file.read(most + 1)
        except (KeyError, OSError):
            return b""
        return found if len(found) <= most else b""

    def json(self, path: str) -> dict[str, Any]:
        """What a JSON file says; empty where it is not there, broken or no object."""
        if path not in self._json:
            try:
                told = json.loads(self.content(path))
            except (ValueError, RecursionError):
                told = None
            self._json[path] = told if isinstance(told, dict) else {}
        return self._json[path]

    @cached_property
    def full(self) -> tuple[Page, ...]:
        """Pages with menu and footer."""
        return tuple(page for page in self.pages.values() if not page.bare)

    @cached_property
    def posted(self) -> tuple[Page, ...]:
        """Pages of what the commune disclosed, with the day of its posting."""
        return tuple(page for page in self.full if self.joined and page.term("Đăng lên trang"))

    @cached_property
    def base(self) -> str:
        """The full address that the home page gives itself; empty where it gives none."""
        return self.pages[""].canonical if "" in self.pages else ""

    @property
    def joined(self) -> bool:
        """Whether the commune publishes here: its site was not only prepared from registers."""
        return self.json("trang.json").get("tinh_trang") != "cho_tiep_nhan"

    def inside(self, page: str, href: str) -> str | None:
        """Path, "a/b/" or "a/b.csv", that a link of a page leads to; None where it leads out of the site."""
        key = (page, href)  # several criteria ask for the same link
        if key not in self._paths:
            self._paths[key] = self._inside(page, href)
        return self._paths[key]

    def _inside(self, page: str, href: str) -> str | None:
        try:
            url = urljoin(INSIDE + page.removesuffix("404.html"), href.strip())
            if self.base and url.startswith(self.base):
                url = INSIDE + url.removeprefix(self.base)
            parts = urlsplit(url)
        except ValueError:
            return None
        if not url.startswith(INSIDE) or _climbs(page, href):
            return None
        return unquote(parts.path).lstrip("/")

    def holds(self, path: str) -> bool:
        return (path + "index.html" if not path or path.endswith("/") else path) in self.files


def _climbs(page: str, href: str) -> bool:
    """Whether it leads above the folder of the site, which `urljoin` hides, or to the root of the host."""
    return href.count("../") > page.count("/") or bool(re.match(r"/(?!/)", href.strip()))


Told = Callable[[int, int], None]
"""Tells how many pages of how many are read."""


def quiet(_done: int, _all: int) -> None:
    """Tells nobody."""


def sites_in(folder: Path) -> tuple[Path, ...]:
    """The folder itself where it holds one commune's site, else each commune's folder in it."""
    if (folder / DUTIES).is_file():
        return (folder,)
    below = sorted(each.parent for each in folder.glob(f"*/{DUTIES}") if not each.parent.is_symlink())
    return tuple(below) or (folder,)


def read_site(
    folder: Path, name: str, told: Told = quiet, address: str = "", cookies: tuple[str, ...] = ()
) -> Site:
    """Raises: NoSiteError"""
    files = dict(_files(folder))
    if "index.html" not in files:
        raise NoSiteError(f"“{name}” không có trang đầu (index.html)")
    paths = [path for path in files if path.endswith(".html") and not path.startswith(STAFF)]
    if len(paths) > MOST_PAGES:
        raise NoSiteError(f"“{name}” có hơn {MOST_PAGES} trang")
    pages: dict[str, Page] = {}
    unread: list[str] = []
    for number, path in enumerate(paths, 1):
        place = path.removesuffix("index.html")
        if page := page_at(files[path], place):
            pages[place] = page
        else:
            unread.append(place)
        told(number, len(paths))
    return Site(name, files, pages, tuple(unread), address, cookies)


def page_at(file: Path, place: str) -> Page | None:
    """None where it is too large, or cannot be read."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST_PAGE + 1)
    except OSError:
        return None
    if len(content) > LARGEST_PAGE:
        return None
    packed = len(gzip.compress(content, compresslevel=6, mtime=0))
    return read_page(place, content.decode("utf-8", "replace"), packed)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """In one order on every machine; nothing is followed that leads elsewhere.

    Raises: NoSiteError
    """
    count = 0
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            count += 1
            if count > MOST_FILES:
                raise NoSiteError(f"có hơn {MOST_FILES} tệp")
            path = Path(root, name)
            if S_ISREG(path.lstat().st_mode):
                yield path.relative_to(folder).as_posix(), path
