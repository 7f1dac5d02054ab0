"""Where a record stands on the site."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Draft, Link

STATUS, STATUS_TITLE = "cong-khai/", "Công khai đến đâu"
PLAN, PLAN_TITLE = "ke-hoach-cong-khai/", "Kế hoạch công khai"
QUARTERS, QUARTERS_TITLE = "danh-sach-cong-khai/", "Danh sách nội dung đã công khai"
CORRECTIONS, CORRECTIONS_TITLE = "dinh-chinh/", "Những lần đính chính"


def pages_of(drafts: Iterable[Draft]) -> dict[str, Link]:
    """The first page of each record, by the path of its file."""
    found: dict[str, Link] = {}
    for draft in drafts:
        if draft.record:
            found.setdefault(draft.record.source.path, Link(draft.title, draft.url))
    return found
