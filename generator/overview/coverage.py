"""Who discloses how much, and how timely: lists to read in several orders, a page for each commune and duty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter

from generator.core import Draft, Link
from generator.overview.heat import FEW_WORDS, TABLE, TONES, heat_pages
from generator.overview.rows import (
    BY_NAME,
    BY_NEED,
    BY_RESULT,
    BY_SIZE,
    FOLDER,
    ORDERS,
    REPORTS,
    Order,
    Part,
    Row,
    by_need,
    by_result,
    by_size,
    duty_page,
    judged,
    pages_of,
)
from generator.overview.standing import Account
from generator.overview.steps import Step, next_steps
from generator.overview.totals import Totals, totals_of
from generator.province import Duty
from generator.province.verdicts import DutyStanding
from generator.words.letters import small

TITLE, TEMPLATE = "Mức độ công khai", "province/muc-do.html"
METHOD = f"{FOLDER}cach-tinh/"
NAMED = 60
"""So many communes are named on the page of a duty; the table has all."""
DATA, CSV = "muc-do.json", "muc-do.csv"
FILES = (Link("CSV", CSV), Link("JSON", DATA))


@dataclass(frozen=True)
class Listing:
    """Facts of one page of a list."""

    day: date
    order: Order
    totals: Totals
    groups: tuple[tuple[str, Sequence[Row]], ...]
    """(name, rows); one without a name where the order makes no groups."""
    pages: tuple[Link, ...]
    here: str

    @property
    def first(self) -> bool:
        return self.here == BY_NEED.url

    orders = ORDERS
    method, table, reports, files = METHOD, TABLE, REPORTS, FILES


@dataclass(frozen=True)
class Line:
    """One duty of one commune."""

    duty: Duty
    page: str
    word: str
    tone: str


@dataclass(frozen=True)
class Own:
    """Facts of the page of one commune."""

    row: Row
    method = METHOD

    @property
    def account(self) -> Account | None:
        return self.row.account

    @property
    def steps(self) -> tuple[Step, ...]:
        return next_steps(self.account) if self.account else ()

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(_lines(self.account)) if self.account else ()


@dataclass(frozen=True)
class OfDuty:
    """Facts of the page of one duty."""

    day: date
    duty: Duty
    counts: tuple[tuple[str, int], ...]
    named: tuple[tuple[str, Sequence[Row], int], ...]
    """(standing, communes, how many more)"""
    table = TABLE


def coverage(rows: Sequence[Row], duties: Mapping[str, Duty], day: date) -> Iterator[Draft]:
    """Every page about it; where nobody has joined, only the one that says so and how things will be counted."""
    totals = totals_of(rows)
    for order, groups in _ordered(rows):
        if totals.joined or order is BY_NEED:
            yield from _listing(order, groups, totals, day)
    if totals.joined:
        yield from heat_pages(rows, duties, day)
        yield from (_of_duty(duty, rows, day) for duty in duties.values())
    yield from (_own(row) for row in rows if row.part in (Part.JOINED, Part.UNREADABLE))
    lead = "Máy đếm gì, chia thế nào, điều gì không tính, ai cũng đếm lại được."
    yield Draft(METHOD, "Cách tính", "province/muc-do-cach-tinh.html", totals, lead, FOLDER)


def _ordered(rows: Sequence[Row]) -> Iterator[tuple[Order, list[tuple[str, Sequence[Row]]]]]:
    """Each order with its rows; a page of the list holds no more than it can carry."""
    yield BY_NEED, [("", by_need(rows))]
    yield BY_RESULT, [("", by_result(rows))]
    yield BY_NAME, [("", [row for row, _ in judged(rows)])]
    yield BY_SIZE, list(by_size(rows))


def _listing(
    order: Order, groups: Sequence[tuple[str, Sequence[Row]]], totals: Totals, day: date
) -> Iterator[Draft]:
    flat = [(name, row) for name, rows in groups for row in rows]
    for url, part, pages in pages_of(flat, order.url):
        own = tuple(
            (name, tuple(row for _, row in found)) for name, found in groupby(part, key=itemgetter(0))
        )
        facts = Listing(day, order, totals, own, pages, url)
        if url == FOLDER:
            yield Draft(url, TITLE, TEMPLATE, facts, order.lead, menu=TITLE)
        else:
            yield Draft(url, f"{TITLE}: {small(order.menu)}", TEMPLATE, facts, order.lead, FOLDER)


def _own(row: Row) -> Draft:
    lead = f"{row.name} đã công khai đến đâu, việc nào nên làm trước."
    return Draft(row.page, row.name, "province/muc-do-xa.html", Own(row), lead, FOLDER)


def _lines(account: Account) -> Iterator[Line]:
    known = {item.duty.id: item.duty for item in account.items}
    for id, place in account.standings.items():
        yield Line(known[id], duty_page(known[id]), FEW_WORDS[place], TONES[place])


def _of_duty(duty: Duty, rows: Sequence[Row], day: date) -> Draft:
    places: dict[DutyStanding, list[Row]] = {place: [] for place in DutyStanding}
    for row, account in judged(rows):
        if duty.id in account.standings:
            places[account.standings[duty.id]].append(row)
    facts = OfDuty(
        day,
        duty,
        counts=tuple((FEW_WORDS[place], len(found)) for place, found in places.items() if found),
        named=tuple(
            (FEW_WORDS[place], found[:NAMED], max(0, len(found) - NAMED))
            for place in (DutyStanding.OVERDUE, DutyStanding.MISSING)
            if (found := places[place])
        ),
    )
    lead = "Xã, phường nào đã công khai, nơi nào quá hạn hay chưa có."
    return Draft(duty_page(duty), duty.title, "province/muc-do-nghia-vu.html", facts, lead, FOLDER)
