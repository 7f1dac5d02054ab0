"""What the pages of the support programmes show, worked out for one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds._thon import thon_names
from generator.kinds.support.model import Support, Unit
from generator.words.dates import say_day
from generator.words.money import say_number

SECTION = "ho-tro/"


@dataclass(frozen=True)
class Line:
    """The result in one thôn."""

    name: str
    url: str
    count: int
    amount: int
    refused: int | None


@dataclass(frozen=True)
class PersonLine:
    """One person of the list; empty where it is not disclosed."""

    name: str
    thon: str
    policy: str
    amount: int | None
    day: date | None


@dataclass(frozen=True)
class Sheet:
    """One programme on a day."""

    day: date
    support: Support
    url: str
    state: str
    """"Đang nhận đăng ký đến 30/11/2026", "Đã có kết quả", "Chưa có kết quả"."""
    tone: str
    period: str
    count: int | None
    """How many were helped; None where no result is disclosed, as for the sum."""
    amount: int | None
    lines: tuple[Line, ...]
    refusals: bool
    """Whether any thôn tells how many were refused."""
    people: tuple[PersonLine, ...]
    """None left after the last day of the list."""
    policies: bool
    paid: bool
    """Whether any person has a policy of their own, a day of payment."""

    @property
    def has_result(self) -> bool:
        return self.count is not None or self.amount is not None

    @property
    def listed_as(self) -> str:
        """What the list counts: "14 hộ, ghi tên chủ hộ"."""
        listed = f"{say_number(len(self.people))} {self.support.unit.label}"
        return f"{listed}, ghi tên chủ hộ" if self.support.unit is Unit.HOUSEHOLD else listed

    @property
    def helped(self) -> str:
        """ "14 hộ"; empty where it is not disclosed."""
        return "" if self.count is None else f"{say_number(self.count)} {self.support.unit.label}"


@dataclass(frozen=True)
class Overview:
    """All programmes of a commune: those that one may still ask for first, then the latest."""

    day: date
    sheets: tuple[Sheet, ...]
    open: int
    amount: int
    """Money of all programmes that tell it."""
    told: int
    """How many programmes tell it."""


def overview(scope: Scope) -> Overview | None:
    """None where no programme is disclosed."""
    sheets = [sheet(record, scope) for record in scope.commune.all("support")]
    if not sheets:
        return None
    sheets.sort(key=lambda s: (not s.support.is_open(scope.day), -s.support.period.end.toordinal(), s.url))
    told = [each.amount for each in sheets if each.amount is not None]
    return Overview(
        day=scope.day,
        sheets=tuple(sheets),
        open=sum(each.support.is_open(scope.day) for each in sheets),
        amount=sum(told),
        told=len(told),
    )


def sheet(record: Record[Support], scope: Scope) -> Sheet:
    support = record.data
    count, amount = _result(support)
    state, tone = _state(support, scope.day, count is not None or amount is not None)
    people = () if support.expired(scope.day) else tuple(_people(support, scope))
    return Sheet(
        day=scope.day,
        support=support,
        url=f"{SECTION}{record.id}/",
        state=state,
        tone=tone,
        period=str(support.period),
        count=count,
        amount=amount,
        lines=tuple(_lines(support, scope)),
        refusals=any(result.refused is not None for result in support.thon),
        people=people,
        policies=any(person.policy for person in people),
        paid=any(person.day for person in people),
    )


def _result(support: Support) -> tuple[int | None, int | None]:
    """Number and money as the decision has them, else the thôn added up; the check compares them."""
    parts = support.thon or support.people
    if not parts:
        return support.total, support.amount
    amounts = [part.amount for part in parts]
    count = sum(result.count for result in support.thon) if support.thon else len(parts)
    added = None if None in amounts else sum(amount or 0 for amount in amounts)
    return (
        count if support.total is None else support.total,
        added if support.amount is None else support.amount,
    )


def _state(support: Support, day: date, has_result: bool) -> tuple[str, str]:
    """In words, with the tone of its tag."""
    if support.until and support.is_open(day):
        return f"Đang nhận đăng ký đến {say_day(support.until)}", "tin"
    return ("Đã có kết quả", "tot") if has_result else ("Chưa có kết quả", "vua")


def _lines(support: Support, scope: Scope) -> Iterable[Line]:
    names = thon_names(scope)
    for result in support.thon:
        name, url = names.get(result.thon, result.thon), f"thon/#{result.thon}"
        yield Line(name, url, result.count, result.amount, result.refused)


def _people(support: Support, scope: Scope) -> Iterable[PersonLine]:
    names = thon_names(scope)
    for person in support.people:
        yield PersonLine(
            name=person.name,
            thon=names.get(person.thon or "", ""),
            policy=person.policy or "",
            amount=person.amount,
            day=person.day,
        )
