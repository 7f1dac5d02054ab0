"""Who asks the people what, now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.core import Draft
from generator.kinds.consultation import KIND
from generator.kinds.consultation.model import Consultation
from generator.overview.records import Of, records_of
from generator.overview.sites import Published
from generator.words.dates import say_days_left

LATELY = timedelta(days=60)


@dataclass(frozen=True)
class Asked:
    """Facts of the page."""

    day: date
    open: tuple[Of[Consultation], ...]
    """The first to close comes first."""
    coming: tuple[Of[Consultation], ...]
    closed: tuple[Of[Consultation], ...]
    """Within the last two months, the latest first."""

    def left(self, consultation: Consultation) -> str:
        return say_days_left(consultation.until, self.day)


def consultations(sites: Sequence[Published], day: date) -> Draft:
    found = [one for site in sites for one in records_of(site, KIND)]
    facts = Asked(
        day,
        open=tuple(sorted((o for o in found if o.data.is_open(day)), key=lambda o: o.data.until)),
        coming=tuple(sorted((o for o in found if o.data.since > day), key=lambda o: o.data.since)),
        closed=tuple(
            sorted(
                (o for o in found if day - LATELY <= o.data.until < day),
                key=lambda o: o.data.until,
                reverse=True,
            )
        ),
    )
    lead = "Xã, phường nào đang hỏi ý kiến Nhân dân, về việc gì, đến ngày nào."
    title = "Đang lấy ý kiến"
    return Draft("lay-y-kien/", title, "province/lay-y-kien.html", facts, lead, menu=title)
