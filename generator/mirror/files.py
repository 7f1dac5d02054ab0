"""The files of one commune at its source, listed before anything is read: no links, nothing too large."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from generator.hosting.limits import LIMITS, Host
from generator.mirror.listed import LARGEST_FILE_MB
from generator.mirror.trouble import NotTakenError, from_git
from generator.receive.repository import Entry, NotGitError, Repository, TooLargeError

LIMIT = LIMITS[Host.GITLAB].files
MOST_FILES = LIMIT.most if LIMIT else 200_000


class Files(Protocol):
    """The files of one commune, by their path inside its folder."""

    def key(self) -> str:
        """The same for the same names and contents."""

    def names(self) -> list[str]: ...

    def size(self, name: str) -> int | None:
        """Bytes of one file; None where it is not there, or no plain file."""

    def check(self, largest_mb: int) -> None:
        """Raises: NotTakenError for what no copy may hold"""

    def write(self, into: Path, only: Collection[str] | None = None) -> None:
        """Copy all, or some, into a new folder.

        Raises: OSError, NotGitError
        """


@dataclass(frozen=True)
class GitFiles:
    """Files of a commit."""

    repository: Repository
    entries: tuple[Entry, ...]
    """Their paths are those inside the commune's folder."""

    def key(self) -> str:
        return digest(f"{entry.path}\0{entry.mode}\0{entry.id}\n" for entry in self.entries)

    def names(self) -> list[str]:
        return [entry.path for entry in self.entries]

    def size(self, name: str) -> int | None:
        return next((e.size for e in self.entries if e.path == name and _regular(e)), None)

    def check(self, largest_mb: int) -> None:
        if any(not _regular(entry) for entry in self.entries):
            raise link_found()
        check_sizes([entry.size for entry in self.entries], largest_mb)

    def write(self, into: Path, only: Collection[str] | None = None) -> None:
        into.mkdir(parents=True, exist_ok=True)
        wanted = (e for e in self.entries if _regular(e) and (only is None or e.path in only))
        self.repository.extract(wanted, into)


def of_commit(repository: Repository, commit: str, path: str) -> GitFiles:
    """The files below a path of a commit; the path ends with a slash, or is empty for all.

    Raises: NotTakenError
    """
    try:
        entries = repository.tree(commit, [path.rstrip("/")])
    except TooLargeError as error:
        raise NotTakenError(str(error), "Xã dọn bớt thư mục trong kho.") from None
    except NotGitError as error:
        raise from_git(str(error)) from None
    if not entries:
        shown = path.rstrip("/") or "gốc"
        hint = "Xem lại mục ben_trong và xa trong mirror.yml; hỏi xã có đổi tên thư mục không."
        raise NotTakenError(f"trong kho không có thư mục {shown}, hoặc thư mục trống", hint)
    inside = (Entry(e.path.removeprefix(path), e.mode, e.id, e.size) for e in entries)
    return GitFiles(repository, tuple(inside))


def link_found() -> NotTakenError:
    return NotTakenError(
        "có liên kết hoặc đường dẫn ra ngoài thư mục",
        "Liên kết, kho con (submodule) không được chép. Xã chép tệp thật vào thay liên kết rồi đẩy lên lại.",
    )


def _regular(entry: Entry) -> bool:
    return entry.is_file and entry.is_safe


def check_sizes(sizes: Sequence[int], largest_mb: int) -> None:
    """Raises: NotTakenError"""
    if len(sizes) > MOST_FILES:
        raise NotTakenError(f"có hơn {MOST_FILES} tệp", "Xã dọn bớt tệp thừa trong kho.")
    if any(size > LARGEST_FILE_MB << 20 for size in sizes):
        raise NotTakenError(f"có tệp nặng hơn {LARGEST_FILE_MB} MB", "Xã nén nhỏ tệp ấy hoặc chia ra.")
    if sum(sizes) > largest_mb << 20:
        hint = "Xã bớt tệp nặng; cần thì tỉnh tăng toi_da_mb trong mirror.yml."
        raise NotTakenError(f"tất cả các tệp cộng lại nặng hơn {largest_mb} MB", hint)


def digest(lines: Iterator[str]) -> str:
    return sha256("".join(sorted(lines)).encode("utf-8", "surrogateescape")).hexdigest()
