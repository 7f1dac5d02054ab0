"""What the pages of the documents show, worked out for one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.core import Link, Record
from generator.kinds._kind import Scope
from generator.kinds.document.model import DocumentType, OfficialDocument
from generator.words.dates import say_day

SECTION = "van-ban/"
BINDING = (DocumentType.DECISION, DocumentType.RESOLUTION, DocumentType.PLAN, DocumentType.RULES)
"""What is in force or not; a report or a list only tells."""


@dataclass(frozen=True)
class Sheet:
    """One document on a day."""

    url: str
    title: str
    """"Quyết định số 12/QĐ-UBND"."""
    document: OfficialDocument
    state: str
    tone: str
    replaced_by: Link | None
    replaces: tuple[Link, ...]
    """The chain of what it replaced, nearest first."""
    duties: tuple[tuple[str, str], ...]
    """Id and plain title of what it fulfils."""


@dataclass(frozen=True)
class Known:
    """What a sheet looks up by id; worked out once for all documents."""

    documents: dict[str, OfficialDocument]
    newer: dict[str, OfficialDocument]
    """By the id of a document, the one that replaced it."""
    titles: dict[str, str]
    """Of the duties."""


def known_of(scope: Scope) -> Known:
    documents = {each.data.id: each.data for each in scope.commune.all("document")}
    newer: dict[str, OfficialDocument] = {}
    for document in documents.values():
        for id in document.replaces:
            newer.setdefault(id, document)
    return Known(documents, newer, {duty.id: duty.title for duty in scope.province.duties})


def sheets(scope: Scope) -> tuple[Sheet, ...]:
    """Every document, in the order of the records."""
    known = known_of(scope)
    return tuple(sheet(record, scope, known) for record in scope.commune.all("document"))


def latest_first(found: Iterable[Sheet]) -> tuple[Sheet, ...]:
    return tuple(sorted(found, key=lambda each: (each.document.day, each.url), reverse=True))


def sheet(record: Record[OfficialDocument], scope: Scope, known: Known | None = None) -> Sheet:
    known, document = known or known_of(scope), record.data
    newer = known.newer.get(document.id)
    state, tone = _state(document, newer, scope)
    return Sheet(
        url=f"{SECTION}{record.id}/",
        title=_title(document),
        document=document,
        state=state,
        tone=tone,
        replaced_by=_link(newer) if newer else None,
        replaces=tuple(_link(each) for each in _chain(document, known.documents)),
        duties=tuple((id, known.titles[id]) for id in document.duties if id in known.titles),
    )


def _title(document: OfficialDocument) -> str:
    number = f" số {document.number}" if document.number else f" ngày {say_day(document.day)}"
    return f"{document.type.label}{number}"


def _link(document: OfficialDocument) -> Link:
    return Link(f"{_title(document)}: {document.subject}", f"{SECTION}{document.id}/")


def _state(document: OfficialDocument, newer: OfficialDocument | None, scope: Scope) -> tuple[str, str]:
    """In words, with the tone of its tag."""
    if newer and newer.in_force(scope.day):
        return "Đã có văn bản khác thay thế", "vua"
    if document.until and document.until < scope.day:
        return f"Hết hiệu lực từ sau ngày {say_day(document.until)}", "vua"
    if not document.in_force(scope.day):
        return f"Có hiệu lực từ {say_day(document.starts)}", "tin"
    return ("Đang có hiệu lực", "tot") if document.type in BINDING else (document.type.label, "tin")


def _chain(document: OfficialDocument, known: dict[str, OfficialDocument]) -> tuple[OfficialDocument, ...]:
    """What it replaced, what that replaced, and so on; each once, so that a circle ends."""
    found: dict[str, OfficialDocument] = {}
    waiting = list(document.replaces)
    while waiting:
        id = waiting.pop(0)
        if id in known and id not in found and id != document.id:
            found[id] = known[id]
            waiting.extend(known[id].replaces)
    return tuple(found.values())
