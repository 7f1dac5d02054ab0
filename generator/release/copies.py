"""Where a copy lies: a folder of this machine, or an https address; read in pieces, never more than asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPException, HTTPResponse
from io import BufferedReader
from pathlib import Path
from threading import Lock
from typing import Protocol
from urllib.error import HTTPError
from urllib.parse import quote, urljoin, urlsplit

from generator.release.failures import UnreadableError
from generator.release.sums import Tree, tree
from generator.remote import LeadsAwayError, Remote, same_server

PIECE = 1 << 20


class TooLargeError(Exception):
    """A file is larger than it may be."""


class Readable(Protocol):
    """A file of a copy. Both raise: UnreadableError"""

    def read(self, most: int, /) -> bytes: ...

    def read1(self, most: int, /) -> bytes:
        """What there is now, as it comes."""


class Copy(Protocol):
    """A copy of a site, by the names of its files."""

    def tree(self) -> Tree | None:
        """What is there; None where nobody can list it.

        Raises: UnreadableError
        """

    def open(self, name: str) -> AbstractContextManager[Readable | None]:
        """Gives the file, or None where it is not there.

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
    def open(self, name: str) -> Iterator[Readable | None]:
        path = self.root / name
        steps = [self.root.joinpath(*Path(name).parts[:n]) for n in range(1, len(Path(name).parts) + 1)]
        if any(step.is_symlink() for step in steps) or not path.is_file():
            yield None
            return
        with _told(f"máy không cho đọc {name}"):
            file = path.open("rb")
        with file:
            yield _File(file, f"máy không cho đọc {name}")


class WebCopy:
    """A site as a server shows it; nobody can list it, so files added to it stay unseen."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/") + "/"
        self.remote = Remote(same_server)

    def tree(self) -> None:
        return None

    @contextmanager
    def open(self, name: str) -> Iterator[Readable | None]:
        with _told(f"không tải được {name}"):
            answer = self._ask(name)
        if answer is None:
            yield None
            return
        with answer:
            yield _File(answer, f"không tải được {name}")

    def _ask(self, name: str) -> HTTPResponse | None:
        """None where it is not there."""
        try:
            return self.remote.ask(urljoin(self.address, quote(name)))
        except HTTPError as error:
            if error.code not in (404, 410):
                raise UnreadableError(f"máy chủ trả lời {error.code} cho {name}") from None
            return None
        except LeadsAwayError:
            raise UnreadableError("địa chỉ dẫn sang máy chủ khác") from None


@contextmanager
def _told(what: str) -> Iterator[None]:
    """What fails in here is the copy's fault; what its reader does with it is not."""
    try:
        yield
    except (OSError, HTTPException) as error:
        reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
        raise UnreadableError(f"{what} ({reason})") from None


@dataclass(frozen=True)
class _File:
    file: HTTPResponse | BufferedReader
    what: str

    def read(self, most: int) -> bytes:
        with _told(self.what):
            return self.file.read(most)

    def read1(self, most: int) -> bytes:
        with _told(self.what):
            return self.file.read1(most)


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
        content = file.read(most + 1)
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
