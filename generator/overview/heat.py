"""Communes × duties as one table that reads in words, without colour and aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.core import Draft, Link
from generator.overview.rows import FOLDER, Row, duty_page, judged, pages_of
from generator.province import Duty
from generator.province.verdicts import DutyStanding

TABLE = f"{FOLDER}bang/"
TITLE = "Bảng từng nghĩa vụ"
FEW_WORDS = {
    DutyStanding.OVERDUE: "Quá hạn",
    DutyStanding.MISSING: "Chưa có",
    DutyStanding.COMING: "Còn hạn",
    DutyStanding.PUBLISHED: "Có",
    DutyStanding.EMPTY: "Khai không",
    DutyStanding.NOT_APPLICABLE: "–",
}
"""What a cell says; the list above the table says what each means."""
TONES = {
    DutyStanding.OVERDUE: "xau",
    DutyStanding.MISSING: "vua",
    DutyStanding.COMING: "tin",
    DutyStanding.PUBLISHED: "tot",
    DutyStanding.EMPTY: "tot",
    DutyStanding.NOT_APPLICABLE: "",
}
MEANINGS = (
    (DutyStanding.PUBLISHED, "có trên trang của xã"),
    (DutyStanding.EMPTY, "xã khai là không phát sinh, có người ký tên chịu trách nhiệm"),
    (DutyStanding.COMING, "chưa có, nhưng chưa đến ngày phải có"),
    (DutyStanding.MISSING, "luật đòi, trang chưa có; chưa rõ có việc phát sinh hay không"),
    (DutyStanding.OVERDUE, "đã qua ngày luật định mà trang chưa có"),
)


@dataclass(frozen=True)
class Cell:
    """How one duty stands at one commune."""

    word: str
    tone: str


NOTHING = Cell("–", "")
CELLS = {place: Cell(FEW_WORDS[place], TONES[place]) for place in DutyStanding}


@dataclass(frozen=True)
class Heat:
    """Facts of one page of the table."""

    day: date
    laws: tuple[tuple[str, int], ...]
    """(document, how many of its duties are columns)"""
    columns: tuple[Link, ...]
    """The duties, in the order of the laws."""
    rows: tuple[tuple[Row, tuple[Cell, ...]], ...]
    pages: tuple[Link, ...]
    here: str
    meanings = tuple((FEW_WORDS[place], TONES[place], text) for place, text in MEANINGS)


def heat_pages(rows: Sequence[Row], duties: Mapping[str, Duty], day: date) -> Iterator[Draft]:
    """The table, cut where it grows too long."""
    laws: dict[str, list[Duty]] = {}
    for duty in duties.values():
        laws.setdefault(f"{duty.basis.document} {duty.basis.number}", []).append(duty)
    ordered = [duty for own in laws.values() for duty in own]
    columns = tuple(Link(duty.title, duty_page(duty)) for duty in ordered)
    heads = tuple((law, len(own)) for law, own in laws.items())
    for url, part, pages in pages_of([row for row, _ in judged(rows)], TABLE):
        own = tuple((row, tuple(_cells(row, ordered))) for row in part)
        facts = Heat(day, heads, columns, own, pages, url)
        lead = "Mỗi hàng một xã, phường; mỗi cột một việc luật đòi công khai."
        yield Draft(url, TITLE, "province/muc-do-bang.html", facts, lead, FOLDER)


def _cells(row: Row, duties: Sequence[Duty]) -> Iterator[Cell]:
    standings = row.account.standings if row.account else {}
    for duty in duties:
        yield CELLS[standings[duty.id]] if duty.id in standings else NOTHING
