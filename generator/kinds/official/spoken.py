"""What a loudspeaker says of officials: whom to turn to when one does wrong; tasks stand on the page."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds._spoken import ask
from generator.kinds.official.model import Officials


def spoken(record: Record[Officials], scope: Scope) -> Iterable[str]:
    found = record.data
    yield f"Việc nào gặp cán bộ nào ở {scope.commune.office}."
    yield f"Đã công khai nhiệm vụ của {len(found.posts)} chức danh, nơi làm việc, số điện thoại."
    for complaint in found.complaints:
        yield f"{complaint.matter}."
        yield from ask(complaint.contact, "Báo cho")
