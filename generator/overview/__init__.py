"""What the province sees: read from the files that the communes' sites publish, never from their content.

So the figures are those that everybody can count again, and a copy counts like a site that was built here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.core import Draft, File
from generator.overview.coverage import coverage
from generator.overview.figures import figures
from generator.overview.lists import lists
from generator.overview.rows import rows_of
from generator.overview.sites import Published, published
from generator.overview.weeks import Weeks, no_weeks
from generator.province import Province

__all__ = ["Weeks", "no_weeks", "overview", "published"]


def overview(
    province: Province, sites: Sequence[Published], day: date, weeks: Weeks = no_weeks
) -> tuple[tuple[Draft, ...], tuple[File, ...]]:
    """Pages and files of the province's site; nothing where the province has no duties to look at."""
    duties = {duty.id: duty for duty in province.expected(day)}
    if not duties:
        return (), ()
    rows = rows_of(province, sites, duties, day, weeks)
    drafts = (*lists(province, sites, day), *coverage(rows, duties, day))
    return drafts, figures(rows, duties, day)
