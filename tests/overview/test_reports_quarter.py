"""The report of the quarter: every figure counted again straight from the sites' files, and read back from each form."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from generator.overview.reports import reports
from generator.overview.reports.period import half_of, quarter_of
from generator.overview.reports.quarter import Quarter, quarter
from generator.overview.reports.quarter_files import MOST, quarter_files
from generator.overview.rows import Part, rows_of
from generator.overview.seen import see
from generator.overview.sites import Published
from generator.overview.weeks import Weeks, no_weeks
from generator.province import Duty, Province
from tests.hostile import FORMULAS, HTML
from tests.overview.conftest import DAY, MakeSite, read, told
from tests.paper.reading import Reading, squeezed

Duties = dict[str, Duty]
LATE = told("NS-QUY", "chua_co", "qua_han", so_ngay=43, han="2026-10-10")


def _report(province: Province, sites: list[Published], duties: Duties, weeks: Weeks = no_weeks) -> Quarter:
    return quarter(rows_of(province, sites, duties, DAY, weeks), duties, DAY)


def _share(entries: list[dict[str, Any]], known: Duties) -> tuple[int, int]:
    """Percent fulfilled and how many are overdue, counted without our own classes; each duty weighs the same."""
    states: dict[str, set[tuple[str, bool]]] = {}
    for entry in entries:
        if entry["ma"] in known:
            late = entry["thoi_han"] == "qua_han" or (
                entry["thoi_han"] == "chua_den_han" and entry.get("han", "9999") < DAY.isoformat()
            )
            waits = entry["thoi_han"] == "chua_den_han" and not late
            state = "wait" if entry["tinh_trang"] == "chua_co" and waits else entry["tinh_trang"]
            states.setdefault(entry["ma"], set()).add((state, late))
    done = due = overdue = 0
    for found in states.values():
        missing = {late for state, late in found if state == "chua_co"}
        there = {state for state, _ in found} & {"da_cong_khai", "khong_phat_sinh"}
        overdue += True in missing
        waiting = any(state == "wait" for state, _ in found) and not there
        due += bool(missing or (there and not waiting))
        done += not missing and bool(there)
    return 100 * done // due, overdue


def test_figures_are_those_of_the_sites_files(
    sites: list[Published], province: Province, duties: Duties
) -> None:
    told = json.loads((sites[0].folder / "cong-khai.json").read_bytes())["nghia_vu"]
    share, overdue = _share(told, duties)
    found = _report(province, sites, duties)
    assert [(line.account.share, line.account.overdue) for line in found.lines] == [(share, overdue)] * 2
    assert (found.totals.share, found.totals.overdue) == (share, 2 * overdue)
    assert len(found.totals.absent) == len(province.real_units) - len(sites)
    assert overdue
    assert sum(late.overdue for late in found.late) == 2 * overdue


def test_the_duties_most_often_overdue_come_first(
    make_site: MakeSite, province: Province, duties: Duties
) -> None:
    reception = told("TCD-24.2", "chua_co", "qua_han")
    found = _report(
        province,
        [
            make_site("xa-phu-dinh", [LATE, told("TCD-24.2")]),
            make_site("xa-binh-yen", [LATE, reception]),
            make_site("xa-dinh-hoa", [reception, LATE], "cho_tiep_nhan"),
        ],
        duties,
    )
    assert [(late.duty.id, late.overdue, late.bound) for late in found.late] == [
        ("NS-QUY", 2, 2),
        ("TCD-24.2", 1, 2),
    ]


def test_it_compares_with_the_last_whole_week_of_the_quarter_before(
    make_site: MakeSite, province: Province, duties: Duties
) -> None:
    sites = [
        make_site(slug, [told("TCD-24.2"), told("THDC-11.4")]) for slug in ("xa-phu-dinh", "xa-binh-yen")
    ]
    before = [told("TCD-24.2"), told("THDC-11.4", "chua_co", "khong_tinh_duoc")]

    def weeks(slug: str) -> list[tuple[date, list[dict[str, Any]]]]:
        return [(date(2026, 9, 24), before)] if slug == "xa-phu-dinh" else []

    found = _report(province, sites, duties, weeks)
    assert found.since
    assert (found.since.week, found.since.sunday) == (date(2026, 9, 21), date(2026, 9, 27))
    assert (found.since.known, found.since.then, found.since.now) == (1, 50, 100)
    assert sorted((line.row.unit.slug, line.then) for line in found.lines) == [
        ("xa-binh-yen", None),
        ("xa-phu-dinh", 50),
    ]
    assert _report(province, sites, duties).since is None


def test_the_workbook_and_the_pdf_say_the_same_each_time_the_same_bytes(
    sites: list[Published], province: Province, duties: Duties
) -> None:
    found = _report(province, sites, duties)
    book, pdf = quarter_files(found, province)
    assert (book, pdf) == quarter_files(found, province)
    assert (book.path, pdf.path) == (
        "bao-cao/quy/bao-cao-quy-4-2026.xlsx",
        "bao-cao/quy/bao-cao-quy-4-2026.pdf",
    )
    sheets = load_workbook(io.BytesIO(read(book)))
    rows = list(sheets["Từng xã, phường"].iter_rows(min_row=2, values_only=True))
    assert [row[:3] for row in rows] == [
        (line.row.unit.code, line.row.name, line.account.share) for line in found.lines
    ]
    assert sheets["Chưa có số liệu"].max_row == 1 + len(found.totals.absent)
    text = Reading(read(pdf)).text
    for line in found.lines:
        row = f"{line.row.name}{line.account.share}%–{line.account.timely}%{line.account.overdue}{line.account.empty}"
        assert squeezed(row) in text
    for said in (
        "CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM",
        "quýIV/2026",
        "tínhđếnngày22/11/2026",
        f"({len(found.totals.absent)})",
    ):
        assert said in text


def test_of_more_communes_than_the_pdf_can_carry_only_the_workbook_tells(
    make_site: MakeSite, province: Province, duties: Duties
) -> None:
    found = _report(province, [make_site("xa-phu-dinh", [LATE])], duties)
    book, pdf = quarter_files(replace(found, lines=found.lines * (MOST + 1)), province)
    text = Reading(read(pdf)).text
    assert squeezed("Số liệu từng xã, phường ở tệp Excel bao-cao-quy-4-2026.xlsx kèm theo.") in text
    assert squeezed("Phụ lục") not in text
    assert load_workbook(io.BytesIO(read(book)))["Từng xã, phường"].max_row == 1 + MOST + 1
    few = Reading(read(quarter_files(found, province)[1])).text
    assert squeezed("Số liệu từng xã, phường ở phụ lục kèm theo.") in few


def test_the_pdf_can_be_read_aloud_and_is_a4(
    sites: list[Published], province: Province, duties: Duties
) -> None:
    reader = PdfReader(io.BytesIO(read(quarter_files(_report(province, sites, duties), province)[1])))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("vi")
    assert b"<pdfuaid:part>1" in root["/Metadata"].get_data()
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {
        (595, 842)
    }


@pytest.mark.parametrize("hostile", ['#panic("x") *a* $b$ `c` @d <e>', FORMULAS[0], FORMULAS[-1], HTML[0]])
def test_what_the_province_declares_stays_text(
    hostile: str, make_site: MakeSite, province: Province, duties: Duties
) -> None:
    duties = {**duties, "NS-QUY": duties["NS-QUY"].model_copy(update={"title": hostile})}
    site = make_site("xa-phu-dinh", [LATE])
    unit = site.unit.model_copy(update={"name": hostile})
    found = _report(province, [site], duties)
    lines = tuple(replace(line, row=replace(line.row, unit=unit)) for line in found.lines)
    book, pdf = quarter_files(replace(found, lines=lines), province)
    assert Reading(read(pdf)).text.count(squeezed(hostile)) >= 2
    cells = [cell for sheet in load_workbook(io.BytesIO(read(book))) for row in sheet for cell in row]
    assert sum(cell.value == hostile for cell in cells) >= 2
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n"}


def test_nothing_is_reported_where_nobody_has_joined(
    make_site: MakeSite, province: Province, duties: Duties
) -> None:
    site = make_site("xa-phu-dinh", [LATE], "cho_tiep_nhan")
    rows = rows_of(province, [site], duties, DAY, no_weeks)
    assert reports(province, see([site], province, DAY), rows, duties, DAY) == ((), ())


@pytest.mark.parametrize(
    ("day", "three", "six"),
    [
        (date(2026, 1, 1), ("2026-01-01", "2026-03-31"), ("2026-01-01", "2026-06-30")),
        (date(2026, 6, 30), ("2026-04-01", "2026-06-30"), ("2026-01-01", "2026-06-30")),
        (date(2026, 7, 1), ("2026-07-01", "2026-09-30"), ("2026-07-01", "2026-12-31")),
        (date(2026, 12, 31), ("2026-10-01", "2026-12-31"), ("2026-07-01", "2026-12-31")),
    ],
)
def test_quarters_and_half_years_are_those_of_the_calendar(
    day: date, three: tuple[str, str], six: tuple[str, str]
) -> None:
    for period, ends in ((quarter_of(day), three), (half_of(day), six)):
        assert (period.start.isoformat(), period.end.isoformat()) == ends


def test_whoever_has_no_figures_is_named_with_the_reason(
    make_site: MakeSite, province: Province, duties: Duties
) -> None:
    found = _report(province, [make_site("xa-phu-dinh", [LATE])], duties)
    broken, absent = found.totals.absent[:2]
    rows = (replace(broken, part=Part.WAITING), *found.totals.absent[1:])
    told = replace(found, totals=replace(found.totals, absent=rows))
    assert told.absent[0] == ("Dữ liệu đang có lỗi, chưa có trang", (broken.name,))
    assert absent.name in dict(told.absent)["Chưa tham gia"]
    assert broken.name not in dict(told.absent)["Chưa tham gia"]
    text = Reading(read(quarter_files(told, province)[1])).text
    assert squeezed(f"Dữ liệu đang có lỗi, chưa có trang (1): {broken.name}.") in text
