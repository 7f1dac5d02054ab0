"""Officials and tasks (`can-bo.yml`): which post does what for citizens, where, and where to complain."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Draft
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.official.check import check
from generator.kinds.official.model import Officials, Post
from generator.kinds.official.paper import papers
from generator.kinds.official.spoken import spoken
from generator.kinds.official.view import sheet

__all__ = ["KIND", "Officials"]

TITLE = "Cán bộ nào lo việc gì"
SECTION = "can-bo/"


def pages(scope: Scope) -> Iterable[Draft]:
    yield Draft(
        SECTION,
        TITLE,
        "official/list.html",
        sheet(scope),
        f"Ở {scope.commune.name}, việc nào gặp cán bộ nào, phòng nào, gọi số nào; báo ai khi cán bộ làm chưa đúng.",
        record=scope.commune.one("official"),
        also=("Nhiệm vụ của cán bộ, công chức", "Phản ánh về cán bộ"),
    )


def rows(scope: Scope) -> Iterable[Post]:
    """One line a post."""
    for record in scope.commune.all("official"):
        yield from record.data.posts


def card(scope: Scope) -> Card:
    found = sheet(scope)
    line = (
        f"{found.count} chức danh: việc gì, phòng nào, gọi số nào"
        if found
        else "Chưa công khai trên trang này."
    )
    return Card(TITLE, SECTION, (line,))


KIND = Kind(
    name="official",
    title=TITLE,
    section=SECTION,
    files=("can-bo.yml",),
    model=Officials,
    pages=pages,
    spoken=spoken,
    papers=papers,
    check=check,
    card=card,
    rows=rows,
    order=35,
)
