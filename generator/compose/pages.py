"""Addresses: where a record stands on the site, and how a full one ends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.core import Draft, Link, Record
from generator.province import Province

TRIAL = (
    "Dữ liệu thử: mọi số liệu, tên người, văn bản ở đây do máy sinh ra để thử phần mềm, không có thật,"
    " không phải của tỉnh hay của xã, phường nào."
)


def pages_of(drafts: Iterable[Draft]) -> dict[str, Link]:
    """The first page of each record, by the path of its file."""
    found: dict[str, Link] = {}
    for draft in drafts:
        if draft.record:
            found.setdefault(draft.record.source.path, Link(draft.title, draft.url))
    return found


def full_title(title: str, record: Record[Any] | None) -> str:
    """The title of a page; a document's says what it is about."""
    subject = getattr(record.data, "subject", None) if record else None
    unsaid = isinstance(subject, str) and subject not in title
    return f"{title}: {subject}" if unsaid else title


def noticed(province: Province, text: str = "") -> str:
    """What every page says of its standing: first that all of it is made up, where the province says so."""
    return " ".join(filter(None, (TRIAL if province.settings.trial else "", text)))


def slashed(address: str) -> str:
    return address.rstrip("/") + "/"
