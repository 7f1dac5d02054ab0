"""Administrative procedures: the province's catalogue with what this commune says of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.core import Draft, Here
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds._linked import OFFICE
from generator.kinds._paper import Sheet as Paper
from generator.kinds.procedure.catalogue import (
    SECTION,
    Catalogue,
    Event,
    catalogue,
    event_links,
    life_events,
    url_of,
)
from generator.kinds.procedure.check import check
from generator.kinds.procedure.model import Line, LocalProcedures, Published
from generator.kinds.procedure.official import PORTAL
from generator.kinds.procedure.papers import papers as papers_of
from generator.kinds.procedure.sheet import Sheet, online, sheet
from generator.kinds.procedure.spoken import spoken

__all__ = ["KIND", "LocalProcedures"]
TITLE = "Thủ tục hành chính"


def pages(scope: Scope) -> Iterable[Draft]:
    sheets = sheets_of(scope)
    events = life_events(sheets, scope)
    yield _section(catalogue(sheets, events, scope), scope)
    for event in events:
        yield _event(event, scope)
    for found in sheets:
        yield _procedure(found, scope)


def rows(scope: Scope) -> Iterable[Line]:
    return map(_line, sheets_of(scope))


def entries(scope: Scope) -> Iterable[tuple[str, Line]]:
    """The lines of the table: the full texts are megabytes, the same in every commune, and beside each page."""
    return ((url_of(line.code), line) for line in rows(scope))


def card(scope: Scope) -> Card:
    sheets = sheets_of(scope)
    events = life_events(sheets, scope)
    total = catalogue(sheets, events, scope).total
    lines = (f"{total} thủ tục",) if total else ("Danh mục thủ tục: chưa công khai trên trang này.",)
    links = event_links(events)
    return Card("Làm giấy tờ, thủ tục", SECTION, lines, links, action="Xem mọi thủ tục")


def papers(scope: Scope) -> Iterable[Paper]:
    return papers_of(sheets_of(scope), scope)


def sheets_of(scope: Scope) -> tuple[Sheet, ...]:
    """Every procedure of the catalogue, by code."""
    return scope.once(_sheets)


def _sheets(scope: Scope) -> tuple[Sheet, ...]:
    return tuple(sheet(found, scope) for _, found in sorted(scope.province.procedures.items()))


def _section(facts: Catalogue, scope: Scope) -> Draft:
    return Draft(
        SECTION,
        TITLE,
        "procedure/list.html",
        facts,
        f"{facts.total} thủ tục hành chính ở {scope.commune.name}: mang theo gì, nộp ở đâu, bao lâu, bao nhiêu tiền.",
        record=scope.commune.one("procedure"),
        menu="Thủ tục",
    )


def _event(event: Event, scope: Scope) -> Draft:
    return Draft(
        event.url,
        event.event.title,
        "procedure/event.html",
        event,
        f"{event.event.title} ở {scope.commune.name}. {event.event.lead}",
        section=SECTION,
        listed=bool(event.entries),
    )


def _procedure(found: Sheet, scope: Scope) -> Draft:
    procedure, summary = found.procedure, found.summary
    return Draft(
        url_of(procedure.code),
        found.title,
        "procedure/sheet.html",
        found,
        f"{found.title[:100]}: mang theo gì, nộp ở đâu, bao lâu, bao nhiêu tiền. {scope.commune.name}, mã {procedure.code}.",
        section=SECTION,
        record=scope.commune.one("procedure"),
        data=Published.model_validate(
            {"ban_goc": procedure, "tom_tat": summary, "tai_xa": found.place.row}
        ),
        also=(found.official,) if found.official else (),
        about=(_service(found, scope),),
    )


def _service(found: Sheet, scope: Scope) -> dict[str, Any]:
    """The procedure as schema.org's GovernmentService; the commune provides it only where it says so."""
    procedure, row = found.procedure, found.place.row
    return {
        "@type": "GovernmentService",
        "name": found.title,
        "alternateName": found.official,
        "identifier": procedure.code,
        "serviceType": "; ".join(procedure.fields),
        "url": Here(url_of(procedure.code)),
        "areaServed": {"@type": "AdministrativeArea", "name": scope.commune.name},
        "provider": {"@type": "GovernmentOffice", "@id": OFFICE, "name": scope.commune.office}
        if row and row.received
        else None,
        "sameAs": found.portal.url if found.portal.url != PORTAL else None,
    }


def _line(found: Sheet) -> Line:
    procedure, row = found.procedure, found.place.row
    return Line.model_validate(
        {
            "ma": procedure.code,
            "ten": procedure.name,
            "ten_thuong_goi": found.summary.short_name if found.summary else None,
            "linh_vuc": "; ".join(procedure.fields),
            "thoi_han": found.text.time.flat,
            "phi": found.text.fee.flat,
            "truc_tuyen": online(procedure).flat,
            "tiep_nhan": found.place.received,
            "quay": row.desk if row else None,
            "dien_thoai": row.phone if row else None,
            "lien_ket": found.portal.url,
        }
    )


KIND = Kind(
    name="procedure",
    title=TITLE,
    section=SECTION,
    files=("thu-tuc.yml",),
    model=LocalProcedures,
    pages=pages,
    spoken=spoken,
    check=check,
    card=card,
    papers=papers,
    rows=rows,
    entries=entries,
    order=10,
    prominent=True,
)
