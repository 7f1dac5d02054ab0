"""Jinja2's compiled templates, kept between runs: compiling ours takes longer than a commune's pages."""

from __future__ import annotations

from contextlib import suppress

from jinja2.bccache import Bucket, FileSystemBytecodeCache

from generator.digests import program
from generator.kept import kept


class Compiled(FileSystemBytecodeCache):
    """A cache that a full or read-only disk cannot break."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled() -> Compiled | None:
    """Of this very program, since filters are worked out while compiling."""
    folder = kept("mau-trang", program(), lambda fresh: None)
    return Compiled(str(folder)) if folder else None
