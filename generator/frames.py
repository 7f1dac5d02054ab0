"""The frame around bodies, rendered once for pages that are alike but for what stands in its slots.

A stand-in page is rendered with a mark in each slot; what stands between the marks is kept, and poured
together with each page's own. What is not known to be alike is rendered as it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Mapping
from copy import copy
from typing import Any

from jinja2 import Environment, Template
from markupsafe import escape

MARK = re.compile("\0(.*?)\0")
"""No page has this character: HTML knows none."""
META = frozenset({"title", "description", "section", "trail", "listed", "picture", "about"})
"""All that a page may tell the frame; with anything else it is rendered as it is."""


class Frames:
    """MkDocs' templates in one build; `linked` are the addresses that the frame itself leads to."""

    def __init__(self, env: Environment, linked: Collection[str]) -> None:
        self.env = env
        self.linked = linked
        self.known: dict[tuple[Template, Hashable], list[str]] = {}

    def get_template(self, name: str) -> _Framed:
        return _Framed(self, self.env.get_template(name))


class _Framed:
    """A template that remembers its frames; for MkDocs, a template as any other."""

    def __init__(self, frames: Frames, template: Template) -> None:
        self.frames = frames
        self.template = template

    def render(self, context: Mapping[str, Any]) -> str:
        page = context["page"]
        key = alike(page, self.frames.linked)
        if key is None:
            return self.template.render(context)
        known, slots = self.frames.known, _slots(page)
        if (self.template, key) not in known:
            html = self.template.render({**context, "page": _stand_in(page, slots)})
            known[self.template, key] = MARK.split(html)
        frame = known[self.template, key]
        return "".join(slots[part] if index % 2 else part for index, part in enumerate(frame))


def alike(page: Any, linked: Collection[str]) -> Hashable | None:
    """What the frame shows of a page beside its slots; None where that is not known.

    Links from two pages of one folder are the same where they lead neither to the pages nor below them.
    """
    meta = page.meta
    if meta.keys() != META or not meta["section"] or any(url.startswith(page.url) for url in linked):
        return None
    folder = page.url.rstrip("/").rpartition("/")[0]
    filled = tuple(name for name, value in _slots(page).items() if value)
    toc = tuple((entry.url, entry.title) for entry in page.toc)
    return folder, meta["section"], tuple(meta["trail"]), meta["listed"], filled, toc


def _slots(page: Any) -> dict[str, str]:
    """As they stand in the frame: titles, descriptions and linked data come ready, addresses do not."""
    return {
        "content": page.content,
        "title": page.meta["title"],
        "description": page.meta["description"],
        "about": page.meta["about"],
        "picture": str(escape(page.meta["picture"])),
        "canonical_url": str(escape(page.canonical_url or "")),
    }


def _stand_in(page: Any, slots: Mapping[str, str]) -> Any:
    marks = {name: f"\0{name}\0" for name, value in slots.items() if value}
    stand_in = copy(page)
    stand_in.content, stand_in.canonical_url = marks.get("content", ""), marks.get("canonical_url")
    stand_in.meta = {name: marks.get(name, value) for name, value in page.meta.items()}
    return stand_in
