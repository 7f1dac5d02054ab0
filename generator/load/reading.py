"""One file while it is being read: its text, what it gave, what was wrong."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Any

from generator.core import Loc, Place, Problem

Tree = str | list["Tree"] | dict[str, "Tree"]
Mark = Any
"""A position of the parser; PyYAML has two classes for it, one per back end."""
LARGEST = 2_000_000
"""Bytes; a file of disclosures is a few kilobytes, the longest official procedure 0.1 MB."""


@dataclass
class Reading:
    """What one file gave: its tree (None where it cannot be read), places, problems."""

    path: str
    text: str = ""
    tree: Tree | None = None
    places: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    """Places of the keys themselves, for values that are missing or do not belong."""
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, mark: Mark, message: str, hint: str = "") -> None:
        self.problems.append(Problem(Place(self.path, *position(mark)), code, message, hint))


def decode(content: bytes, reading: Reading) -> str | None:
    """The text in composed letters (NFC); None, with a problem, for what is not UTF-8 or too long."""
    if len(content) > LARGEST:
        reading.report("file_too_large", None, "tệp quá lớn", "Tách dữ liệu ra nhiều tệp.")
        return None
    try:
        return unicodedata.normalize("NFC", content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        reading.problems.append(
            Problem(
                Place(reading.path, line),
                "not_utf8",
                "tệp không ở bảng mã UTF-8, chữ Việt có thể sai",
                "Lưu lại tệp với bảng mã UTF-8 (Unicode).",
            )
        )
        return None


def position(mark: Mark) -> tuple[int, int]:
    """Line and column counted from 1; the start of the file where the parser names no place."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
