"""What of the province's files would be made of the same again, and is taken over from those that stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.core import File
from generator.digests import digest_of_text
from generator.overview.sites import Published

Parts = Mapping[str, Mapping[str, Any]]
"""What is told of files ("files": their bytes, by path), by the digest of all that they were made of."""


@dataclass(frozen=True)
class Again:
    """The province's site that stands; without `common` nothing of it is taken over."""

    folder: Path = Path()
    common: str = ""
    """The digest of what goes into all files: program, province's data, day."""
    known: Parts = field(default_factory=dict)

    def of(self, source: str) -> Mapping[str, Any] | None:
        """What is told of files made of the same; None where there are none, or one is gone or of another size."""
        told = self.known.get(source)
        return told if told and all(self._stands(*file) for file in told["files"].items()) else None

    def _stands(self, name: str, size: int) -> bool:
        path = self.folder / name
        return path.is_file() and path.stat().st_size == size

    def source(self, what: str, sites: Iterable[Published], *names: str) -> str:
        """The digest of what is made of these files of these sites, and of which files lie in these folders.

        Empty where nothing would be taken over.
        """
        if not self.common:
            return ""
        held = [
            (site.url, site.unit.code, site.unit.name, [_held(site, name) for name in names])
            for site in sites
        ]
        return digest_of_text(repr((self.common, what, held)))


NOTHING = Again()


def sizes(files: Iterable[File]) -> dict[str, int]:
    """The bytes of each, by its path."""
    return {
        file.path: file.source.stat().st_size if file.source else len(file.content or b"") for file in files
    }


def _held(site: Published, name: str) -> str | list[str]:
    if name.endswith("/"):
        folder = site.folder / name
        return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    path = site.file(name)
    return sha256(path.read_bytes()).hexdigest() if path else ""
