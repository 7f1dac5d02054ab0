"""Parts of an OC4IDS 0.9.5 project: parties, documents, contracts; and how days and sums are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import quote

from generator.core import Site
from generator.kinds._disclosure import Document
from generator.kinds.project.choices import Procurement
from generator.kinds.project.model import Project
from generator.kinds.project.parts import Agency, Package
from generator.words.dates import say_day
from generator.words.fold import slug, unused

METHODS = {
    Procurement.OPEN: "open",
    Procurement.LIMITED: "limited",
    Procurement.APPOINTED: "direct",
    Procurement.REPEATED: "direct",
}
"""For other ways the code list of OCDS has no code that says just this; their words stand beside."""
DAYS = re.compile(r"([0-9]{1,4}) ngày")


def filled(value: Any) -> Any:
    """Without what is not disclosed, and without groups in which nothing is left."""
    if isinstance(value, dict):
        kept = {key: filled(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, "", [], {})}
    if isinstance(value, list):
        return [item for item in map(filled, value) if item not in (None, "", [], {})]
    return value


def moment(day: date | None) -> str | None:
    """A day as the date-time that the standard asks for: its first moment in Vietnam."""
    return f"{day.isoformat()}T00:00:00+07:00" if day else None


def money(dong: int | None) -> dict[str, Any] | None:
    return None if dong is None else {"amount": dong, "currency": "VND"}


class Parties:
    """Everybody who takes part, each named once; ids hold within the project."""

    def __init__(self, project: Project) -> None:
        self._found: dict[str, dict[str, Any]] = {}
        self._add(project.investor, "publicAuthority")
        self._add(project.management)
        for package in project.packages:
            if package.contractor:
                self._add(Agency.model_construct(name=package.contractor), "supplier")

    def listed(self) -> list[dict[str, Any]]:
        return list(self._found.values())

    def reference(self, name: str) -> dict[str, str]:
        return {"id": self._found[name]["id"], "name": name}

    def _add(self, agency: Agency | None, role: str | None = None) -> None:
        if agency is None:
            return
        party = self._found.setdefault(agency.name, {"id": str(len(self._found) + 1), "name": agency.name})
        if agency.address:
            party["address"] = {"streetAddress": agency.address}
        if agency.phone:
            party["contactPoint"] = {"telephone": agency.phone}
        if role and role not in party.setdefault("roles", []):
            party["roles"].append(role)


def contracts(project: Project, id: str, parties: Parties) -> list[dict[str, Any]]:
    """A summary of each package, by the name that it has from the plan on; its number comes with the contract.

    Whether it has ended is not in the record, so no status.
    """
    taken: set[str] = set()
    return [
        {
            "id": f"{id}-{unused(slug(package.name) or 'goi-thau', taken)}",
            "summary": _summary(package, parties),
        }
        for package in project.packages
    ]


def _summary(package: Package, parties: Parties) -> dict[str, Any]:
    days = DAYS.fullmatch(package.duration or "")
    method = package.method
    return {
        "externalReference": package.contract,
        "title": package.name,
        "tender": {
            "procurementMethod": METHODS.get(method) if method else None,
            "procurementMethodDetails": method.label if method else None,
            "costEstimate": money(package.estimate),
        },
        "suppliers": [parties.reference(package.contractor)] if package.contractor else None,
        "contractValue": money(package.price),
        "contractPeriod": {"durationInDays": int(days[1])} if days else None,
    }


def documents(project: Project, site: Site) -> list[dict[str, Any]]:
    found = [*_official(project, site), *_papers(project, site)]
    return [{"id": str(number), **document} for number, document in enumerate(found, 1)]


def _official(project: Project, site: Site) -> Iterator[dict[str, Any]]:
    """Decisions and minutes; a type only where the code list has just this one."""
    clearance, environment, settlement = project.clearance, project.environment, project.settlement
    named: list[tuple[str, str | None, Document | None]] = [
        ("Quyết định đầu tư", None, project.decision),
        *(("Điều chỉnh dự án", None, change.document) for change in project.changes),
        ("Phương án bồi thường", "resettlementPlan", clearance.plan if clearance else None),
        ("Môi trường", None, environment.document if environment else None),
        *(("Nghiệm thu", None, acceptance.document) for acceptance in project.acceptances),
        ("Quyết toán", None, settlement.document if settlement else None),
        ("Văn bản công khai", None, project.disclosure.document),
    ]
    for title, type, document in named:
        if document:
            day = f"ngày {say_day(document.day)}" if document.day else None
            yield {
                "documentType": type,
                "title": document.subject or title,
                "description": ", ".join(filter(None, [document.number, day])),
                "author": document.issuer,
                "url": _address(document.file, document.link, site),
            }


def _papers(project: Project, site: Site) -> Iterator[dict[str, Any]]:
    for paper in project.papers:
        yield {"title": paper.name, "url": _address(paper.file, paper.link, site)}
    for photo in project.photos:
        yield {
            "documentType": "illustration",
            "title": photo.alt,
            "url": _address(photo.file, None, site),
        }


def _address(file: str | None, link: str | None, site: Site) -> str | None:
    """The file on this site, where its address is known, else where the original stands."""
    return f"{site.base}{quote(file)}" if file and site.base else link
