"""What all communes have of one kind, side by side: who asks the people, who receives them, what is built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.core import Draft
from generator.overview.lists.consultations import consultations
from generator.overview.lists.projects import projects
from generator.overview.lists.receptions import receptions
from generator.overview.lists.results import results
from generator.overview.sites import Published
from generator.province import Province


def lists(province: Province, sites: Sequence[Published], day: date) -> Iterator[Draft]:
    """Of the communes that have joined; nothing where none has."""
    joined = [site for site in sites if site.joined]
    if joined:
        yield consultations(joined, day)
        yield receptions(joined, province.calendar, day)
        yield from projects(joined, day)
        yield results(joined, day)
