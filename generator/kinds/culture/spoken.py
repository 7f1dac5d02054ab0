"""What a loudspeaker says of service culture: what the last inspection found (Luật 10/2022/QH15 Đ11 k10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.culture.model import Culture, Inspection
from generator.words.letters import capital


def spoken(record: Record[Culture], scope: Scope) -> Iterable[str]:
    found = record.data
    yield "Văn hóa công vụ của cán bộ, công chức xã."
    if found.inspections:
        yield from _inspection(max(found.inspections, key=lambda each: each.period.end))
    if found.shown_at:
        yield f"Quy tắc ứng xử treo ở: {found.shown_at}."
    if found.dress:
        yield found.dress.badge


def _inspection(found: Inspection) -> Iterator[str]:
    yield f"{capital(str(found.period))}: {found.by} đã kiểm tra {found.inspected} người."
    yield f"Có {found.faulty} người vi phạm." if found.faulty else "Không có ai vi phạm."
    yield from (f"Vi phạm: {fault}." for fault in found.faults)
    if found.handling:
        yield f"Đã xử lý: {found.handling.rstrip('.')}."
