"""What a loudspeaker says of a declaration that there was nothing to disclose."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.empty.model import Declarations


def spoken(record: Record[Declarations], scope: Scope) -> Iterable[str]:
    yield f"Những việc {scope.commune.office} khai là không phát sinh."
    for entry in record.data.entries:
        duty = scope.province.duty(entry.duty, entry.day)
        yield f"{duty.title if duty else entry.duty}: {entry.period} không phát sinh."
