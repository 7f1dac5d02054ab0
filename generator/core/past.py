"""What git tells of the files of a commune, and what a page says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

RECENT, MOST = 3, 100
"""Changes that a page shows at once, and that it shows at all, so that it stays light."""
NOT_GIVEN = "Dữ liệu dùng để dựng trang này không kèm lịch sử thay đổi."


@dataclass(frozen=True)
class Change:
    """What one day changed in a file or a record, in words; nothing in words for an attachment."""

    day: date
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class FilePast:
    """One file since it was there without a gap."""

    first: date
    changes: tuple[Change, ...] = ()
    """Of later days, the newest first."""
    gone: date | None = None
    """When it was last taken away before it came back."""


@dataclass(frozen=True)
class History:
    """What git tells of one commune by the day of the build."""

    files: Mapping[str, FilePast] = field(default_factory=dict)
    """By the path inside the commune's folder."""
    lack: str = NOT_GIVEN
    """Why nothing is told, a sentence for readers; empty where git tells."""

    @property
    def since(self) -> date | None:
        """The first day of which anything is known."""
        return min((one.first for one in self.files.values()), default=None)


@dataclass(frozen=True)
class Past:
    """What a page says of the past of its record."""

    path: str
    """The record's file."""
    lack: str = ""
    first: date | None = None
    """When it first stood in the repository; None where it stands there not yet."""
    gone: date | None = None
    begins: bool = False
    """Whether nothing at all is known of the commune before that day."""
    posted: date | None = None
    """The day of posting that the commune writes, where that is earlier."""
    changes: tuple[Change, ...] = ()
    """The newest first."""

    @property
    def recent(self) -> tuple[Change, ...]:
        return self.changes[:RECENT]

    @property
    def older(self) -> tuple[Change, ...]:
        return self.changes[RECENT:MOST]

    @property
    def untold(self) -> int:
        """How many changes a page has no room for."""
        return max(0, len(self.changes) - MOST)
