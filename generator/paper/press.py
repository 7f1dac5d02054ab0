"""Sheets to PDF: what is said goes to Typst as data, never as markup, so no text can give it orders."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from generator.compose import frame
from generator.kinds._kind import Scope
from generator.kinds._paper import Sheet
from generator.paper.glyphs import printable
from generator.paper.link import link_of
from generator.resources import TEMPLATES
from generator.words.dates import say_day

if TYPE_CHECKING:
    from typst import Compiler

FOLDER = TEMPLATES / "paper"
STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): read aloud in order by a screen reader; Typst refuses what it cannot draw."""


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
    job = _job(paper, scope, size)
    made = _compiler().compile(
        sys_inputs={"job": json.dumps(job, ensure_ascii=False)},
        format="pdf",
        pdf_standards=STANDARD,
        timestamp=datetime.combine(scope.day, time(), UTC),
    )
    return cast(bytes, made)


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


@cache
def _compiler() -> Compiler:
    """One for the whole run: fonts are read once, templates parsed once. Only fonts that the packages carry."""
    import font_source_sans_pro
    import typst

    folder = Path(font_source_sans_pro.__file__).parent / "files"
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])
    return typst.Compiler(FOLDER / "press.typ", root=FOLDER, font_paths=fonts, ignore_system_fonts=True)
