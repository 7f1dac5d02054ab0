"""Text to PDF by Typst: what is said goes in as data, never as markup, so no text can give it orders."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from generator.typeset.glyphs import printable

if TYPE_CHECKING:
    from typst import Compiler

__all__ = ["printable", "typeset"]
MAIN = "press.typ"
STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): read aloud in order by a screen reader; Typst refuses what it cannot draw."""


def typeset(folder: Path, job: Mapping[str, Any], day: date) -> bytes:
    """The PDF that the templates of a folder make of a job; the same bytes for the same job and day."""
    made = _compiler(folder).compile(
        sys_inputs={"job": json.dumps(job, ensure_ascii=False)},
        format="pdf",
        pdf_standards=STANDARD,
        timestamp=datetime.combine(day, time(), UTC),
    )
    return cast(bytes, made)


@cache
def _compiler(folder: Path) -> Compiler:
    """One for the whole run: fonts are read once, templates parsed once. Only fonts that the packages carry."""
    import font_source_sans_pro
    import typst

    own = Path(font_source_sans_pro.__file__).parent / "files"
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[own])
    return typst.Compiler(folder / MAIN, root=folder, font_paths=fonts, ignore_system_fonts=True)
