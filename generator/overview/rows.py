"""Every real commune of the register as the province sees it, and the orders to read them in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from generator.core import Link, State
from generator.fields.choice import Choice
from generator.overview.sites import Published
from generator.overview.standing import Account, account_of
from generator.overview.weeks import UNTOLD, Trend, Weeks, trend_of
from generator.province import Duty, Province, Unit
from generator.words.letters import capital
from generator.words.order import vi_key

FOLDER, REPORTS = "muc-do/", "bao-cao/"
PER_PAGE = 100
Thing = TypeVar("Thing")


class Part(Choice):
    """How a commune takes part."""

    JOINED = "da_tham_gia", "đã tham gia"
    PREPARED = "dung_san", "chưa tham gia, trang dựng sẵn"
    ABSENT = "chua_tham_gia", "chưa tham gia"
    WAITING = "du_lieu_loi", "dữ liệu đang có lỗi, chưa có trang"
    UNREADABLE = "khong_doc_duoc", "chưa đọc được số liệu"


@dataclass(frozen=True, slots=True)
class Row:
    """One commune."""

    unit: Unit
    part: Part
    site: str
    """Address of its site; empty where it has none here."""
    account: Account | None = None
    """What it discloses; only of one that has joined."""
    trend: Trend = UNTOLD

    @property
    def page(self) -> str:
        return f"{FOLDER}{self.unit.slug}/"

    @property
    def name(self) -> str:
        return self.unit.name


@dataclass(frozen=True)
class Order:
    """A way to read the list."""

    url: str
    menu: str
    lead: str


BY_NEED = Order(
    FOLDER, "Cần giúp trước", "Xã, phường còn nhiều việc quá hạn đứng trước, để biết nên giúp nơi nào."
)
BY_RESULT = Order(f"{FOLDER}ket-qua/", "Làm tốt trước", "Xã, phường đã công khai được nhiều đứng trước.")
BY_NAME = Order(f"{FOLDER}ten/", "Theo tên", "Theo thứ tự chữ cái.")
BY_SIZE = Order(
    f"{FOLDER}cung-co/",
    "Nơi giống nhau",
    "Phường xem cạnh phường; xã chia ba nhóm bằng nhau theo diện tích, để nơi nhỏ không bị so với nơi lớn.",
)
SIZES, UNKNOWN_SIZE = ("Xã diện tích nhỏ", "Xã diện tích vừa", "Xã diện tích lớn"), "Xã chưa rõ diện tích"
ORDERS = (BY_NEED, BY_RESULT, BY_NAME, BY_SIZE)


def rows_of(
    province: Province, sites: Iterable[Published], duties: Mapping[str, Duty], day: date, weeks: Weeks
) -> tuple[Row, ...]:
    """One for each real unit of the register, by name."""
    found = {site.unit.code: site for site in sites}
    rows = (_row(unit, found.get(unit.code), duties, day, weeks) for unit in province.real_units)
    return tuple(sorted(rows, key=lambda row: vi_key(row.unit.short_name)))


def _row(unit: Unit, site: Published | None, duties: Mapping[str, Duty], day: date, weeks: Weeks) -> Row:
    if site is None:
        return Row(unit, Part.ABSENT, "")
    if site.outcome.state is State.WAITING:
        return Row(unit, Part.WAITING, site.url)
    if not site.joined:
        return Row(unit, Part.PREPARED, site.url)
    account = account_of(site, duties, day)
    if account is None:
        return Row(unit, Part.UNREADABLE, site.url)
    return Row(unit, Part.JOINED, site.url, account, trend_of(weeks(unit.slug), duties, account, day))


def judged(rows: Iterable[Row]) -> Iterator[tuple[Row, Account]]:
    """Those that have joined, with what they disclose."""
    return ((row, row.account) for row in rows if row.account)


def by_need(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Most overdue first, then the least share; equal ones by name."""
    own = list(judged(rows))
    own.sort(key=lambda one: (-one[1].overdue, one[1].share if one[1].share is not None else 101))
    return tuple(row for row, _ in own)


def by_result(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The greatest share first, then what came in time; equal ones by name."""
    own = list(judged(rows))
    own.sort(key=lambda one: (-(one[1].share or 0), -(one[1].timely or 0), one[1].overdue))
    return tuple(row for row, _ in own)


def by_size(rows: Iterable[Row]) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Wards, then communes in three equal parts by area; each part by need."""
    own = by_need(rows)
    areas = sorted(row.unit.area for row in own if row.unit.kind == "xã" and row.unit.area)
    parts: dict[str, list[Row]] = {name: [] for name in ("Phường", "Đặc khu", *SIZES, UNKNOWN_SIZE)}
    for row in own:
        parts[_size(row.unit, areas)].append(row)
    return ((name, tuple(found)) for name, found in parts.items() if found)


def _size(unit: Unit, areas: Sequence[Decimal]) -> str:
    """Where it stands among the areas of the communes."""
    if unit.kind != "xã":
        return capital(unit.kind)
    return SIZES[3 * bisect_left(areas, unit.area) // len(areas)] if unit.area else UNKNOWN_SIZE


def pages_of(things: Sequence[Thing], url: str) -> Iterator[tuple[str, Sequence[Thing], tuple[Link, ...]]]:
    """Cut to pages: the address of each, what it holds, and links to all where there are several."""
    starts = range(0, max(1, len(things)), PER_PAGE)
    urls = [url if n == 1 else f"{url}{n}/" for n in range(1, len(starts) + 1)]
    links = tuple(Link(f"Trang {n}", each) for n, each in enumerate(urls, 1)) if len(urls) > 1 else ()
    for start, each in zip(starts, urls, strict=True):
        yield each, things[start : start + PER_PAGE], links


def duty_page(duty: Duty) -> str:
    """Of all communes' standings of one duty."""
    return f"{FOLDER}nghia-vu/{duty.id.lower()}/"
