"""What a page says to programs: JSON-LD in the words of schema.org (JSON-LD 1.1), which no content can leave."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from generator.core import LICENCE_URL, Draft, Here, Site
from generator.kinds._disclosure import disclosure_of

CONTEXT = "https://schema.org"
MEDIA_TYPES = {
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""So that nothing within ends the script, begins a tag or is read as a character reference."""


def linked_data(draft: Draft, site: Site, titles: Mapping[str, str]) -> str:
    """Ready to stand in the page; nothing where search engines may not list it, or its address is unknown.

    A site that is not the commune's own, and the fictional one, so never claim to be an office.
    """
    if not (site.indexed and draft.listed and site.base):
        return ""
    found = [*draft.about, *_trail(draft, titles)]
    graph = [_full(each, site.base) for each in found]
    if not graph:
        return ""
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return text.translate(ESCAPED)


def _full(value: Any, base: str) -> Any:
    """With full addresses, without what is empty."""
    if isinstance(value, Here):
        return base + value
    if isinstance(value, Mapping):
        items = ((key, _full(item, base)) for key, item in value.items())
        return {key: item for key, item in items if item not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [_full(item, base) for item in value]
    return value


def dataset(draft: Draft, name: str, publisher: str, day: date) -> dict[str, Any]:
    """The table of a section in all its forms, told on the page of open data: there its weight hinders nobody."""
    disclosure = disclosure_of(draft.record)
    changed = disclosure.last_changed if disclosure else None
    return {
        "@type": "Dataset",
        "name": f"{draft.title}: {name}",
        "description": draft.description,
        "url": Here(draft.url),
        "license": LICENCE_URL,
        "isAccessibleForFree": True,
        "inLanguage": "vi",
        "dateModified": changed.isoformat() if changed and changed <= day else None,
        "creator": {"@type": "GovernmentOrganization", "name": publisher},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.text,
                "encodingFormat": MEDIA_TYPES.get(PurePosixPath(file.url).suffix),
                "contentUrl": Here(file.url),
            }
            for file in draft.downloads
        ],
    }


def _trail(draft: Draft, titles: Mapping[str, str]) -> list[dict[str, Any]]:
    """The way from the home page, as it stands above the title."""
    if not draft.section:
        return []
    steps = [("", "Trang chủ"), (draft.section, titles.get(draft.section, "")), (draft.url, draft.title)]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": Here(url)}
        for number, (url, name) in enumerate(steps, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]
