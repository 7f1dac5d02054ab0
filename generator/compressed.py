"""Files beside their gzip and brotli forms, so that a web server need not compress at each request."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO

import brotli

ENDINGS = {".html", ".css", ".js", ".json", ".csv", ".svg", ".xml", ".txt", ".ics", ".atom", ".yml"}
SMALLEST = 512
"""Bytes below which a compressed form saves nothing that fits in a packet."""
PIECE = 1 << 20
"""Bytes read at a time: the data of a whole province are large."""
BROTLI_QUALITY = 9
"""Of 11; the last two steps take five times as long for a twentieth less."""


def compress(site: Path) -> None:
    """Write `.gz` and `.br` beside every text file that has none; the same bytes for the same file."""
    for path in sorted(site.rglob("*")):
        if path.suffix in ENDINGS and path.stat().st_size >= SMALLEST and not _beside(path, ".br").exists():
            with path.open("rb") as plain, _beside(path, ".gz").open("wb") as packed:
                with gzip.GzipFile("", "wb", fileobj=packed, mtime=0) as target:
                    shutil.copyfileobj(plain, target, PIECE)
            with path.open("rb") as plain, _beside(path, ".br").open("wb") as packed:
                packed.writelines(_brotli(plain))


def _brotli(plain: IO[bytes]) -> Iterator[bytes]:
    found = brotli.Compressor(quality=BROTLI_QUALITY)
    yield from (found.process(piece) for piece in iter(partial(plain.read, PIECE), b""))
    yield found.finish()


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
