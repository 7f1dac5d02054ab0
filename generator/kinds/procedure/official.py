"""What the page of a procedure says in every commune alike: the official text, worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from generator.core import Link
from generator.kinds.procedure.answer import Answer
from generator.kinds.procedure.dossier import Group, dossier
from generator.kinds.procedure.ways import CaseTime, Way, case_times, fee_answer, time_answer, ways
from generator.province import Procedure, Province, Summary
from generator.province.procedures import LegalBasis
from generator.words.fold import fold

PORTAL = "https://dichvucong.gov.vn/"
DEEP = PORTAL + "thu-tuc-hanh-chinh/{id}"
SHEET_TEXT = 6_000
"""Characters of papers that two sides of A4 hold beside the rest."""
LONG_TEXT = 1_200
"""Official text above so many characters is folded."""


@dataclass(frozen=True)
class Agency:
    """Who has which part in a procedure; no names means that the source gives none."""

    part: str
    names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Official:
    """Facts of a procedure that no commune and no day changes; official text is passed on as it is."""

    procedure: Procedure
    summary: Summary | None
    groups: tuple[Group, ...]
    ways: tuple[Way, ...]
    case_times: tuple[CaseTime, ...]
    agencies: tuple[Agency, ...]
    basis: tuple[LegalBasis, ...]
    portal: Link
    time: Answer
    fee: Answer

    @property
    def papers_told(self) -> bool:
        """Whether the summary says what to bring, so that the one-sheet print can do without the official list."""
        return bool(self.summary and self.summary.bring)

    @property
    def on_one_sheet(self) -> int:
        """How many groups of papers the one-sheet print has room for; the others stand on the page."""
        lengths = accumulate(0 if group.folded else group.length for group in self.groups)
        return max(1, sum(length <= SHEET_TEXT for length in lengths))

    @property
    def long_conditions(self) -> bool:
        return len(self.procedure.conditions or "") > LONG_TEXT


def official(province: Province, procedure: Procedure) -> Official:
    return Official(
        procedure=procedure,
        summary=province.summaries.get(procedure.code),
        groups=dossier(procedure),
        ways=ways(procedure),
        case_times=case_times(procedure),
        agencies=tuple(agencies(procedure)),
        basis=tuple(_once(procedure.basis)),
        portal=portal(procedure),
        time=time_answer(procedure),
        fee=fee_answer(procedure),
    )


def portal(procedure: Procedure) -> Link:
    """The official page by the portal's own id; without one its start page and the code to look for."""
    if procedure.portal_id:
        return Link("Bản gốc trên Cổng Dịch vụ công quốc gia", DEEP.format(id=procedure.portal_id))
    return Link(f"Mở Cổng Dịch vụ công quốc gia, tìm theo mã {procedure.code}", PORTAL)


def agencies(procedure: Procedure) -> Iterable[Agency]:
    receiving = [procedure.receiving] if procedure.receiving else []
    for part, names in (
        ("Ai thực hiện", procedure.executing),
        ("Ai quyết định", procedure.deciding),
        ("Ai phối hợp", procedure.coordinating),
        ("Nơi chỉ tiếp nhận", receiving),
    ):
        yield Agency(part, tuple(dict.fromkeys(names)))


def _once(basis: Iterable[LegalBasis]) -> Iterable[LegalBasis]:
    """Each document once by number and name; the source repeats some."""
    found: dict[tuple[str, str], LegalBasis] = {}
    for document in basis:
        found.setdefault((fold(document.number or ""), fold(document.name)), document)
    return found.values()
