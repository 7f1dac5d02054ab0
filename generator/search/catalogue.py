"""The province's procedures as entries, and their part of the index, made once for all communes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from generator.core import Draft, File
from generator.digests import digest_of_text, program
from generator.kept import kept
from generator.kinds.procedure import KIND
from generator.kinds.procedure.catalogue import url_of
from generator.province import Procedure, Province, Summary
from generator.province.procedures import InForce
from generator.search.entries import Entry, entry
from generator.search.index import indexed
from generator.stages import stage

FOLDER = "tim/thu-tuc/"
NOTES = {InForce.FUTURE: "Chưa áp dụng", InForce.ENDED: "Đã hết áp dụng", InForce.CURRENT: ""}


@dataclass(frozen=True)
class Catalogue:
    """The pages of procedures that a shared index leads to, and its files."""

    titles: frozenset[tuple[str, str]]
    """(address, title) of each page: who lacks one of them cannot share the index."""
    files: tuple[File, ...]


@stage("Chỉ mục tìm kiếm")
def catalogue(province: Province, day: date, full: bool = True) -> Catalogue:
    """The index of every procedure; without `full` only the names, which cost nothing."""
    entries = tuple(
        _entry(procedure, province, day) for _, procedure in sorted(province.procedures.items())
    )
    titles = frozenset((one.url, one.title) for one in entries)
    return Catalogue(titles, _indexed(entries, full) if entries else ())


def _indexed(entries: tuple[Entry, ...], full: bool) -> tuple[File, ...]:
    """The same catalogue is indexed once, and taken over by later builds."""
    if not full:
        return indexed(entries, FOLDER, full)

    def make(folder: Path) -> None:
        for file in indexed(entries, FOLDER):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content or b"")

    made = kept("tim-thu-tuc", digest_of_text(f"{program()} {entries!r}"), make)
    if made is None:
        return indexed(entries, FOLDER)
    paths = sorted(path for path in made.rglob("*") if path.is_file())
    return tuple(File(path.relative_to(made).as_posix(), path.read_bytes()) for path in paths)


def _entry(procedure: Procedure, province: Province, day: date) -> Entry:
    summary = province.summaries.get(procedure.code)
    title = summary.short_name if summary else procedure.name
    draft = Draft(url_of(procedure.code), title, "", also=(procedure.name,))
    body = "".join(f"<p>{escape(text)}</p>" for text in _texts(procedure, summary) if text)
    more = summary.words if summary else ()
    return entry(draft, body, KIND.title, more, province.words, NOTES[procedure.in_force(day)])


def _texts(procedure: Procedure, summary: Summary | None) -> Iterable[str]:
    """What a page of the procedure says in every commune, the plain words first.

    Without the steps and the legal bases: nearly the same in each, and half of all the bytes.
    """
    if summary:
        yield summary.lead
        yield from (f"{thing.what}. {thing.note or ''}" for thing in summary.bring)
        yield from summary.notes
    yield procedure.name
    yield from procedure.fields
    yield from (paper.name for case in procedure.dossier for paper in case.papers)
    yield from procedure.results
    yield procedure.conditions or ""
    yield procedure.code
