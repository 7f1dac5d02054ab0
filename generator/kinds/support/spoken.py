"""What a loudspeaker says of a support programme (Luật 10/2022/QH15 Đ11 k7-8); no person is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds._spoken import ask
from generator.kinds.support.model import Support
from generator.words.dates import say_day
from generator.words.money import say_money, say_number


def spoken(record: Record[Support], scope: Scope) -> Iterable[str]:
    found = record.data
    yield f"Chính sách: {found.name}."
    if found.until and found.is_open(scope.day):
        yield f"Đăng ký đến hết ngày {say_day(found.until)}."
    if found.rate:
        yield f"Mức hỗ trợ: {found.rate}."
    yield f"Kỳ thực hiện: {found.period}."
    if found.who:
        yield "Đối tượng được hỗ trợ như sau."
        yield from (f"{who}." for who in found.who)
    open_now = found.is_open(scope.day) if found.until else not found.has_result
    if found.how and open_now:
        yield "Cách đăng ký như sau."
        yield found.how
    if found.process:
        yield "Bình xét như sau."
        yield found.process
    yield from _result(found)


def occasions(record: Record[Support], scope: Scope) -> Iterable[date]:
    return (record.data.until,) if record.data.until else ()


def _result(found: Support) -> Iterator[str]:
    if found.total is not None:
        yield f"Kết quả: {say_number(found.total)} {found.unit.label} được hỗ trợ."
    if found.amount is not None:
        yield f"Tổng số tiền {say_money(found.amount)}."
    yield from ask(found.objections.contact if found.objections else None, "Không đồng ý thì hỏi")
