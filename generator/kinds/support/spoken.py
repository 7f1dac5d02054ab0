"""What a loudspeaker says of a support programme; no person is named."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.support.model import Support
from generator.words.dates import say_day
from generator.words.money import say_money


def spoken(record: Record[Support], scope: Scope) -> Iterable[str]:
    found = record.data
    yield f"Chính sách hỗ trợ: {found.name}, {found.period}."
    yield from (f"Ai được hỗ trợ: {who}" for who in found.who)
    if found.rate:
        yield f"Được bao nhiêu: {found.rate}"
    if found.until and found.is_open(scope.day):
        yield f"Đăng ký đến hết ngày {say_day(found.until)}."
    if found.total is not None:
        amount = f", {say_money(found.amount)}" if found.amount is not None else ""
        yield f"Kết quả: {found.total} {found.unit.label} được hỗ trợ{amount}."
