"""What each message means: `docs/ma-loi.md`, one page for each first letter of a code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.resources import DOCS

ENTRY = re.compile(r"^## (\w+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
LISTED = re.compile(r"^- \[`(\w+)`\]\(#\1\)(?: – (.*))?$", re.MULTILINE)
GIVEN_BY = re.compile(r"^Nơi báo: .*$", re.MULTILINE)
"""Files of the program: of no use to a clerk."""


@dataclass(frozen=True)
class Message:
    """One code, its level in words, and what is said of it, as Markdown."""

    code: str
    level: str
    text: str

    @property
    def letter(self) -> str:
        """The page it stands on."""
        return self.code[0]


@cache
def messages() -> Mapping[str, Message]:
    """Every code of the program, in the order of the alphabet."""
    page = (DOCS / "ma-loi.md").read_text("utf-8")
    levels = {code: level or "" for code, level in LISTED.findall(page)}
    return {
        code: Message(code, levels[code], GIVEN_BY.sub("", text).strip())
        for code, text in ENTRY.findall(page)
        if code in levels
    }


def introduction() -> str:
    """What the page says before its list of codes, as Markdown."""
    page = (DOCS / "ma-loi.md").read_text("utf-8")
    return page.partition("\n## ")[0]
