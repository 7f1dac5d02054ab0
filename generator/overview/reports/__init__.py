"""Reports that a department sends or reads: made anew with every build, from what the communes publish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.core import Draft, File
from generator.overview.reports.catalogue import catalogue_page
from generator.overview.reports.half_year import half_file, half_pages, half_year
from generator.overview.reports.indices import indices_page
from generator.overview.reports.model import carried_out, model_files, model_pages
from generator.overview.reports.quarter import quarter, quarter_pages
from generator.overview.reports.quarter_files import quarter_files
from generator.overview.rows import REPORTS, Row, judged
from generator.province import Duty, Province

if TYPE_CHECKING:
    from generator.overview.seen import Seen

TITLE = "Báo cáo"


@dataclass(frozen=True)
class Reports:
    """Facts of the page that lists them."""

    day: date
    reports: tuple[Draft, ...]


def reports(
    province: Province,
    found: Sequence[Seen],
    rows: Sequence[Row],
    duties: Mapping[str, Duty],
    day: date,
) -> tuple[tuple[Draft, ...], tuple[File, ...]]:
    """Pages and files; nothing where no commune has joined."""
    built = {row.unit.code: account.day for row, account in judged(rows)}
    joined = [one for one in found if one.site.unit.code in built]
    if not joined:
        return (), ()
    of_quarter = quarter(rows, duties, day)
    half, carried = half_year(province, joined, day), carried_out(province, joined, day)
    pages = (
        *quarter_pages(of_quarter),
        indices_page(province.indices.indices, rows, duties, day),
        *(half_pages(half) if half else ()),
        *model_pages(carried),
        catalogue_page(province.procedures, joined, built, day),
    )
    drafts = tuple(draft for draft in pages if draft)
    files = (
        *quarter_files(of_quarter, province),
        *((half_file(half, province),) if half else ()),
        *model_files(carried, province),
    )
    return (_first(drafts, day), *drafts), files


def _first(drafts: Sequence[Draft], day: date) -> Draft:
    """Each report by its first page."""
    firsts = tuple(draft for draft in drafts if draft.url.count("/") == 2)
    lead = "Báo cáo quý, chỉ số, số đếm sáu tháng, mô hình của tỉnh, thay đổi thủ tục."
    return Draft(REPORTS, TITLE, "province/bao-cao.html", Reports(day, firsts), lead)
