"""Where a copy lies: a folder of this machine, or an https address; read in pieces, never more than asked."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path
from threading import Lock
from typing import IO, Any, Protocol
from urllib.parse import quote, urljoin, urlsplit

from generator.release.failures import UnreadableError
from generator.release.sums import Tree, tree

PIECE = 1 << 20
SECONDS = 30
"""What a server may stay silent for."""


class TooLargeError(Exception):
    """A file is larger than it may be."""


class Copy(Protocol):
    """A copy of a site, by the names of its files."""

    def tree(self) -> Tree | None:
        """What is there; None where nobody can list it.

        Raises: UnreadableError
        """

    def open(self, name: str) -> Any:
        """A context manager that gives the file, or None where it is not there.

        Raises: UnreadableError
        """


class FolderCopy:
    """A folder of this machine; nothing in it is followed that leads elsewhere."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def tree(self) -> Tree:
        try:
            return tree(self.root)
        except OSError as error:
            raise UnreadableError(f"máy không cho đọc ({error.strerror})") from None

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes] | None]:
        path = self.root / name
        steps = [self.root.joinpath(*Path(name).parts[:n]) for n in range(1, len(Path(name).parts) + 1)]
        if any(step.is_symlink() for step in steps) or not path.is_file():
            yield None
            return
        try:
            with path.open("rb") as file:
                yield file
        except OSError as error:
            raise UnreadableError(f"máy không cho đọc {name} ({error.strerror})") from None


class _SameServer(urllib.request.HTTPRedirectHandler):
    """An address may lead on within its own server; never elsewhere, never out of https."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        if urlsplit(newurl)[:2] != urlsplit(req.full_url)[:2]:
            raise UnreadableError("địa chỉ dẫn sang máy chủ khác")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


class WebCopy:
    """A site as a server shows it; nobody can list it, so files added to it stay unseen."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/") + "/"
        self.opener = urllib.request.build_opener(_SameServer)

    def tree(self) -> None:
        return None

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes] | None]:
        url = urljoin(self.address, quote(name))
        request = urllib.request.Request(url, headers={"User-Agent": "congkhai", "Accept-Encoding": "identity"})  # noqa: S310  https alone, see copy_at  # fmt: skip
        try:
            with self.opener.open(request, timeout=SECONDS) as answer:
                yield answer
        except urllib.error.HTTPError as error:
            if error.code not in (404, 410):
                raise UnreadableError(f"máy chủ trả lời {error.code} cho {name}") from None
            yield None
        except (OSError, HTTPException) as error:
            reason = getattr(error, "reason", error)
            raise UnreadableError(f"không tải được {name} ({reason})") from None


def copy_at(place: str) -> Copy | None:
    """A copy by its folder or its https address; None for neither."""
    if urlsplit(place).scheme == "https" and urlsplit(place).netloc:
        return WebCopy(place)
    return FolderCopy(Path(place)) if Path(place).is_dir() else None


def read(copy: Copy, name: str, most: int) -> bytes | None:
    """A small file; None where it is not there.

    Raises: TooLargeError, UnreadableError
    """
    with copy.open(name) as file:
        if file is None:
            return None
        content: bytes = file.read(most + 1)
    if len(content) > most:
        raise TooLargeError(name)
    return content


class Budget:
    """Bytes that may still be read of a copy, whichever of its files they are in."""

    def __init__(self, most: int) -> None:
        self.left = most
        self.lock = Lock()

    def take(self, size: int) -> None:
        """Raises: TooLargeError"""
        with self.lock:
            self.left -= size
            if self.left < 0:
                raise TooLargeError


def hash_in(copy: Copy, name: str, budget: Budget) -> str | None:
    """SHA-256 of a file; None where it is not there.

    Raises: TooLargeError, UnreadableError
    """
    found = sha256()
    with copy.open(name) as file:
        if file is None:
            return None
        while piece := file.read(PIECE):
            budget.take(len(piece))
            found.update(piece)
    return found.hexdigest()
