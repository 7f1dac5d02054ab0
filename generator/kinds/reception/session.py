"""One session of reception: what it is called, how it stands, what a reader is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.fields.dates import Span
from generator.kinds.reception.model import ChangeKind, Held
from generator.words.letters import plain_spaces

SECTION = "tiep-cong-dan/"


@dataclass(frozen=True)
class Session:
    """One session as it will be, or was, held."""

    day: date | None
    """None where it was postponed and no new day is known."""
    planned: date
    """The day that its rule names."""
    hours: tuple[Span, ...]
    receiver: str
    rule: str = ""
    name: str = ""
    attendees: tuple[str, ...] = ()
    content: str = ""
    place: str = ""
    link: str = ""
    by_calendar: bool = False
    """Whether a day off moved it, whatever was decided since."""
    changes: tuple[ChangeKind, ...] = ()
    reason: str = ""
    posted: date | None = None
    """When it was last told of: its change, else the year's plan."""
    joined: tuple[date, ...] = ()
    """Planned days of other sessions of the same rule that a day off moved onto this one."""
    held: Held | None = None
    extra: str = ""
    """What names a session outside the rules: "them", "them-2" for another on the same day."""

    def key_on(self, planned: date) -> str:
        """What names the session that was planned for a day, whatever becomes of it: "2026-11-26-chu-tich"."""
        return f"{self.extra}-{planned}" if self.extra else f"{planned}-{self.rule}"

    @property
    def key(self) -> str:
        """What names it whatever becomes of it."""
        return self.key_on(self.planned)

    @property
    def file(self) -> str:
        """Address of its calendar file."""
        return f"{SECTION}buoi/{self.key}.ics"

    @property
    def corrections(self) -> int:
        """How often it was changed since it was first told of."""
        return sum(change is not ChangeKind.EXTRA for change in self.changes)

    @property
    def over(self) -> str:
        """When it is over, by the clock of Vietnam, as programs write it; empty where nobody knows."""
        return f"{self.day}T{self.hours[-1].end:%H:%M}" if self.day and self.hours else ""

    @property
    def said_hours(self) -> str:
        """7 giờ – 11 giờ; 13 giờ – 17 giờ"""
        return plain_spaces("; ".join(span.say() for span in self.hours))

    @property
    def moved(self) -> bool:
        return self.day != self.planned

    @property
    def online(self) -> bool:
        return ChangeKind.ONLINE in self.changes

    @property
    def shown(self) -> tuple[ChangeKind, ...]:
        """Changes that a reader is told of by name; a moved day and a content speak for themselves."""
        named = (ChangeKind.SUBSTITUTE, ChangeKind.EXTRA, ChangeKind.ONLINE)
        return tuple(change for change in dict.fromkeys(self.changes) if change in named)

    @property
    def special_content(self) -> str:
        """Content that was declared for this very session."""
        told = {ChangeKind.CONTENT, ChangeKind.EXTRA} & set(self.changes)
        return self.content if told else ""

    @property
    def sort_key(self) -> tuple[date, tuple[Span, ...]]:
        return self.day or self.planned, self.hours
