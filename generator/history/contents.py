"""Versions of files out of a running `git cat-file --batch`."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

LOT = 50
"""Ids that are asked for at once: 2 to 3 KB, which any pipe holds (Linux and macOS: 4 KB and more)."""


@dataclass(frozen=True)
class Contents:
    """A running `cat-file --batch`, and the sizes of what may be asked of it."""

    git: subprocess.Popen[bytes]
    sizes: Mapping[str, int]

    def of(self, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Id and bytes of each; nothing of those that are missing here (a partial clone) or too large."""
        for some in _lots([id for id in dict.fromkeys(ids) if id in self.sizes]):
            if self.git.stdin is None or self.git.stdout is None:
                return
            self.git.stdin.write("".join(f"{id}\n" for id in some).encode())
            self.git.stdin.flush()
            for id in some:
                self.git.stdout.readline()
                yield id, self.git.stdout.read(self.sizes[id])
                self.git.stdout.read(1)


def _lots(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """As many at once as a pipe holds, so that git and we never wait for each other."""
    return (ids[start : start + LOT] for start in range(0, len(ids), LOT))
