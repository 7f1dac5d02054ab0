"""What lists and reports keep of one commune: its files are read once, and only what the pages show stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.overview.lists.consultations import Question, questions
from generator.overview.lists.projects import Built, built
from generator.overview.lists.receptions import Meeting, meetings
from generator.overview.lists.results import Told, months
from generator.overview.records import Records
from generator.overview.reports.catalogue import unknown
from generator.overview.reports.half_year import Count, counts, rule_of
from generator.overview.reports.model import Line, carried
from generator.overview.sites import Published
from generator.province import Province


@dataclass(frozen=True, slots=True)
class Seen:
    """One commune that has joined."""

    site: Published
    questions: tuple[Question, ...]
    meetings: tuple[Meeting, ...]
    built: tuple[Built, ...]
    results: tuple[Told, ...]
    counts: tuple[Count, ...]
    """For each column of the half-yearly report; none where no rule holds."""
    tasks: tuple[Line, ...]
    """For each plan of the province."""
    unknown: frozenset[str]
    """Codes of procedures that the catalogue does not have."""


def see(sites: Iterable[Published], province: Province, day: date) -> tuple[Seen, ...]:
    """One for each that has joined, in the same order."""
    return tuple(_seen(Records(site), province, day) for site in sites if site.joined)


def _seen(records: Records, province: Province, day: date) -> Seen:
    rule = rule_of(province, day)
    return Seen(
        records.site,
        tuple(questions(records, day)),
        tuple(meetings(records, province.calendar, day)),
        tuple(built(records, day)),
        tuple(months(records, day)),
        tuple(counts(records, rule, day, province)) if rule else (),
        tuple(carried(records, plan) for plan in province.plans),
        unknown(records, province.procedures),
    )
