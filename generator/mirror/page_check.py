"""Whether a page that somebody else built may be shown under the province's name.

Only what the pages of this program are made of passes: each `<` begins one of their tags, written as they
write it. What is not known is refused, so no list of tricks is needed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache

from generator.linked_data import CONTEXT
from generator.mirror.page_parts import (
    ATTRIBUTES,
    EVERYWHERE,
    LINKS,
    METAS,
    OWN_SCRIPT,
    OWN_SEARCH,
    SEARCH_PAGE,
)
from generator.resources import TEMPLATES

START = re.compile(r"\s*<!doctype html>\s*<html[^<>]*>\s*<head>\s*<meta charset=\"utf-8\">", re.IGNORECASE)
"""The encoding is said first, so that no browser guesses another one."""
DOCTYPE = re.compile(r"<!doctype html>", re.IGNORECASE)
TAG = re.compile(r"<([a-z][a-z0-9]*)((?:\s+[A-Za-z-]+(?:=\"[^\"<]*\")?)*)\s*/?>|</([a-z][a-z0-9]*)>")
PAIR = re.compile(r"\s+([A-Za-z-]+)(?:=\"([^\"<]*)\")?")
LONGEST_LINKED = 100_000
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|nbsp|#34|#39|#x27);)")
PLAIN = re.compile(r"[^<]*")
FORWARD = re.compile(r'<meta http-equiv="refresh" content="0; url=\.\./[a-z0-9-]+/">')
LINKED = re.compile(r'<script type="application/ld\+json">([^<>&]*)</script>')
"""What a page says to programs: browsers do not run it, and none of these signs can lead out of it."""
FETCHED = rf' data-tim="{OWN_SEARCH[0]}" data-xep="{OWN_SEARCH[1]}"'
SCRIPT = re.compile(rf'<script defer src="{OWN_SCRIPT}"(?:{FETCHED})?></script>')
TITLE = re.compile(r"<title>[^<]*</title>")
RELATIVE = re.compile(r"(?![\\/]{2})[^\x00-\x20\\:]*(?:[/?#][^\x00-\x20\\]*)?")
ABROAD = re.compile(r"(?:https?://|mailto:|tel:|geo:|webcal://)[^\x00-\x1f\\]*", re.IGNORECASE)
SITEMAP = re.compile(
    r'<\?xml version="1\.0" encoding="UTF-8"\?>\n<urlset xmlns="http://www\.sitemaps\.org/schemas/sitemap/0\.9">\n'
    r"(?:<url><loc>https?://[^<>\s]*</loc>(?:<lastmod>\d{4}-\d\d-\d\d</lastmod>)?</url>\n)*</urlset>\n"
)


def wrong_in_page(text: str) -> str:
    """What a page of HTML must not have, in Vietnamese; empty where there is nothing of it."""
    if CONTROL.search(text):
        return "có ký tự điều khiển"
    if not START.match(text):
        return "phần đầu trang không phải do phần mềm này viết"
    place = PLAIN.match(text).end()  # type: ignore[union-attr]  # matches nothing too
    while place < len(text):
        end, wrong = _piece(text, place)
        if wrong:
            return wrong
        place = PLAIN.match(text, end).end()  # type: ignore[union-attr]
    return ""


def wrong_in_sitemap(text: str) -> str:
    """The same for the one kind of XML that our sites hold."""
    return "" if SITEMAP.fullmatch(text) else "sơ đồ trang không đúng mẫu"


def forwards(text: str) -> bool:
    """Whether a page, once it is right, leads on to another."""
    return FORWARD.search(text) is not None


def _piece(text: str, place: int) -> tuple[int, str]:
    """Where the tag, or what belongs together, that begins at a `<` ends; and what is wrong with it."""
    for whole in (DOCTYPE, FORWARD, SCRIPT, TITLE, _style()):
        if found := whole.match(text, place):
            return found.end(), ""
    if linked := LINKED.match(text, place):
        return linked.end(), "" if _is_linked(linked[1]) else "lời khai cho máy tìm kiếm không đúng mẫu"
    tag = TAG.match(text, place)
    if tag is None:
        return place, "có chỗ không viết như phần mềm này viết"
    if tag[3]:
        return tag.end(), "" if tag[3] in ATTRIBUTES else _strange(tag[3])
    return tag.end(), _wrong(tag[1], tag[2])


def _is_linked(text: str) -> bool:
    """Whether it is JSON-LD as our pages carry it: schema.org's words, a list of objects."""
    if len(text) > LONGEST_LINKED:
        return False
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return False
    if not isinstance(found, dict) or found.keys() != {"@context", "@graph"}:
        return False
    graph = found["@graph"]
    right = isinstance(graph, list) and all(isinstance(each, dict) for each in graph)
    return right and found["@context"] == CONTEXT


@cache
def _style() -> re.Pattern[str]:
    """The one style that stands inside pages: those of few words."""
    source = (TEMPLATES / "parts" / "tran.html").read_text(encoding="utf-8")
    found = re.search(r"<style>[^<]*</style>", source)
    return re.compile(re.escape(found[0]) if found else r"(?!)")


def _wrong(tag: str, written: str) -> str:
    if tag not in ATTRIBUTES:
        return _strange(tag)
    values: dict[str, str] = {}
    for name, value in _pairs(written):
        if name in values:
            return f"có mục ghi hai lần ở thẻ {tag} ({name})"
        if name not in ATTRIBUTES[tag] and not EVERYWHERE.fullmatch(name):
            return f"có mục lạ ở thẻ {tag} ({name[:20]})"
        if ENTITY.search(value):
            return f"có ký tự viết lạ ở thẻ {tag}"
        values[name] = value
    return SPECIAL[tag](values) if tag in SPECIAL else ""


def _pairs(written: str) -> Iterator[tuple[str, str]]:
    return ((pair[1], pair[2] or "") for pair in PAIR.finditer(written))


def _strange(tag: str) -> str:
    return f"có phần lạ ({tag[:20]})"


def _link(values: dict[str, str]) -> str:
    rule = LINKS.get(values.get("rel", ""))
    good = rule and rule.fullmatch(values.get("href", ""))
    return "" if good else "tự lấy kiểu dáng hoặc tệp từ nơi khác"


def _meta(values: dict[str, str]) -> str:
    named = values.get("name") or values.get("property") or "charset"
    charset = values.get("charset", "utf-8") == "utf-8"
    return "" if charset and METAS.fullmatch(named) else "phần đầu trang có mục lạ"


def _anchor(values: dict[str, str]) -> str:
    href = values.get("href", "")
    return "" if RELATIVE.fullmatch(href) or ABROAD.fullmatch(href) else "có liên kết chạy mã lệnh"


def _picture(values: dict[str, str]) -> str:
    return "" if RELATIVE.fullmatch(values.get("src", "")) else "tự lấy ảnh từ nơi khác"


def _input(values: dict[str, str]) -> str:
    return "" if values.get("type", "") in ("text", "search", "checkbox") else "có ô nhập lạ"


def _button(values: dict[str, str]) -> str:
    return "" if values.get("type", "") in ("button", "submit") else "có nút lạ"


def _form(values: dict[str, str]) -> str:
    """What is typed goes to the site's own A–Z page, and nowhere else."""
    own = SEARCH_PAGE.fullmatch(values.get("action", "")) and values.get("method", "") == "get"
    return "" if own else "có mẫu gửi đi nơi khác"


def _drawn(values: dict[str, str]) -> str:
    paints = (values.get(name, "") for name in ("fill", "stroke"))
    return (
        "" if all(re.fullmatch(r"[#A-Za-z0-9]*", paint) for paint in paints) else "tự lấy hình từ nơi khác"
    )


SPECIAL: dict[str, Callable[[dict[str, str]], str]] = {
    "a": _anchor,
    "button": _button,
    "form": _form,
    "img": _picture,
    "input": _input,
    "link": _link,
    "meta": _meta,
    "path": _drawn,
    "rect": _drawn,
}
