"""What a loudspeaker says of a document: what it is about, in force from when, its content in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.document.model import OfficialDocument
from generator.words.dates import say_day


def spoken(record: Record[OfficialDocument], scope: Scope) -> Iterable[str]:
    found = record.data
    yield f"{found.subject}."
    yield f"{found.issuer} ban hành ngày {say_day(found.day)}."
    if found.number:
        yield f"Văn bản số {found.number}."
    if found.until and found.until < scope.day:
        yield f"Đã hết hiệu lực từ sau ngày {say_day(found.until)}."
    elif found.since:
        yield f"Có hiệu lực từ ngày {say_day(found.since)}."
    yield found.summary
