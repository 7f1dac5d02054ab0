"""The province's own site: its home page, and what is counted from the communes' sites."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from generator.compose import compose_province
from generator.core import Draft, File, Outcome
from generator.export import province_checks
from generator.overview import NOTHING, Again, Alert, Parts, Weeks, no_weeks, overview, published
from generator.overview.data import open_data
from generator.province import former_addresses
from generator.publish.orders import INDEX, OPEN_DATA, PROVINCE, Job
from generator.render import forwarding, not_found, render_later
from generator.sharing import pictures
from generator.stages import stage
from generator.wellknown import wellknown


@stage("Số liệu toàn tỉnh")
def publish_province(
    job: Job,
    outcomes: tuple[Outcome, ...],
    more: Sequence[Draft] = (),
    extra: Sequence[File] = (),
    weeks: Weeks = no_weeks,
    copies: Sequence[Alert] = (),
    again: Again = NOTHING,
) -> Parts:
    """Build the province's own pages into the fresh folder, and more, which its foot leads to.

    What `again` knows of the same is taken over; returns what may be taken over next time.
    """
    sites = published(job.province, outcomes, job.site_of)
    seen = overview(job.province, sites, job.day, job.fresh / INDEX, weeks, copies, again, job.jobs)
    data, tables, parts = open_data(sites, job.province, job.day, job.fresh / OPEN_DATA, again, job.jobs)
    others = (*seen.drafts, data, *more)
    site, own = compose_province(job.province, outcomes, job.day, others, seen.search)
    drafts = (*own, *others)
    built, desk = {outcome.slug for outcome in outcomes}, job.province.settings.errors
    files = chain(
        extra,
        seen.files,
        tables,
        (not_found(site), province_checks(outcomes, job.day)),
        (File(name, content) for name, content in job.province.signers.items()),
        wellknown(drafts, site, desk.email if desk else None),
        pictures(drafts, site),
        (forwarding(m, site) for m in former_addresses(job.province) if m.unit.slug in built),
    )
    job.build(site, render_later(drafts, site), files, PROVINCE)
    return {**seen.parts, **parts}
