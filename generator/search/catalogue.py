"""The province's procedures as entries, and their part of the index, made once for all communes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path

from generator.compressed import compress
from generator.core import Draft, File
from generator.digests import digest_of_text
from generator.digests import program as our_program
from generator.files import lay_out, shared_files
from generator.kept import kept
from generator.kinds.procedure import KIND
from generator.kinds.procedure.catalogue import url_of
from generator.province import Procedure, Province, Summary
from generator.province.procedures import InForce
from generator.search.entries import Entry, entry
from generator.search.index import indexed, program
from generator.stages import stage

SEARCH, BELOW = "tim/", "thu-tuc/"
FOLDER = f"{SEARCH}{BELOW}"
SHARED, PROGRAM = "thu-tuc", "chuong-trinh"
NOTES = {InForce.FUTURE: "Chưa áp dụng", InForce.ENDED: "Đã hết áp dụng", InForce.CURRENT: ""}


@dataclass(frozen=True)
class Catalogue:
    """The pages of procedures that a shared index leads to, and its files."""

    titles: frozenset[tuple[str, str]]
    """(address, title) of each page: who lacks one of them cannot share the index."""
    files: tuple[File, ...]
    program: tuple[File, ...] = ()
    """What searches in the browser."""


@stage("Chỉ mục tìm kiếm")
def catalogue(province: Province, day: date, full: bool = True) -> Catalogue:
    """The index of every procedure; without `full` only the names, which cost nothing."""
    entries = tuple(
        _entry(procedure, province, day) for _, procedure in sorted(province.procedures.items())
    )
    titles = frozenset((one.url, one.title) for one in entries)
    found = _indexed(entries, full) if entries else ()
    return Catalogue(titles, found, program(SEARCH) if full else ())


def laid_out(index: Catalogue, folder: Path, packed: bool) -> Catalogue:
    """The same with its files below a new folder, which all sites of a build share; `packed` with .gz and .br."""
    lay_out(index.files, folder / SHARED)
    lay_out(index.program, folder / PROGRAM)
    if packed:
        compress(folder)
    files, own = (tuple(shared_files(folder / part)) for part in (SHARED, PROGRAM))
    return replace(index, files=files, program=own)


def _indexed(entries: tuple[Entry, ...], full: bool) -> tuple[File, ...]:
    """The same catalogue is indexed once, and taken over by later builds."""
    if not full:
        return indexed(entries, FOLDER, full)

    key = digest_of_text(f"{our_program()} {entries!r}")
    made = kept("tim-thu-tuc", key, lambda folder: lay_out(indexed(entries, FOLDER), folder))
    return tuple(_in_memory(made)) if made else indexed(entries, FOLDER)


def _in_memory(folder: Path) -> Iterator[File]:
    """What is kept may be cleared away while sites are built."""
    for file in shared_files(folder):
        yield File(file.path, (folder / file.path).read_bytes())


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
