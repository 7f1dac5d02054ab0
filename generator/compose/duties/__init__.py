"""Pages made of the duties: how far publication has come, the quarter's list, the year's plan, corrections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.compose.duties.corrections import corrections
from generator.compose.duties.places import CORRECTIONS, CORRECTIONS_SHORT, STATUS, STATUS_TITLE
from generator.compose.duties.plan import plans
from generator.compose.duties.quarters import quarters
from generator.compose.duties.status import status
from generator.core import Draft
from generator.kinds._kind import Scope

__all__ = ["CORRECTIONS", "CORRECTIONS_SHORT", "STATUS", "STATUS_TITLE", "duty_pages"]


def duty_pages(scope: Scope, drafts: Sequence[Draft]) -> Iterable[Draft]:
    """The pages that follow from all others; without verdicts only what the law expects."""
    yield status(scope, drafts)
    if scope.verdicts:
        yield from plans(scope)
        yield from quarters(scope, drafts)
    yield corrections(scope, drafts)
