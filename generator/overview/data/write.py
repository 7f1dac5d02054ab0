"""The files of one table, commune after commune: what is broken in one is left out and told, what is sound stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from generator.core import LICENCE_TOLD, Link
from generator.export.cells import write_table
from generator.overview.again import NOTHING, Again
from generator.overview.data.read import BrokenError, count, entries, rows
from generator.overview.data.sheets import Sheets
from generator.overview.data.tables import Table
from generator.overview.sites import Published
from generator.words.dates import say_day

R = TypeVar("R")


@dataclass(frozen=True)
class Unread:
    """A file of a commune that is left out."""

    site: Link
    code: str
    file: str
    why: str


@dataclass(frozen=True)
class Whole:
    """Where and of whom everything is put together, and what could not be."""

    name: str
    """Of the province."""
    code: str
    base: str
    """Full address of the province's page with a slash at its end; empty where it has none yet."""
    day: date
    sites: Sequence[Published]
    """Of the communes that have joined."""
    into: Path
    again: Again = NOTHING
    unread: list[Unread] = field(default_factory=list)

    def each(self, file: str, read: Callable[[Published], R]) -> Iterator[tuple[Published, R]]:
        """What is read of each commune, without those where it is broken."""
        for site in self.sites:
            try:
                found = read(site)
            except BrokenError as error:
                told = Unread(Link(site.unit.name, site.url), site.unit.code, file, str(error))
                self.unread.append(told)
            else:
                yield site, found


@dataclass(frozen=True)
class Counted:
    """How many rows or entries a file has, and of how many communes."""

    rows: int = 0
    communes: int = 0

    def and_of(self, rows: int) -> Counted:
        return Counted(self.rows + rows, self.communes + bool(rows))


def write_rows(table: Table, whole: Whole) -> Counted:
    """The CSV and the workbook; neither where there is no row."""
    total, path = Counted(), whole.into / f"{table.name}.csv"
    sheets = Sheets(path.with_suffix(".xlsx"), table.kind.title, table.columns, whole.day)

    def found() -> Iterator[Sequence[Any]]:
        nonlocal total
        for site, number in whole.each(table.csv, lambda site: count(site, table)):
            total = total.and_of(number)
            for row in rows(site, table):
                full = (site.unit.code, site.unit.name, *row)
                sheets.append(full)
                yield full

    with path.open("w", encoding="utf-8-sig", newline="") as file:
        write_table(file, [column.heading for column in table.columns], found())
    if total.rows:
        sheets.save(_about(table, whole, total))
    else:
        path.unlink()
    return total


def write_entries(table: Table, whole: Whole) -> Counted:
    """The JSON: an array, one entry a line."""
    found = whole.each(table.json, lambda site: entries(site, table, whole.base))
    return write_lines(whole.into / f"{table.name}.json", "[\n", (lines for _, lines in found), "\n]\n")


def write_lines(path: Path, start: str, groups: Iterable[Sequence[str]], end: str) -> Counted:
    """Lines of JSON between a start and an end; no file where there are none."""
    total = Counted()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(start)
        for lines in filter(None, groups):
            file.write((",\n" if total.rows else "") + ",\n".join(lines))
            total = total.and_of(len(lines))
        file.write(end)
    if not total.rows:
        path.unlink()
    return total


def _about(table: Table, whole: Whole, total: Counted) -> Iterator[tuple[str, str]]:
    yield "Bảng", f"{table.kind.title}, {whole.name}"
    yield "Nguồn", f"Trang của {total.communes} xã, phường"
    yield "Gộp ngày", say_day(whole.day)
    yield "Địa chỉ", f"{whole.base}du-lieu/"
    yield "Giấy phép", LICENCE_TOLD
    yield "", ""
    yield "Tên cột", "Nghĩa của cột"
    for column in table.columns:
        yield column.heading, column.description
