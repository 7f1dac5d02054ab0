"""What a loudspeaker says of a consultation."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.consultation.model import Consultation
from generator.words.dates import say_day


def spoken(record: Record[Consultation], scope: Scope) -> Iterable[str]:
    found, receiver = record.data, record.data.receiver
    if found.summary:
        yield f"Đã có kết quả lấy ý kiến: {found.name}."
        yield f"Có {found.summary.count} ý kiến. Từng nhóm ý kiến đều có trả lời."
        return
    yield f"{scope.commune.office} lấy ý kiến bà con: {found.name}."
    yield f"Nhận ý kiến từ ngày {say_day(found.since)} đến hết ngày {say_day(found.until)}."
    if found.concerned:
        yield f"Những ai nên góp ý: {found.concerned}"
    yield from (f"{way.form.label}: {way.how}" for way in found.ways if way.how)
    if receiver:
        phone = f", điện thoại {receiver.phone}" if receiver.phone else ""
        yield f"Gửi ý kiến về {receiver.office}{phone}."
