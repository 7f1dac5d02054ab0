"""Files beside their gzip and brotli forms, so that a web server need not compress at each request."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli

ENDINGS = {".html", ".css", ".js", ".json", ".csv", ".svg", ".xml", ".txt", ".ics", ".atom", ".yml"}
SMALLEST = 512
"""Bytes below which a compressed form saves nothing that fits in a packet."""
BROTLI_QUALITY = 9
"""Of 11; the last two steps take five times as long for a twentieth less."""


def compress(site: Path) -> None:
    """Write `.gz` and `.br` beside every text file that has none; the same bytes for the same file."""
    for path in sorted(site.rglob("*")):
        if path.suffix in ENDINGS and path.stat().st_size >= SMALLEST and not _beside(path, ".br").exists():
            content = path.read_bytes()
            _write(path, ".gz", gzip.compress(content, mtime=0))
            _write(path, ".br", brotli.compress(content, quality=BROTLI_QUALITY))


def _write(path: Path, ending: str, content: bytes) -> None:
    _beside(path, ending).write_bytes(content)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
