"""Where a procedure's papers are handed in, as far as the commune says it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.kinds._kind import Scope
from generator.kinds.procedure.answer import Answer
from generator.kinds.procedure.model import LocalRow
from generator.kinds.profile.model import OneStop

NOT_SAID = "Chưa công khai trên trang này"
NOT_HERE = "Không nhận ở đây"
HERE = "Có nhận ở đây"
NO_DESK = "Quầy nào: chưa công khai trên trang này"


@dataclass(frozen=True)
class Place:
    """What the commune says of one procedure; without a row it says nothing, and nothing is guessed."""

    row: LocalRow | None
    centre: OneStop | None
    """The one-stop centre, only where the row says that papers are received here."""

    @property
    def answer(self) -> Answer:
        """Where to go: the desk before the house."""
        if self.row is None:
            return Answer((NOT_SAID,))
        if not self.row.received:
            return Answer((NOT_HERE,), self.row.note or "")
        where = [text for text in (self.row.desk, self.centre and self.centre.name) if text]
        return Answer((where[0],), ", ".join(where[1:])) if where else Answer((HERE,), NO_DESK)

    @property
    def phone(self) -> str | None:
        """Whom to call before going."""
        own = self.row.phone if self.row else None
        return own or (self.centre.phone if self.centre else None)

    @property
    def received(self) -> str:
        """In one word, for the table."""
        if self.row is None:
            return "chưa công khai"
        return "có" if self.row.received else "không"


def place_of(code: str, scope: Scope) -> Place:
    record, profile = scope.commune.one("procedure"), scope.commune.one("profile")
    row: LocalRow | None = record.data.row_of(code) if record else None
    here = row is not None and row.received
    return Place(row, profile.data.one_stop if profile and here else None)
