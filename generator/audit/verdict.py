"""Three verdicts on one criterion, and what they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.audit.page import Page
from generator.audit.site import Site

NAMED = 3
"""Pages named for each fault; the rest are counted."""


class Verdict(StrEnum):
    """What was found."""

    PASS = "pass"  # noqa: S105
    PARTIAL = "partial"
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Verdict.PASS: "đạt",
    Verdict.PARTIAL: "đạt một phần",
    Verdict.FAIL: "không đạt",
    Verdict.NOT_APPLICABLE: "không áp dụng",
}


@dataclass(frozen=True)
class Fault:
    """One thing wrong."""

    what: str
    """In Vietnamese, in small letters, the same for the same fault on many pages."""
    page: str | None = None
    """Address of the page, or path of the file; None where it is the whole site's."""
    slight: bool = False
    """Whether the criterion still holds in part, however many pages have it."""


@dataclass(frozen=True)
class Tried:
    """What a test found."""

    concerned: int
    """How many pages or files the criterion speaks of; 0 where it does not apply."""
    faults: tuple[Fault, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """Each page with a fault, once."""
        return tuple(dict.fromkeys(fault.page for fault in self.faults if fault.page is not None))


Judge = Callable[[Site, date], Tried]
NONE = Tried(0)
"""Nothing of the kind is disclosed."""


def tried(concerned: int, faults: Iterable[Fault]) -> Tried:
    return Tried(concerned, tuple(faults))


def each(pages: Iterable[Page], test: Callable[[Page], Iterable[Fault]]) -> Tried:
    """The same test for every page."""
    found = tuple(pages)
    return tried(len(found), (fault for page in found for fault in test(page)))


def verdict(found: Tried, tolerance: int) -> Verdict:
    """`tolerance` is how many percent of the pages may be wrong before the criterion fails."""
    if not found.concerned:
        return Verdict.NOT_APPLICABLE
    if not found.faults:
        return Verdict.PASS
    grave = [fault for fault in found.faults if not fault.slight]
    wrong = len({fault.page for fault in grave})
    whole = any(fault.page is None for fault in grave)
    failed = whole or wrong * 100 > tolerance * found.concerned
    return Verdict.FAIL if failed else Verdict.PARTIAL


def reason(found: Tried, none: str) -> str:
    """Why, in one line; `none` is said where the criterion does not apply."""
    if not found.concerned:
        return none
    if not found.faults:
        return f"{found.concerned} chỗ đã xem, đều đúng" if found.concerned > 1 else "đã xem, đúng"
    pages: dict[str, list[str]] = {}
    for fault in found.faults:
        pages.setdefault(fault.what, [])
        if fault.page is not None and fault.page not in pages[fault.what][-1:]:
            pages[fault.what].append(fault.page)
    return "; ".join(what + _places(places) for what, places in pages.items())


def _places(places: list[str]) -> str:
    if not places:
        return ""
    shown = ", ".join(place or "trang đầu" for place in places[:NAMED])
    more = f" và {len(places) - NAMED} trang nữa" if len(places) > NAMED else ""
    return f" ({shown}{more})"
