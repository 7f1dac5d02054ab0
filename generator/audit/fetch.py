"""A site that a server shows, brought into a folder: one host, one path, bounded in number, bytes and time."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import IO
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urljoin, urlsplit

from generator.audit.site import DUTIES, LARGEST_FILE, LARGEST_PAGE, Site, Told, quiet, read_site
from generator.audit.tokens import Start, tokens
from generator.remote import LeadsAwayError, Remote, below

PIECE = 1 << 16
FIRST = (
    "",
    "404.html",
    DUTIES,
    "trang.json",
    "datapackage.json",
    "robots.txt",
    "sitemap.xml",
    "tim/pagefind-entry.json",
)
READ = (".html", ".json", ".csv", ".css", ".js", ".xml", ".atom", ".txt", ".svg")
"""Of other files only whether they are there is asked."""
LISTED = re.compile(r'"([^"\\\s:]{1,300}(?:/|\.csv|\.json))"')
"""Pages and files as JSON names them."""
NAMING = frozenset({"href", "src", "data-tim", "data-xep"})


class NotFetchedError(Exception):
    """The address shows no site, or one that is too much; said in Vietnamese."""


@dataclass(frozen=True)
class Limits:
    """The most that one site may take."""

    files: int = 50_000
    bytes: int = 1 << 30
    seconds: float = 1800


@dataclass
class _Visit:
    """What is brought from where, into which folder."""

    base: str
    folder: Path
    limits: Limits
    remote: Remote
    began: float = field(default_factory=time.monotonic)
    bytes: int = 0
    cookies: list[str] = field(default_factory=list)


def is_address(place: str) -> bool:
    """Whether it is a web address rather than a folder."""
    return urlsplit(place).scheme in ("http", "https") and bool(urlsplit(place).netloc)


def fetch_site(address: str, folder: Path, told: Told = quiet, limits: Limits | None = None) -> Site:
    """What links of the pages lead to, from the first page on; a file that nobody names stays unseen.

    Raises: NotFetchedError, NoSiteError
    """
    base = (
        urljoin(address.partition("#")[0].partition("?")[0], "./")
        if address.endswith("index.html")
        else address
    )
    base = base.rstrip("/") + "/"
    visit = _Visit(base, folder, limits or Limits(), Remote(below(base)))
    waiting = dict.fromkeys(FIRST)
    seen: set[str] = set()
    while waiting:
        path = next(iter(waiting))
        del waiting[path]
        seen.add(path)
        if len(seen) > visit.limits.files:
            raise NotFetchedError(f"trang có hơn {visit.limits.files} địa chỉ")
        content = _bring(visit, path)
        if content is not None:
            waiting.update((name, None) for name in _named(visit, path, content) if name not in seen)
        elif not path:
            raise NotFetchedError(f"{base} không có trang đầu")
        told(len(seen), len(seen) + len(waiting))
    return read_site(folder, base, quiet, base, tuple(visit.cookies))


def _bring(visit: _Visit, path: str) -> bytes | None:
    """Write one file and give its bytes; none where the server has none.

    Raises: NotFetchedError
    """
    file = path + "index.html" if not path or path.endswith("/") else path
    wanted = file.endswith(READ)
    url, method = visit.base + quote(path), "GET" if wanted else "HEAD"
    try:
        with visit.remote.ask(url, method) as answer:
            if answer.headers.get("Set-Cookie"):
                visit.cookies.append(path)
            content = _read(visit, answer, file) if wanted else b""
    except LeadsAwayError:
        return None
    except HTTPError as error:
        if error.code < 500:
            return None
        raise NotFetchedError(f"máy chủ trả lời {error.code} cho {visit.base}{path}") from None
    except (OSError, HTTPException, ValueError) as error:
        raise NotFetchedError(
            f"không tải được {visit.base}{path} ({getattr(error, 'reason', error)})"
        ) from None
    try:
        (visit.folder / file).parent.mkdir(parents=True, exist_ok=True)
        (visit.folder / file).write_bytes(content)
    except OSError:  # a name that no disk takes, or a file where a folder is wanted
        return None
    return content


def _read(visit: _Visit, answer: IO[bytes], file: str) -> bytes:
    """Raises: NotFetchedError"""
    most = LARGEST_PAGE if file.endswith(".html") else LARGEST_FILE
    parts: list[bytes] = []
    size = 0
    while size <= most and (part := answer.read(PIECE)):
        size += len(part)
        visit.bytes += len(part)
        parts.append(part)
        if visit.bytes > visit.limits.bytes:
            raise NotFetchedError(f"trang nặng hơn {visit.limits.bytes >> 20} MB")
        if time.monotonic() - visit.began > visit.limits.seconds:
            raise NotFetchedError(f"tải quá {visit.limits.seconds:.0f} giây chưa xong")
    return b"".join(parts)


def _named(visit: _Visit, path: str, content: bytes) -> Iterator[str]:
    """Paths inside the site that a file leads to."""
    for url in _addresses(visit.base, path, content.decode("utf-8", "replace")):
        inner = url.partition("#")[0].partition("?")[0]
        if inner.startswith(visit.base) and (name := _safe(inner.removeprefix(visit.base))) is not None:
            yield name


def _addresses(base: str, path: str, text: str) -> Iterator[str]:
    """Full addresses that a page or one of the lists for programs names."""
    if not path or path.endswith(("/", ".html")):
        starts = (token for token in tokens(text) if isinstance(token, Start))
        pairs = (pair for start in starts for pair in start.attributes.items())
        for name, value in pairs:
            if name in NAMING:
                with suppress(ValueError):  # a broken host
                    yield urljoin(base + quote(path), value.strip())
    elif path in (DUTIES, "datapackage.json"):
        yield from (base + name for name in LISTED.findall(text))
    elif path == "sitemap.xml":
        yield from re.findall(r"<loc>([^<]{1,2000})</loc>", text)


def _safe(path: str) -> str | None:
    """The path as a file's name below the folder; none where it would leave it or is meant for staff."""
    name = unquote(path)
    parts = name.split("/")
    if any(part in (".", "..") or "\\" in part or "\0" in part or ":" in part for part in parts):
        return None
    inner = parts[:-1]
    return None if "" in inner or name.startswith("quan-tri/") else name
