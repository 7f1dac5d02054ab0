"""Which items of PAPI, SIPAS and PAR INDEX the communes' duties serve, and how many communes fulfil them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.core import Draft
from generator.overview.rows import REPORTS, Row, duty_page, judged
from generator.overview.standing import COUNTED, DONE, Account
from generator.province import Duty
from generator.province.indices import Index, IndexItem

URL = f"{REPORTS}chi-so/"
TITLE = "Nghĩa vụ công khai và các chỉ số PAPI, SIPAS, PAR INDEX"


@dataclass(frozen=True)
class Served:
    """One duty of an item, at the communes where it has come due."""

    duty: Duty
    page: str
    done: int
    counted: int


@dataclass(frozen=True)
class Item:
    """One item of an index."""

    item: IndexItem
    duties: tuple[Served, ...]
    full: int
    """Communes that fulfil every one of its duties that has come due."""
    counted: int
    """Communes where at least one of its duties has come due."""


@dataclass(frozen=True)
class Indices:
    """Facts of the page."""

    day: date
    joined: int
    indices: tuple[tuple[Index, tuple[Item, ...]], ...]


def indices_page(
    indices: Iterable[Index], rows: Sequence[Row], duties: Mapping[str, Duty], day: date
) -> Draft | None:
    """None where the province declares none that holds on the day."""
    accounts = [account for _, account in judged(rows)]
    found = tuple(
        (index, tuple(_item(item, accounts, duties) for item in index.items))
        for index in indices
        if index.in_force(day)
    )
    lead = "Làm tròn nghĩa vụ nào thì giúp nội dung nào của chỉ số; bao nhiêu xã, phường đã đủ."
    facts = Indices(day, len(accounts), found)
    return Draft(URL, TITLE, "province/bao-cao-chi-so.html", facts, lead, REPORTS) if found else None


def _item(item: IndexItem, accounts: Sequence[Account], duties: Mapping[str, Duty]) -> Item:
    known = [duties[id] for id in item.duties if id in duties]
    own = [_due(account, [duty.id for duty in known]) for account in accounts]
    served = tuple(
        Served(
            duty,
            duty_page(duty),
            sum(due.get(duty.id, False) for due in own),
            sum(duty.id in due for due in own),
        )
        for duty in known
    )
    return Item(item, served, sum(bool(due) and all(due.values()) for due in own), sum(map(bool, own)))


def _due(account: Account, ids: Iterable[str]) -> dict[str, bool]:
    """Of the duties that have come due at a commune, whether each is fulfilled or declared empty."""
    places = {id: account.standings[id] for id in ids if id in account.standings}
    return {id: place in DONE for id, place in places.items() if place in COUNTED}
