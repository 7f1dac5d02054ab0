"""What a server did, a line a step, in one small file beside the repository's own."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

NAME = "congkhai.log"
LARGEST = 1 << 20
"""Bytes after which the file is laid aside as congkhai.log.1."""
BEGUN = "bắt đầu "
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


class Journal:
    """The file `congkhai.log` of a repository; a full disk silences it, nothing else."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.broken_off = False
        """Whether the run before this one ended without a word: it was killed."""

    def begin(self, text: str) -> None:
        self.broken_off = self._last().partition(" ")[2].startswith(BEGUN)
        self._write(f"{BEGUN}{text}")

    def end(self, text: str) -> None:
        self._write(text)

    def _last(self) -> str:
        with contextlib.suppress(OSError):
            lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
            return lines[-1] if lines else ""
        return ""

    def _write(self, text: str) -> None:
        now = datetime.now(VIETNAM).isoformat(timespec="seconds")
        line = "".join(sign if sign.isprintable() else "·" for sign in text)
        with contextlib.suppress(OSError):
            if self.path.exists() and self.path.stat().st_size > LARGEST:
                self.path.replace(self.path.with_name(f"{NAME}.1"))
            with self.path.open("a", encoding="utf-8", errors="replace") as file:
                file.write(f"{now} {line}\n")
