"""What a loudspeaker says of a fund: what for, collected, spent, left; only organisations are counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds._spoken import ask
from generator.kinds.fund.model import Campaign, Fund
from generator.words.dates import say_day
from generator.words.letters import capital
from generator.words.money import say_short_money


def spoken(record: Record[Fund], scope: Scope) -> Iterable[str]:
    found = record.data
    yield f"{found.name}."
    if found.campaigns:
        yield from _campaign(max(found.campaigns, key=lambda each: each.period.end))
    yield f"Mục đích: {found.purpose}"
    if found.rate:
        yield f"Mức góp: {found.rate}."
    if found.voluntary:
        yield "Khoản này tự nguyện, ai góp bao nhiêu cũng được."
    yield from ask(found.keeper, "Nơi giữ tiền")


def _campaign(found: Campaign) -> Iterator[str]:
    left = found.remaining if found.remaining is not None else found.left
    carried = f", kỳ trước chuyển sang {say_short_money(found.carried)}" if found.carried else ""
    yield f"{capital(str(found.period))}: đã thu {say_short_money(found.collected)}{carried}."
    yield f"Đã chi {say_short_money(found.spent)}, còn lại {say_short_money(left)}."
    for spent in found.expenses:
        yield f"Ngày {say_day(spent.day)} chi {say_short_money(spent.amount)}: {spent.what}."
