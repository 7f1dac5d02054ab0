"""What a loudspeaker says of a petition: the matter and the answer, never who asked nor who answered."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.petition.model import Petition
from generator.kinds.petition.view import sheet
from generator.words.dates import say_day


def spoken(record: Record[Petition], scope: Scope) -> Iterable[str]:
    found, shown = record.data, sheet(record, scope)
    yield f"Bà con phản ánh, kiến nghị: {found.subject}."
    if found.reply:
        yield f"{found.reply.by or scope.commune.office} đã trả lời ngày {say_day(found.reply.day)}."
        yield found.reply.text
    else:
        yield f"Nhận ngày {say_day(found.received)}. {shown.state.label}."
        if found.forwarded:
            yield f"Đã chuyển tới {found.forwarded}."
        if shown.due:
            yield f"Hạn trả lời ngày {shown.due}."
