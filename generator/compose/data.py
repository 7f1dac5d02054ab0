"""The page of open data: every data file of a site by section, what each is for, and by which standards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.core import DATA, VALUES, WHOLE, Draft, Link
from generator.kinds import kinds
from generator.kinds._kind import Kind, Scope
from generator.kinds._people import by_value, data_lists_people, lists_people
from generator.linked_data import dataset

OPEN_DATA, OPEN_DATA_TITLE = "du-lieu/", "Dữ liệu mở"


@dataclass(frozen=True)
class Group:
    """The files of one section."""

    page: Link
    about: str
    files: tuple[Link, ...]


@dataclass(frozen=True)
class OpenData:
    """Facts of the page."""

    groups: tuple[Group, ...]
    apart: tuple[Link, ...]
    """Sections whose files stand on their own pages alone, since they list persons."""


def downloads(kind: Kind[Any], scope: Scope) -> tuple[Link, ...]:
    """A section with rows in every form that it comes in."""
    return (
        Link("Excel (XLSX)", f"{kind.section}{DATA}.xlsx"),
        Link("CSV", f"{kind.section}{DATA}.csv"),
        Link("JSON", f"{kind.section}{WHOLE}.json"),
        *(
            (Link("CSV từng giá trị", f"{kind.section}{VALUES}.csv"),)
            if by_value(kind) and kind.records(scope)
            else ()
        ),
        *kind.downloads(scope),
    )


def open_data(scope: Scope, drafts: Iterable[Draft], name: str, publisher: str) -> Draft:
    """`drafts` are the pages of all kinds; the first of each is its section's."""
    firsts: dict[str, Draft] = {}
    for draft in drafts:
        firsts.setdefault(draft.kind, draft)
    found = [(kind, firsts[kind.name]) for kind in kinds() if firsts[kind.name].table]
    return Draft(
        OPEN_DATA,
        OPEN_DATA_TITLE,
        "pages/du-lieu.html",
        OpenData(tuple(_groups(found)), tuple(_links(found))),
        f"Số liệu công khai của {scope.commune.name} để tải về: bảng Excel, CSV và tệp cho máy đọc.",
        also=("Tải bảng số liệu",),
        about=tuple(
            dataset(first, name, publisher, scope.day)
            for kind, first in found
            if not data_lists_people(kind)
        ),
    )


def _groups(found: Iterable[tuple[Kind[Any], Draft]]) -> Iterator[Group]:
    for kind, draft in found:
        if not lists_people(kind):
            yield Group(Link(kind.title, kind.section), draft.description, draft.downloads)


def _links(found: Iterable[tuple[Kind[Any], Draft]]) -> Iterator[Link]:
    return (Link(kind.title, kind.section) for kind, _ in found if lists_people(kind))
