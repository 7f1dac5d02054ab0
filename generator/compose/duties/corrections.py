"""The public log of corrections (Luật 01/2026/QH16 Đ22): what was wrong, what it says now, since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.compose.duties.places import CORRECTIONS, CORRECTIONS_SHORT, CORRECTIONS_TITLE, STATUS
from generator.compose.pages import pages_of
from generator.core import Draft, Link
from generator.kinds._disclosure import Correction, disclosure_of
from generator.kinds._kind import Scope


@dataclass(frozen=True)
class Line:
    """One correction and the page that it was made on."""

    page: Link
    correction: Correction


def corrections(scope: Scope, drafts: Sequence[Draft]) -> Draft:
    found = sorted(_lines(drafts, scope.day), key=lambda line: line.correction.day, reverse=True)
    return Draft(
        CORRECTIONS,
        CORRECTIONS_TITLE,
        "duties/corrections.html",
        tuple(found),
        f"{scope.commune.name} đã sửa những gì sau khi đăng: trước ghi gì, nay ghi gì, ngày nào.",
        section=STATUS,
        also=(CORRECTIONS_SHORT,),
    )


def _lines(drafts: Iterable[Draft], day: date) -> Iterator[Line]:
    """What was corrected by the day; nothing to come."""
    records = {draft.record.source.path: draft.record for draft in drafts if draft.record}
    for path, page in pages_of(drafts).items():
        disclosure = disclosure_of(records[path])
        for correction in disclosure.corrections if disclosure else ():
            if correction.day <= day:
                yield Line(page, correction)
