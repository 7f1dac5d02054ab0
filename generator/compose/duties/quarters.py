"""The quarter's list of what was made public (Luật 10/2022/QH15 Đ13 k2), to print, sign and hang."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.compose.duties.places import QUARTERS, QUARTERS_TITLE, STATUS
from generator.compose.pages import full_title
from generator.core import Draft, Link, Loc, Record
from generator.fields.base import Model
from generator.fields.period import ROMAN
from generator.fields.titles import title_of
from generator.fields.walk import find
from generator.kinds._disclosure import Disclosure, disclosure_of
from generator.kinds._kind import Scope
from generator.province import Duty
from generator.words.dates import say_day
from generator.words.letters import small
from generator.words.order import vi_key

ORDER = "THDC-13.2"
GROUP = "cong_khai"
PART_POSTED = ("ngay_dang", "ngay_dang_ket_qua")
"""Keys of the day that a part of a record was posted on."""


@dataclass(frozen=True)
class Row:
    """One disclosure: what, since when, in which forms."""

    page: Link
    posted: date
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Quarter:
    """What was posted in one quarter."""

    name: str
    """"quý III/2026"."""
    url: str
    rows: tuple[Row, ...]
    duty: Duty | None
    """What orders the list."""

    @property
    def title(self) -> str:
        return f"Q{self.name[1:]}"


@dataclass(frozen=True)
class Quarters:
    """Facts of the page that lists the quarters."""

    quarters: tuple[Quarter, ...]
    duty: Duty | None


def quarters(scope: Scope, drafts: Sequence[Draft]) -> Iterator[Draft]:
    duty = scope.duty(ORDER)
    found = sorted(_quarters(drafts, duty, scope.day), key=lambda quarter: quarter.url, reverse=True)
    about = f"Nội dung {scope.commune.name} đã công khai, hình thức và thời gian"
    yield Draft(
        QUARTERS,
        QUARTERS_TITLE,
        "duties/quarters.html",
        Quarters(tuple(found), duty),
        f"{about}.",
        section=STATUS,
    )
    for quarter in found:
        title = f"{QUARTERS_TITLE} {quarter.name}"
        yield Draft(quarter.url, title, "duties/quarter.html", quarter, f"{about}, {quarter.name}.", STATUS)


def _quarters(drafts: Iterable[Draft], duty: Duty | None, day: date) -> Iterator[Quarter]:
    rows: dict[tuple[int, int], list[Row]] = {}
    for row in _rows(drafts, day):
        rows.setdefault((row.posted.year, (row.posted.month - 1) // 3), []).append(row)
    for (year, number), found in rows.items():
        found.sort(key=lambda row: (row.posted, vi_key(row.page.text)))
        name = f"quý {ROMAN[number]}/{year}"
        yield Quarter(name, url_of(year, number + 1), tuple(found), duty)


def url_of(year: int, number: int) -> str:
    """Address of the list of a quarter, 1 to 4."""
    return f"{QUARTERS}{year}-quy-{number}/"


def _rows(drafts: Iterable[Draft], day: date) -> Iterator[Row]:
    """Each record by the first page that it has: posted, its parts posted later, changed; nothing to come."""
    seen: set[str] = set()
    for draft in drafts:
        record, disclosure = draft.record, disclosure_of(draft.record)
        if record is None or disclosure is None or record.source.path in seen:
            continue
        seen.add(record.source.path)
        page, first = Link(full_title(draft.title, record), draft.url), disclosure.posted
        if first and first <= day:
            yield Row(page, first, tuple(_forms(disclosure)))
        parts = [row for row in _parts(record, page) if row.posted <= day and row.posted != first]
        yield from parts
        yield from _update(page, disclosure, day, {first, *(row.posted for row in parts)})


def _update(page: Link, disclosure: Disclosure, day: date, listed: set[date | None]) -> Iterator[Row]:
    """What was added later to the same record; a correction is no disclosure of its own."""
    changed, corrected = disclosure.changed, {correction.day for correction in disclosure.corrections}
    if changed and changed <= day and changed not in listed | corrected:
        yield Row(Link(f"{page.text}: cập nhật", page.url), changed, (_website(changed),))


def _parts(record: Record[Any], page: Link) -> Iterator[Row]:
    """What carries a day of posting of its own; parts of one sort that were posted on one day stand in one row."""
    model = type(record.data)
    found = {
        (posted, _part(model, loc)): None
        for loc, posted in find(date, record.data)
        if loc[-1] in PART_POSTED and loc[0] != GROUP
    }
    for posted, part in found:
        yield Row(Link(f"{page.text}: {part}", page.url), posted, (_website(posted),))


def _part(model: type[Model], loc: Loc) -> str:
    """ "kết quả kiểm tra", "tổng hợp, trả lời": the innermost group, without its number."""
    group = [key for key in loc[:-1] if isinstance(key, str)]
    title = title_of(model, loc[: loc.index(group[-1]) + 1]) if group else title_of(model, loc)
    return small(title.rpartition(": ")[2].removeprefix("Ngày đăng "))


def _website(posted: date) -> str:
    return f"Trang thông tin điện tử, từ {say_day(posted)}"


def _forms(disclosure: Disclosure) -> Iterator[str]:
    yield _website(disclosure.posted) if disclosure.posted else ""
    for form in disclosure.forms:
        place = f" ({form.place})" if form.place else ""
        since = f", từ {say_day(form.since)}" if form.since else ""
        until = f" đến {say_day(form.until)}" if form.until else ""
        yield f"{form.form.label}{place}{since}{until}"
