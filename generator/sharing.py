"""What a link shows in Zalo and elsewhere: a picture with commune, title and date (Open Graph)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generator.core import Draft, File, Site
from generator.kinds._disclosure import disclosure_of
from generator.recalled import recalled_bytes
from generator.words.dates import say_day

NAME, HOME = "chia-se.png", "Trang công khai"


def picture_of(draft: Draft) -> str:
    """Address of the picture of a page: its own where it discloses or has none above it, else the one above.

    What search engines may not list has the picture of the whole site.
    """
    if not draft.listed:
        return NAME
    own = draft.record is not None or not draft.section
    return f"{draft.url if own else draft.section}{NAME}"


def pictures(drafts: Iterable[Draft], site: Site) -> Iterator[File]:
    """The pictures of a site, only where its full address is known: nobody could fetch them otherwise."""
    if site.base:
        made: set[str] = set()
        for draft in drafts:
            path = picture_of(draft)
            if path == f"{draft.url}{NAME}" and path not in made:
                made.add(path)
                title = draft.title if draft.url else HOME
                yield File(path, _drawn(site.above, site.name, title, _day(draft)))


def _drawn(*texts: str) -> bytes:
    """Drawn only where it is not known: that takes longer than all else that a page needs."""
    return recalled_bytes(f"anh {json.dumps(texts, ensure_ascii=False)}", lambda: _draw(*texts))


def _draw(*texts: str) -> bytes:
    from generator.link_picture import draw  # a tenth of a second, spared where every picture is known

    return draw(*texts)


def _day(draft: Draft) -> str:
    disclosure = disclosure_of(draft.record)
    changed = disclosure.last_changed if disclosure else None
    return f"Cập nhật ngày {say_day(changed)}" if changed else ""
