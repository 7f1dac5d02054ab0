"""Sheets of a commune to PDF."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.compose import frame
from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet
from generator.paper.link import link_of
from generator.resources import TEMPLATES
from generator.typeset import printable, typeset
from generator.words.dates import say_day

FOLDER = TEMPLATES / "paper"


class Size(StrEnum):
    """Paper sizes (ISO 216)."""

    A4 = "a4"
    A3 = "a3"


@dataclass(frozen=True)
class Paper:
    """One PDF."""

    name: str
    """Its file, without ".pdf": "du-an/DA-2026-01"; the first part is what `--kind` asks for."""
    title: str
    sheets: tuple[Sheet, ...]
    record: str = ""
    """What `--record` calls it, where that is not the end of its name: one record has several minutes."""

    @property
    def kind(self) -> str:
        return self.name.partition("/")[0]

    @property
    def id(self) -> str:
        return self.record or self.name.rpartition("/")[2]


def press(paper: Paper, scope: Scope, size: Size = Size.A4) -> bytes:
    """The PDF; the same bytes for the same records and day."""
    return typeset(FOLDER, _job(paper, scope, size), scope.day)


def _job(paper: Paper, scope: Scope, size: Size) -> dict[str, Any]:
    site = frame(scope, ())
    return {
        "title": printable(paper.title),
        "size": size.value,
        "day": say_day(scope.day),
        "commune": scope.commune.name,
        "office": scope.commune.office,
        "above": site.above,
        "notice": site.notice,
        "sheets": [_sheet(sheet, site.base or "") for sheet in paper.sheets],
    }


def _sheet(sheet: Sheet, base: str) -> dict[str, Any]:
    link = link_of(f"{base}{sheet.url}") if base and sheet.url else None
    return {
        "title": printable(sheet.title),
        "template": sheet.template,
        "facts": printable(dict(sheet.facts)),
        "link": {"address": link.shown, "qr": link.svg} if link else None,
    }
