"""Open data of the whole province: of each kind one CSV, workbook and JSON, put together of what the communes publish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date
from operator import attrgetter
from pathlib import Path

from generator.compose.pages import slashed
from generator.core import Draft, File
from generator.export.package import PACKAGE
from generator.files import write_file
from generator.kinds.project.oc4ids import ALL, NAME
from generator.overview.again import NOTHING, Again, Parts, sizes
from generator.overview.data.package import write_package, write_projects
from generator.overview.data.tables import Table, apart, tables
from generator.overview.data.write import Counted, Unread, Whole, write_entries, write_rows
from generator.overview.sites import Published
from generator.province import Province
from generator.words.letters import small
from generator.workers import each

__all__ = ["OPEN_DATA", "open_data"]

OPEN_DATA, TITLE = "du-lieu/", "Dữ liệu mở của cả tỉnh"
FORMS = {".xlsx": "Excel (XLSX)", ".csv": "CSV", ".json": "JSON"}
FEW = 7
"""Columns that the page names; all are in the files."""


@dataclass(frozen=True)
class Weighed:
    """A file to take away."""

    text: str
    url: str
    bytes: int


@dataclass(frozen=True)
class Shown:
    """One table, as the page tells it."""

    title: str
    name: str
    rows: Counted
    columns: tuple[str, ...]
    """Headings of the first ones behind the unit."""
    others: int
    """How many columns follow."""
    files: tuple[Weighed, ...]


@dataclass(frozen=True)
class Facts:
    """Facts of the page."""

    units: int
    joined: int
    tables: tuple[Shown, ...]
    projects: Counted
    package: str
    """Address of datapackage.json; empty where there is no table."""
    apart: tuple[str, ...]
    """Titles of what is not put together."""
    unread: tuple[Unread, ...]

    @property
    def whole(self) -> int:
        """How many communes of which every file could be read."""
        return self.joined - len({one.code for one in self.unread})


def open_data(
    sites: Iterable[Published],
    province: Province,
    day: date,
    into: Path,
    again: Again = NOTHING,
    jobs: int = 1,
) -> tuple[Draft, tuple[File, ...], Parts]:
    """The page, the files that lie beside it, made in the new folder `into`, and what may be taken over next time.

    Only communes that have joined are in them.
    """
    into.mkdir()
    base = province.settings.base
    whole = Whole(
        province.settings.name,
        province.settings.code,
        slashed(base) if base else "",
        day,
        [site for site in sites if site.joined],
        into,
        again,
    )
    facts, parts = _write(whole, len(province.real_units), jobs)
    files = tuple(
        File(f"{OPEN_DATA}{path.name}", source=path, linked=True) for path in sorted(into.iterdir())
    )
    about = f"Số liệu công khai của mọi xã, phường {small(province.settings.name)}, gộp lại để tải về."
    return Draft(OPEN_DATA, TITLE, "province/du-lieu.html", facts, about), files, parts


def _write(whole: Whole, units: int, jobs: int) -> tuple[Facts, Parts]:
    """Every file, commune after commune; so many tables at once as `jobs`."""
    every = tables()
    written = sorted(each(_written, whole, range(len(every)), jobs), key=attrgetter("number"))
    whole.unread.extend(unread for one in written for unread in one.unread)
    projects = write_projects(whole)
    write_package([every[one.number] for one in written if one.rows.rows], whole)
    parts = {one.source: one.told() for one in written if not one.unread}
    return _facts(whole, written, projects, units), parts


def _facts(whole: Whole, written: Iterable[_Written], projects: Counted, units: int) -> Facts:
    every = tables()
    return Facts(
        units=units,
        joined=len(whole.sites),
        tables=tuple(
            _shown(every[one.number], one.rows, whole.into)
            for one in written
            if one.rows.rows or one.entries.rows
        ),
        projects=projects,
        package=f"{OPEN_DATA}{PACKAGE}" if (whole.into / PACKAGE).exists() else "",
        apart=tuple(kind.title for kind in apart()),
        unread=tuple(whole.unread),
    )


@dataclass(frozen=True)
class _Written:
    """What came of one table, by its place among all."""

    number: int
    rows: Counted
    entries: Counted
    files: Mapping[str, int]
    """Their bytes, by path."""
    unread: Sequence[Unread] = ()
    source: str = ""

    def told(self) -> dict[str, object]:
        return {"rows": astuple(self.rows), "entries": astuple(self.entries), "files": self.files}


def _written(whole: Whole, number: int) -> _Written:
    """A table that stands of the same rows is taken over."""
    table, own = tables()[number], replace(whole, unread=[])
    source = whole.again.source(table.name, whole.sites, table.csv, table.json, table.kind.section)
    if told := whole.again.of(source):
        for name in told["files"]:
            write_file(
                File(name, source=whole.again.folder / name, linked=True), whole.into / Path(name).name
            )
        return _Written(
            number, Counted(*told["rows"]), Counted(*told["entries"]), told["files"], (), source
        )
    rows, entries = write_rows(table, own), write_entries(table, own)
    paths = (whole.into / f"{table.name}{ending}" for ending in FORMS)
    files = sizes(File(f"{OPEN_DATA}{path.name}", source=path) for path in paths if path.is_file())
    return _Written(number, rows, entries, files, own.unread, source)


def _shown(table: Table, rows: Counted, into: Path) -> Shown:
    paths = [(into / f"{table.name}{ending}", form) for ending, form in FORMS.items()]
    if ALL.startswith(table.kind.section):
        paths.append((into / NAME, "JSON theo chuẩn OC4IDS"))
    return Shown(
        table.kind.title,
        table.name,
        rows,
        tuple(column.heading for column in table.own[:FEW]),
        len(table.own[FEW:]),
        tuple(_weighed(form, path) for path, form in paths if path.exists()),
    )


def _weighed(form: str, path: Path) -> Weighed:
    return Weighed(form, f"{OPEN_DATA}{path.name}", path.stat().st_size)
