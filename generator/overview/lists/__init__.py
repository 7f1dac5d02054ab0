"""What all communes have of one kind, side by side: who asks the people, who receives them, what is built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from generator.core import Draft
from generator.overview.lists.consultations import consultations
from generator.overview.lists.projects import projects
from generator.overview.lists.receptions import receptions
from generator.overview.lists.results import results

if TYPE_CHECKING:
    from generator.overview.seen import Seen


def lists(found: Sequence[Seen], day: date) -> Iterator[Draft]:
    """Of the communes that have joined; nothing where none has."""
    if found:
        yield consultations([one for seen in found for one in seen.questions], day)
        yield receptions([(seen.site, seen.meetings) for seen in found], day)
        yield from projects([one for seen in found for one in seen.built], day)
        yield results([one for seen in found for one in seen.results], day)
