"""Procedures of the national portal into the province's catalogue (`thu-tuc/<mã>.yml`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.canonical import put
from generator.core import Place, Problem, has_error, in_order
from generator.imports.procedures.changes import Change, Fate, missing, settle
from generator.imports.procedures.choose import Chosen, Told, choose
from generator.imports.procedures.findings import Doubt, Finding
from generator.imports.procedures.shelf import Shelf, read_shelf
from generator.imports.procedures.sources import Shape, Sources, read_sources
from generator.imports.procedures.suspects import shared, suspects
from generator.imports.procedures.write import RoundTripError, checked

__all__ = ["Change", "Doubt", "Fate", "Finding", "Order", "Report", "Shape", "import_procedures"]

REWRITTEN = (Fate.CHANGED, Fate.BACK)
FEW = 10
"""So many procedures may always end at once."""


@dataclass(frozen=True)
class Order:
    """What to import, and into which folder."""

    sources: tuple[Path, ...]
    out: Path
    day: date
    """The day of the import."""
    full: bool = False
    """Whether the sources are the whole catalogue: what they lack has ended."""
    many: bool = False
    """Whether more than half of the catalogue may end at once."""


@dataclass(frozen=True)
class Report:
    """What came of an import."""

    sources: Sources
    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    stale: tuple[Change, ...] = ()
    """Changes of procedures whose plain summary a person wrote from the text before."""

    @property
    def good(self) -> bool:
        return not has_error(self.problems)

    def of(self, fate: Fate) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.fate is fate)


def import_procedures(order: Order, told: Told = lambda doing, done, total: None) -> Report:
    """Read, map, compare and write; a record that cannot be used is a problem, the others go on.

    With an error nothing is marked as ended: what is missing may be what could not be read.
    """
    sources = read_sources(order.sources)
    chosen = choose(sources.items, order.day, told)
    shelf = read_shelf(order.out)
    problems = [*sources.problems, *chosen.problems, *shelf.problems]
    if order.full and not order.many:
        problems += _too_many(chosen, shelf, order.out)
    full = order.full and bool(chosen.procedures) and not has_error(problems)
    changes = (*_present(chosen, shelf, order.day), *_absent(chosen, shelf, full, order.day))
    problems += list(_write(changes, order.out, told))
    stale = tuple(c for c in changes if c.fate in REWRITTEN and c.procedure.code in shelf.summarised)
    return Report(sources, changes, _findings(chosen, shelf), in_order(problems), stale)


def _too_many(chosen: Chosen, shelf: Shelf, out: Path) -> Iterator[Problem]:
    """A part of the portal taken for the whole would end most of the catalogue."""
    gone = shelf.procedures.keys() - chosen.procedures.keys()
    if len(gone) > max(FEW, len(shelf.procedures) // 2):
        yield Problem(
            Place(out.as_posix()),
            "too_many_ended",
            f"nguồn thiếu {len(gone)} trong {len(shelf.procedures)} thủ tục đang có, chắc chưa phải danh mục đầy đủ",
            "Tải lại cho đủ. Nếu đúng là đã bãi bỏ nhiều như vậy, thêm --bo-nhieu.",
        )


def _present(chosen: Chosen, shelf: Shelf, day: date) -> Iterator[Change]:
    for code, procedure in chosen.procedures.items():
        if code not in shelf.unreadable:
            yield settle(procedure, code in chosen.over, shelf.procedures.get(code), day)


def _absent(chosen: Chosen, shelf: Shelf, full: bool, day: date) -> Iterator[Change]:
    for code, procedure in shelf.procedures.items():
        change = None if code in chosen.procedures else missing(procedure, full, day)
        if change:
            yield change


def _write(changes: Sequence[Change], out: Path, told: Told) -> Iterator[Problem]:
    out.mkdir(parents=True, exist_ok=True)
    for done, change in enumerate(changes, 1):
        path = out / f"{change.procedure.code}.yml"
        try:
            if change.writes:
                put(path, checked(change.procedure))
        except RoundTripError:
            yield Problem(
                Place(path.as_posix()),
                "round_trip",
                "ghi ra rồi đọc lại không giống bản ghi của nguồn, nên chưa ghi",
                "Gửi tệp nguồn cho người làm chương trình.",
            )
        told("Đang ghi", done, len(changes))


def _findings(chosen: Chosen, shelf: Shelf) -> tuple[Finding, ...]:
    procedures = chosen.procedures.values()
    doubts = [doubt for procedure in procedures for doubt in suspects(procedure, shelf.home)]
    found = dict.fromkeys([*chosen.findings, *doubts, *shared(procedures)])
    return tuple(
        sorted(found, key=lambda finding: (list(Doubt).index(finding.doubt), finding.what, finding.code))
    )
