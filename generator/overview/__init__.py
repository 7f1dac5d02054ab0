"""What the province sees: read from the files that the communes' sites publish, never from their content.

So the figures are those that everybody can count again, and a copy counts like a site that was built here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.core import Draft, File
from generator.overview.coverage import coverage
from generator.overview.figures import figures
from generator.overview.lists import lists
from generator.overview.map import map_page
from generator.overview.rows import rows_of
from generator.overview.search import search
from generator.overview.sites import Published, published
from generator.overview.weeks import Weeks, no_weeks
from generator.province import Province

__all__ = ["Overview", "Weeks", "no_weeks", "overview", "published"]


@dataclass(frozen=True)
class Overview:
    """Pages and files of the province's site beside its home page."""

    drafts: tuple[Draft, ...] = ()
    files: tuple[File, ...] = ()
    search: str = ""
    """Address of the page that one searches on; empty where there is nothing to search."""


def overview(
    province: Province, sites: Sequence[Published], day: date, weeks: Weeks = no_weeks
) -> Overview:
    """What the sites make; nothing where the province has no duties to look at."""
    duties = {duty.id: duty for duty in province.expected(day)}
    if not duties:
        return Overview()
    rows = rows_of(province, sites, duties, day, weeks)
    found, index = search(sites)
    alone = [draft for draft in (map_page(rows), found) if draft]
    drafts = (*lists(province, sites, day), *coverage(rows, duties, day), *alone)
    return Overview(drafts, (*figures(rows, duties, day), *index), found.url if found else "")
