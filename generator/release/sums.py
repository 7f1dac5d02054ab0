"""`SHA256SUMS`: every file of a site with its SHA-256, so that plain `sha256sum -c` checks it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from generator.release.statement import HOSTS_OWN, OWN, SHA256, BrokenError

LINE = re.compile(rf"({SHA256})  ([^\x00-\x1f\x7f\\]+)")
"""GNU coreutils, text mode; names that it would write with a backslash are none of ours."""
MOST_SUMS = 32 << 20
"""Bytes of a list that are read: far more than a site of the most files."""


@dataclass(frozen=True)
class Tree:
    """What stands in a folder."""

    files: Mapping[str, int]
    """Bytes of each plain file by its name, with forward slashes."""
    odd: tuple[str, ...]
    """Links, pipes, devices, folders that are links: nothing of a site."""


def tree(site: Path) -> Tree:
    """Everything below a folder but the release's own files and what hosts keep at its top.

    Raises: OSError
    """
    files: dict[str, int] = {}
    odd: list[str] = []
    for entry in _below(site):
        name = Path(entry.path).relative_to(site).as_posix()
        if entry.is_symlink() or not entry.is_file(follow_symlinks=False):
            odd.append(name)
        elif name not in OWN:
            files[name] = entry.stat(follow_symlinks=False).st_size
    return Tree(dict(sorted(files.items())), tuple(sorted(odd)))


def _below(folder: Path, top: bool = True) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if top and entry.name in HOSTS_OWN and not entry.is_symlink():
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _below(Path(entry.path), top=False)
            else:
                yield entry


def written_sums(sums: Mapping[str, str]) -> bytes:
    """{name: SHA-256} as the file's bytes, sorted by name."""
    return "".join(f"{found}  {name}\n" for name, found in sorted(sums.items())).encode()


def read_sums(content: bytes) -> dict[str, str]:
    """{name: SHA-256}; names are inside the folder, each once.

    Raises: BrokenError
    """
    try:
        lines = content.decode().split("\n")
    except UnicodeDecodeError:
        raise BrokenError("không phải chữ UTF-8") from None
    found: dict[str, str] = {}
    for number, line in enumerate(lines[:-1], 1):
        match = LINE.fullmatch(line)
        if match is None or match[2] in found:
            raise BrokenError(f"dòng {number} không đúng mẫu hoặc lặp lại")
        if not is_inside(match[2]):
            raise BrokenError(f"dòng {number} chỉ ra ngoài thư mục")
        found[match[2]] = match[1]
    if lines[-1] or not found:
        raise BrokenError("trống hoặc bị cắt cụt")
    return found


def is_inside(name: str) -> bool:
    """Whether a name leads to a file of the site: not absolute, never up, none of the release's own."""
    return all(part not in ("", ".", "..") for part in name.split("/")) and name not in OWN


def hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
