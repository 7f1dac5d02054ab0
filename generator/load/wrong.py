"""What keeps an attachment from being published, before it is known where it is named."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wrong:
    """A stable code, the rest of a sentence that begins with the file's name, the next step."""

    code: str
    message: str
    hint: str


def problem(code: str, message: str, hint: str) -> Wrong:
    return Wrong(code, message, hint)
