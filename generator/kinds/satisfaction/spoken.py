"""What a loudspeaker says of how satisfied citizens are: the latest period, and what changed since."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.satisfaction.model import Satisfaction
from generator.kinds.satisfaction.view import sheet
from generator.words.money import say_number


def spoken(record: Record[Satisfaction], scope: Scope) -> Iterable[str]:
    shown = sheet(scope)
    yield "Mức độ hài lòng của bà con khi làm thủ tục."
    if shown and shown.latest:
        found = shown.latest.rating
        counted = f"{say_number(found.satisfied)} trong {say_number(found.valid)} phiếu"
        yield f"{shown.latest.title}: {counted} hài lòng hoặc rất hài lòng."
    for change in shown.improvements[:1] if shown else ():
        yield f"Bà con góp ý: {change.said}."
        yield f"Xã đã làm: {change.done}."
    yield from (f"Có thể đánh giá bằng: {way.type.label}." for way in record.data.ways)
