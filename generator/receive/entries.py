"""What a tree of git lists, and what can be wrong with it."""

from __future__ import annotations

import os
from dataclasses import dataclass

FILE, EXECUTABLE = "100644", "100755"


class TooLargeError(Exception):
    """The content would not fit; the argument says what is too large, in Vietnamese."""


class NotGitError(Exception):
    """git is missing, or the folder is no repository; the argument is what git says."""


@dataclass(frozen=True)
class Entry:
    """One entry of a commit's tree."""

    path: str
    mode: str
    id: str
    size: int
    """In bytes; 0 for what is no file."""

    @property
    def is_file(self) -> bool:
        return self.mode in (FILE, EXECUTABLE)

    @property
    def is_safe(self) -> bool:
        """Whether the path stays below the folder that it is written to."""
        parts = self.path.split("/")
        return not any(part in ("", ".", "..") or part.lower() == ".git" for part in parts)


def entry_of(line: bytes) -> Entry:
    """b"100644 blob 5f3c…     123\\tcontent/xa/xa-mau/xa.yml" """
    head, _, path = line.partition(b"\t")
    mode, _, id, size = head.decode().split()
    return Entry(os.fsdecode(path), mode, id, int(size) if size.isdigit() else 0)
