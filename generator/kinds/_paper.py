"""What a kind says on paper: one sheet is drawn by one Typst template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.core import Record
from generator.words.sentences import unmarked


@dataclass(frozen=True)
class Sheet:
    """One paper, of one page where it fits."""

    name: str
    """Its file, without ".pdf" and unique in a commune: "du-an/DA-2026-01"; the first part is its `--kind`."""
    title: str
    template: str
    """In `site_templates/paper/`: "project/board.typ"; it exports `paper(sheet, job)`."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What the template gets: texts, numbers, lists and dicts of them. A text is shown as it is written."""
    url: str = ""
    """Address inside the site of the page that it comes from; its QR code leads there."""
    record: Record[Any] | None = None
    """Whose posting it serves; None for what is made of many records."""


def paragraphs(prose: str) -> list[str]:
    """Lines of a Markdown text as they stand on paper: without marks; empty ones are gone."""
    return [" ".join(line.split()) for line in unmarked(prose).splitlines() if line.strip()]
