"""Jinja2's compiled templates, kept between runs: compiling ours takes longer than a commune's pages."""

from __future__ import annotations

import shutil
from contextlib import suppress

from jinja2.bccache import Bucket, FileSystemBytecodeCache

from generator.digests import program
from generator.resources import cache_folder


class Compiled(FileSystemBytecodeCache):
    """A cache that a full or read-only disk cannot break."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled() -> Compiled | None:
    """Of this very program, since filters are worked out while compiling; those of others are cleared away."""
    folder = cache_folder() / "mau" / program()
    try:
        if not folder.is_dir():
            shutil.rmtree(folder.parent, ignore_errors=True)
            folder.mkdir(parents=True, mode=0o700)
    except OSError:
        return None
    return Compiled(str(folder))
