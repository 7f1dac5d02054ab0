"""What helps a commune most, next: few things, each with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from generator.overview.standing import Account, Item
from generator.province import Duty
from generator.province.duties import Family, may_be_empty
from generator.province.verdicts import Timeliness, say_timeliness
from generator.words.dates import say_day

MOST = 3


class Urgency(IntEnum):
    """The first comes first."""

    OVERDUE = 0
    ALWAYS = 1
    """What must be there at any time."""
    COMING = 2
    OPEN = 3
    """What may never have happened: then it is declared."""
    FORMS = 4
    """Published here, but not known to hang or to be read out where the law wants it."""


@dataclass(frozen=True)
class Step:
    """One thing to do."""

    duty: Duty
    urgency: Urgency
    label: str
    """Of its tag."""
    why: str

    @property
    def tone(self) -> str:
        """Of its tag: red is kept for what is overdue."""
        return {Urgency.OVERDUE: "xau", Urgency.FORMS: "tin"}.get(self.urgency, "vua")


def next_steps(account: Account) -> tuple[Step, ...]:
    """The most useful ones, each duty once: by urgency, then weight, then the days since or until its due."""
    found = sorted(filter(_to_do, account.items), key=_rank)
    first: dict[str, Step] = {}
    for item in found:
        first.setdefault(item.duty.id, Step(item.duty, _urgency(item), *_why(item)))
    return tuple(first.values())[:MOST]


def _to_do(item: Item) -> bool:
    return item.open or bool(item.lacking)


def _rank(item: Item) -> tuple[int, int, int, str]:
    urgency = _urgency(item)
    days = -item.days if urgency is Urgency.OVERDUE else item.days
    return urgency, -item.duty.weight, days, item.duty.id


def _urgency(item: Item) -> Urgency:
    if not item.open:
        return Urgency.FORMS
    if item.timeliness is Timeliness.OVERDUE:
        return Urgency.OVERDUE
    if item.timeliness is Timeliness.DUE:
        return Urgency.COMING
    return Urgency.ALWAYS if item.duty.family is Family.STANDING else Urgency.OPEN


def _why(item: Item) -> tuple[str, str]:
    """(tag, what else to know)"""
    urgency = _urgency(item)
    if urgency is Urgency.FORMS:
        return (
            "Chưa đủ hình thức",
            "đã có trên trang, chưa ghi niêm yết, truyền thanh hay hình thức khác luật đòi",
        )
    if urgency in (Urgency.OVERDUE, Urgency.COMING):
        return say_timeliness(item.timeliness, item.days), f"hạn {say_day(item.due)}" if item.due else ""
    if urgency is Urgency.ALWAYS:
        return "Chưa có", "lúc nào cũng phải có trên trang"
    return "Chưa có", "không phát sinh thì khai là không" if may_be_empty(item.duty) else ""
