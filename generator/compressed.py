"""Files beside their gzip and brotli forms, so that a web server need not compress at each request."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO

import brotli

from generator.stages import stage

ENDINGS = {".html", ".css", ".js", ".json", ".csv", ".svg", ".xml", ".txt", ".ics", ".atom", ".yml"}
SMALLEST = 512
"""Bytes below which a compressed form saves nothing that fits in a packet."""
PIECE = 1 << 20
"""Bytes read at a time: the data of a whole province are large."""
BROTLI_QUALITY = 9
"""Of 11; the last two steps take five times as long for a twentieth less."""


@stage("Nén")
def compress(site: Path) -> None:
    """Write `.gz` and `.br` beside every text file that has none; the same bytes for the same file."""
    for path in sorted(site.rglob("*")):
        if path.suffix in ENDINGS and path.stat().st_size >= SMALLEST and not _beside(path, ".br").exists():
            _write(path, ".gz", _gzip)
            _write(path, ".br", _brotli)


def _write(path: Path, ending: str, form: Callable[[IO[bytes], IO[bytes]], None]) -> None:
    with path.open("rb") as plain, _beside(path, ending).open("wb") as packed:
        form(plain, packed)


def _gzip(plain: IO[bytes], packed: IO[bytes]) -> None:
    with gzip.GzipFile("", "wb", fileobj=packed, mtime=0) as target:
        shutil.copyfileobj(plain, target, PIECE)


def _brotli(plain: IO[bytes], packed: IO[bytes]) -> None:
    found = brotli.Compressor(quality=BROTLI_QUALITY)
    packed.writelines(found.process(piece) for piece in iter(partial(plain.read, PIECE), b""))
    packed.write(found.finish())


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
