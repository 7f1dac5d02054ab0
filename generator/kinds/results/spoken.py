"""What a loudspeaker says of how papers were dealt with: the latest period in counts."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.results.model import Results
from generator.kinds.results.view import sheet
from generator.words.money import say_number


def spoken(record: Record[Results], scope: Scope) -> Iterable[str]:
    shown = sheet(scope)
    if shown is None:
        return
    found = shown.latest.result
    yield f"Kết quả giải quyết hồ sơ {found.period}."
    yield f"Nhận mới {say_number(found.received)} hồ sơ, đã trả {say_number(found.resolved)} hồ sơ."
    yield f"Trả đúng hẹn và sớm {say_number(found.in_time)} hồ sơ."
    yield f"Trả trễ hẹn {say_number(found.late)} hồ sơ."
    yield f"Còn đang làm {say_number(found.waiting)} hồ sơ."
