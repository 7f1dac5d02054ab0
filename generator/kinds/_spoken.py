"""What several kinds say alike to whoever listens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from generator.kinds._disclosure import Contact, Document
from generator.words.dates import say_day, say_time, say_weekday
from generator.words.letters import small


def when(day: date, clock: time | None = None) -> str:
    """ "19 giờ 30, thứ Bảy, ngày 05/12/2026": the hour first, as people invite each other."""
    hour = f"{say_time(clock)}, " if clock else ""
    return f"{hour}{small(say_weekday(day))}, ngày {say_day(day)}"


def paper(document: Document | None, verb: str) -> Iterator[str]:
    """ "UBND xã Mẫu đã công nhận ngày 21/09/2026."; the number stands on the page."""
    if document and document.issuer:
        day = f" ngày {say_day(document.day)}" if document.day else ""
        yield f"{document.issuer} {verb}{day}."


def ask(contact: Contact | None, about: str) -> Iterator[str]:
    """Whom to ask: post and telephone, never a name."""
    if contact:
        yield f"{about}: {contact.post}."
        if contact.phone:
            yield f"Điện thoại {contact.phone}."
