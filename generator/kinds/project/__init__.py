"""Investment projects: how far each is in money, time and work, who builds it, what was found."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Draft, Record
from generator.kinds._kind import Kind, Scope
from generator.kinds.project.check import check
from generator.kinds.project.model import Project
from generator.kinds.project.oc4ids import downloads, exports
from generator.kinds.project.overview import card, overview
from generator.kinds.project.paper import papers
from generator.kinds.project.spoken import spoken
from generator.kinds.project.table import rows
from generator.kinds.project.tasks import tasks
from generator.kinds.project.view import sheet

__all__ = ["KIND", "Project"]


def pages(scope: Scope) -> Iterable[Draft]:
    name = scope.commune.name
    yield Draft(
        "du-an/",
        "Dự án, công trình",
        "project/list.html",
        overview(scope),
        f"Dự án, công trình ở {name}: tiền đã chi, thời gian đã qua, khối lượng đã xong.",
        menu="Dự án",
    )
    for record in scope.commune.all("project"):
        yield _page(record, scope)


def _page(record: Record[Project], scope: Scope) -> Draft:
    project = record.data
    return Draft(
        f"du-an/{record.id}/",
        project.name,
        "project/project.html",
        sheet(record, scope),
        f"{project.name}: {project.status.label.lower()}; tiền, thời gian, khối lượng, nhà thầu, giám sát.",
        section="du-an/",
        record=record,
    )


KIND = Kind(
    name="project",
    title="Dự án, công trình",
    section="du-an/",
    files=("du-an/*.yml",),
    model=Project,
    pages=pages,
    check=check,
    spoken=spoken,
    card=card,
    papers=papers,
    rows=rows,
    tasks=tasks,
    exports=exports,
    downloads=downloads,
    order=30,
    prominent=True,
)
