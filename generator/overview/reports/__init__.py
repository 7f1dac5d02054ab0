"""Reports that a department sends or reads: made anew with every build, from what the communes publish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.core import Draft, File, Link
from generator.overview.reports.quarter import quarter, quarter_pages
from generator.overview.reports.quarter_files import quarter_files
from generator.overview.rows import REPORTS, Row
from generator.overview.sites import Published
from generator.province import Duty, Province

TITLE = "Báo cáo"


@dataclass(frozen=True)
class Reports:
    """Facts of the page that lists them."""

    day: date
    reports: tuple[tuple[Link, str], ...]
    """(page, what it tells)"""


def reports(
    province: Province,
    sites: Sequence[Published],
    rows: Sequence[Row],
    duties: Mapping[str, Duty],
    day: date,
) -> tuple[tuple[Draft, ...], tuple[File, ...]]:
    """Pages and files; nothing where no commune has joined."""
    if not any(row.account for row in rows):
        return (), ()
    of_quarter = quarter(rows, duties, day)
    drafts = tuple(quarter_pages(of_quarter))
    return (_first(drafts, day), *drafts), quarter_files(of_quarter, province)


def _first(drafts: Sequence[Draft], day: date) -> Draft:
    listed = tuple((Link(d.title, d.url), d.description) for d in drafts if d.url.count("/") == 2)
    lead = "Báo cáo quý, chỉ số, số đếm sáu tháng, mô hình của tỉnh, thay đổi thủ tục."
    return Draft(REPORTS, TITLE, "province/bao-cao.html", Reports(day, listed), lead)
