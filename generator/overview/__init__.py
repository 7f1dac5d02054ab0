"""What the province sees: read from the files that the communes' sites publish, never from their content.

So the figures are those that everybody can count again, and a copy counts like a site that was built here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path

from generator.core import Draft, File
from generator.overview.again import NOTHING, Again, Parts
from generator.overview.alerts import Alert, Cause, alerts
from generator.overview.coverage import coverage
from generator.overview.figures import figures
from generator.overview.lists import lists
from generator.overview.map import map_page
from generator.overview.reports import reports
from generator.overview.rows import rows_of
from generator.overview.search import search
from generator.overview.seen import see
from generator.overview.sites import Published, published
from generator.overview.weeks import Weeks, no_weeks
from generator.province import Province

__all__ = [
    "NOTHING",
    "Again",
    "Alert",
    "Cause",
    "Overview",
    "Parts",
    "Weeks",
    "no_weeks",
    "overview",
    "published",
]


@dataclass(frozen=True)
class Overview:
    """Pages and files of the province's site beside its home page."""

    drafts: tuple[Draft, ...] = ()
    files: Iterable[File] = ()
    """To go through once: those of the index are too many to be held."""
    search: str = ""
    """Address of the page that one searches on; empty where there is nothing to search."""
    parts: Parts = field(default_factory=dict)
    """What may be taken over next time."""


def overview(
    province: Province,
    sites: Sequence[Published],
    day: date,
    into: Path,
    weeks: Weeks = no_weeks,
    copies: Iterable[Alert] = (),
    again: Again = NOTHING,
    jobs: int = 1,
) -> Overview:
    """What the sites make; nothing where the province has no duties to look at.

    The index of the search is made in the new folder `into` by so many processes as `jobs`. `weeks` and
    `copies` are what only who keeps copies of the sites knows.
    """
    duties = {duty.id: duty for duty in province.expected(day)}
    if not duties:
        return Overview()
    rows = rows_of(province, sites, duties, day, weeks)
    found = search(sites, into, again, jobs)
    warned, feed = alerts(province, sites, rows, day, copies)
    alone = [draft for draft in (map_page(rows), found.draft, warned) if draft]
    seen = see(sites, province, day)
    told, files = reports(province, seen, rows, duties, day)
    drafts = (*lists(seen, day), *coverage(rows, duties, day), *told, *alone)
    every = chain(figures(rows, duties, day), files, found.files, feed)
    return Overview(drafts, every, found.draft.url if found.draft else "", found.parts)
