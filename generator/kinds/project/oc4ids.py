"""Projects in the Open Contracting for Infrastructure Data Standard, OC4IDS 0.9.5: what the record says, no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from generator.core import LICENCE_URL, File, Link, Record, Site, json_file
from generator.kinds._kind import Scope
from generator.kinds.project.choices import Sector, Status
from generator.kinds.project.model import Project
from generator.kinds.project.oc4ids_parts import Parties, contracts, documents, filled, moment, money
from generator.kinds.project.view import thon_links

NAME = "oc4ids.json"
ALL = f"du-an/{NAME}"
VERSION = "0.9"
"""As the package schema asks for it, without the last part."""
STATUS = {
    Status.PREPARING: "preparation",
    Status.RUNNING: "implementation",
    Status.DONE: "completion",
    Status.SETTLED: "completion",
    Status.STOPPED: "cancelled",
}
"""A project that pauses may be in any phase."""
SECTORS = {
    Sector.ROADS: ["transport"],
    Sector.EDUCATION: ["education"],
    Sector.HEALTH: ["health"],
    Sector.CULTURE: ["cultureSportsAndRecreation"],
    Sector.WATER: ["waterAndWaste"],
    Sector.POWER: ["energy"],
    Sector.OFFICE: ["governance"],
    Sector.FARMING: ["economy"],
}
"""Irrigation, markets and housing estates have no code that says just this."""


def downloads(scope: Scope) -> Iterator[Link]:
    if scope.commune.all("project"):
        yield Link("JSON theo chuẩn OC4IDS", ALL)


def exports(scope: Scope, site: Site) -> Iterator[File]:
    """One package of all projects, and one of each at an address that stays."""
    records: Sequence[Record[Project]] = scope.commune.all("project")
    found = {record.id: _project(record, scope, site) for record in records}
    if found:
        yield _package(ALL, list(found.values()), scope, site)
    for id, project in found.items():
        yield _package(f"du-an/{id}/{NAME}", [project], scope, site)


def _package(path: str, projects: list[dict[str, Any]], scope: Scope, site: Site) -> File:
    package = filled(
        {
            "uri": f"{site.base}{path}" if site.base else _urn(scope.commune.code, path),
            "publishedDate": moment(site.day),
            "version": VERSION,
            "publisher": {"name": site.publisher, "uri": site.base},
            "license": LICENCE_URL,
            "publicationPolicy": f"{site.base}ve-trang-nay/" if site.base else None,
            "projects": projects,
        }
    )
    return json_file(path, package)


def _urn(code: str, path: str) -> str:
    """A name that is the same for ever, where the site has no address yet (RFC 9562)."""
    return uuid5(NAMESPACE_URL, f"{code}/{path}").urn


def _project(record: Record[Project], scope: Scope, site: Site) -> dict[str, Any]:
    """By the project's own id behind the unit's code; that prefix is not registered with the standard."""
    project, id = record.data, f"{scope.commune.code}-{record.id}"
    parties = Parties(project)
    return {
        "id": id,
        "updated": moment(project.disclosure.last_changed),
        "language": "vi",
        "identifiers": [{"id": record.id}],
        "title": project.name,
        "description": project.size,
        "purpose": project.goal,
        "status": STATUS.get(project.status),
        "sector": SECTORS.get(project.sector) if project.sector else None,
        "publicAuthority": parties.reference(project.investor.name) if project.investor else None,
        "parties": parties.listed(),
        "period": _period(project.schedule.planned_start, project.deadline),
        "locations": _locations(project, scope),
        "budget": _budget(project),
        "completion": _completion(project),
        "metrics": [_work(project), _paid(project)],
        "documents": documents(project, site),
        "contractingProcesses": contracts(project, id, parties),
        "social": {"landCompensationBudget": money(project.clearance.cost) if project.clearance else None},
    }


def _period(start: date | None, end: date | None) -> dict[str, Any]:
    return {"startDate": moment(start), "endDate": moment(end)}


def _locations(project: Project, scope: Scope) -> list[dict[str, Any]]:
    words = ". ".join(
        filter(None, [project.place, ", ".join(link.text for link in thon_links(project, scope))])
    )
    spot = project.spot
    point = [float(spot.longitude), float(spot.latitude)] if spot else None
    geometry = {"type": "Point", "coordinates": point} if point else None
    return [{"id": "1", "description": words, "geometry": geometry}] if words or geometry else []


def _budget(project: Project) -> dict[str, Any]:
    sources = [
        {
            "id": f"{number}-{part.source.value}",
            "description": ". ".join(filter(None, [part.source.label, part.note])),
            "amount": money(part.amount),
        }
        for number, part in enumerate(project.funding, 1)
    ]
    years = [
        {
            "id": f"{number}-{part.year}",
            "amount": money(part.planned),
            "period": _period(date(part.year, 1, 1), date(part.year, 12, 31)),
        }
        for number, part in enumerate(project.years, 1)
    ]
    groups = [("nguon-von", "Nguồn vốn", sources), ("ke-hoach-von", "Kế hoạch vốn từng năm", years)]
    return {
        "amount": money(project.total),
        "budgetBreakdowns": [
            {"id": id, "description": title, "budgetBreakdown": parts}
            for id, title, parts in groups
            if parts
        ],
    }


def _completion(project: Project) -> dict[str, Any]:
    done = project.schedule.finish
    return {
        "endDate": moment(done),
        "endDateDetails": project.delay_reason if done else None,
        "finalValue": money(project.settlement.value) if project.settlement else None,
    }


def _work(project: Project) -> dict[str, Any]:
    observations = [
        {
            "id": f"{number}-{report.day.isoformat()}",
            "period": _period(None, report.day),
            "measure": float(report.percent),
            "unit": {"name": "%"},
            "notes": report.text,
        }
        for number, report in enumerate(project.reports, 1)
    ]
    title = "Khối lượng đã xong"
    return {"id": "physicalProgress", "title": title, "observations": observations} if observations else {}


def _paid(project: Project) -> dict[str, Any]:
    paid = project.disbursed
    if paid is None:
        return {}
    observation = {
        "id": paid.day.isoformat(),
        "period": _period(None, paid.day),
        "value": money(paid.amount),
        "notes": paid.note,
    }
    return {"id": "financialProgress", "title": "Đã giải ngân", "observations": [observation]}
