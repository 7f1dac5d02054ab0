"""What a page does behind the reader's back: foreign requests, cookies, weight; and what it says of itself."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from datetime import date

from generator.audit.page import Page
from generator.audit.site import DUTIES, Site
from generator.audit.verdict import NONE, Fault, Judge, Tried, each, tried

ABOUT = "ve-trang-nay/"
FOREIGN = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}|[a-z][a-z0-9+.-]*:", re.IGNORECASE)
HARMLESS = re.compile(r"data:", re.IGNORECASE)
STYLE_LOADS = re.compile(
    r"""url\(\s*["']?([^"')\s]{1,2000})|@import\s*["']([^"']{1,2000})""", re.IGNORECASE
)
SCRIPT_LOADS = re.compile(r"""["'`]((?:https?:|wss?:)?//[^"'`\s]{3,200})""", re.IGNORECASE)
NAMESPACES = ("http://www.w3.org/", "https://www.w3.org/")
"""Names of vocabularies, which nobody fetches."""
COOKIES = re.compile(r"document\s*\.\s*cookie|cookieStore", re.IGNORECASE)
KB = 1024
MOST = {"HTML": 15 * KB, "kiểu dáng": 32 * KB, "chương trình": 45 * KB, "cả lần mở đầu": 90 * KB}
"""Compressed (DESIGN §7)."""


def _foreign(site: Site, url: str) -> bool:
    own = site.base and url.startswith(site.base)
    return bool(FOREIGN.match(url)) and not HARMLESS.match(url) and not own


def _in_style(site: Site, text: str) -> bool:
    return any(_foreign(site, found[1] or found[2]) for found in STYLE_LOADS.finditer(text))


def _in_script(site: Site, text: str) -> bool:
    found = SCRIPT_LOADS.findall(text)
    return any(not url.startswith(NAMESPACES) and _foreign(site, url) for url in found)


def _assets(site: Site, *endings: str) -> dict[str, str]:
    """Own scripts and styles that pages name, as text, by their path."""
    named = {
        site.inside(p.address, load)
        for p in site.pages.values()
        for load in p.loads
        if load.endswith(endings)
    }
    return {path: site.content(path).decode("utf-8", "replace") for path in sorted(filter(None, named))}


def third_parties(site: Site, day: date) -> Tried:
    def test(page: Page) -> Iterator[Fault]:
        loads = (load for load in page.loads if _foreign(site, load))
        yield from (Fault(f"tự tải từ nơi khác: {load[:60]}", page.address) for load in loads)
        if _in_style(site, page.styles) or _in_script(site, page.scripts):
            yield Fault("kiểu dáng, chương trình trong trang gọi ra nơi khác", page.address)
        forms = (form for form in page.forms if _foreign(site, form.strip()))
        yield from (Fault(f"mẫu điền gửi đi nơi khác: {form[:60]}", page.address) for form in forms)

    found = each(site.pages.values(), test)
    styles = (path for path, text in _assets(site, ".css").items() if _in_style(site, text))
    scripts = (path for path, text in _assets(site, ".js").items() if _in_script(site, text))
    more = [Fault("tệp kiểu dáng, chương trình gọi ra nơi khác", path) for path in (*styles, *scripts)]
    return tried(found.concerned, (*found.faults, *more))


def cookies(site: Site, day: date) -> Tried:
    def test(page: Page) -> Iterator[Fault]:
        if COOKIES.search(page.scripts) or "set-cookie" in page.metas:
            yield Fault("trang đặt cookie", page.address)

    found = each(site.pages.values(), test)
    scripts = (path for path, text in _assets(site, ".js").items() if COOKIES.search(text))
    more = [Fault("chương trình đặt cookie", path) for path in scripts]
    more += [Fault("máy chủ đặt cookie", at) for at in site.cookies]
    return tried(found.concerned, (*found.faults, *more))


def _about(site: Site, id: str, words: str, what: str) -> Tried:
    """A section of the page about the site, with the word that it cannot do without."""
    page = site.pages.get(ABOUT)
    if page is None:
        return tried(1, [Fault("không có trang “Về trang này”", ABOUT)])
    there = id in page.ids and words in page.text
    return tried(1, () if there else [Fault(what, ABOUT)])


def privacy(site: Site, day: date) -> Tried:
    return _about(site, "rieng-tu", "cookie", "không nói trang có ghi gì về người xem không")


def accessibility(site: Site, day: date) -> Tried:
    return _about(site, "ai-cung-dung-duoc", "WCAG", "không nói người khuyết tật dùng trang này thế nào")


def imprint(site: Site, day: date) -> Tried:
    """Whose site it is, reachable from every page."""
    whose = _about(site, "cua-ai", "", "không nói trang của ai")
    if whose.faults:
        return whose

    def test(page: Page) -> Iterator[Fault]:
        if not any(site.inside(page.address, link.href) == ABOUT for link in page.links):
            yield Fault("không dẫn tới “Về trang này”", page.address)

    return each(site.full, test)


def standing(site: Site, day: date) -> Tried:
    """A fictional commune, a site that was only prepared: both must say so on every page (DESIGN §4)."""
    prepared = site.json("trang.json").get("tinh_trang") == "cho_tiep_nhan"
    fictional = site.json(DUTIES).get("hu_cau") is True
    if not (prepared or fictional):
        return NONE
    words = "không có thật" if fictional else "chưa phải trang của"

    def test(page: Page) -> Iterator[Fault]:
        if words not in page.notice:
            yield Fault("không báo tình trạng của trang ở đầu trang", page.address)
        if "noindex" not in page.metas.get("robots", ""):
            yield Fault("để máy tìm kiếm liệt kê", page.address)

    return each(site.full, test)


def https(site: Site, day: date) -> Tried:
    """The address where it is read, or the one that its pages give."""
    address = site.address or site.base
    if not address:
        return NONE
    return tried(
        1, () if address.startswith("https://") else [Fault(f"địa chỉ không mã hóa: {address[:60]}")]
    )


def weight(site: Site, day: date) -> Tried:
    """What a browser fetches for a first view, compressed as servers do it; pictures are the record's own."""
    sizes = {path: _packed(site, path) for path in _assets(site, ".css", ".js")}
    fonts = {path for path, text in _assets(site, ".css").items() if "@font-face" in text}

    def test(page: Page) -> Iterator[Fault]:
        own = {site.inside(page.address, load) or "" for load in page.loads} - {""}
        first = {
            path for path in own if not re.search(r"assets/(?:tim|xep)\.", path)
        }  # fetched when asked for
        found = {
            "HTML": page.packed,
            "kiểu dáng": sum(sizes.get(path, 0) for path in first if path.endswith(".css")),
            "chương trình": sum(sizes.get(path, 0) for path in first if path.endswith(".js")),
        }
        found["cả lần mở đầu"] = sum(found.values())
        over = [kind for kind, most in MOST.items() if found[kind] > most]
        yield from (Fault(f"{kind} nặng hơn {MOST[kind] // KB} KB", page.address) for kind in over)
        if fonts & own:
            yield Fault("tải phông chữ riêng", page.address)

    found = each(site.pages.values(), test)
    unread = (Fault("trang lớn quá mức đọc được", at) for at in site.unread)
    return tried(found.concerned + len(site.unread), (*found.faults, *unread))


def _packed(site: Site, path: str) -> int:
    return len(gzip.compress(site.content(path), compresslevel=6, mtime=0))


def without_scripts(site: Site, day: date) -> Tried:
    def test(page: Page) -> Iterator[Fault]:
        if len(page.text.split()) < FEWEST_WORDS:
            yield Fault("gần như không có chữ khi tắt JavaScript", page.address)

    return each(site.full, test)


FEWEST_WORDS = 30
"""In the main part; the shortest page of ours has twice as many."""

JUDGES: dict[str, Judge] = {
    "TC-RT-01": third_parties,
    "TC-RT-02": cookies,
    "TC-RT-03": privacy,
    "TC-RT-04": https,
    "TC-AI-01": imprint,
    "TC-AI-02": standing,
    "TC-TC-07": accessibility,
    "TC-NHE-01": weight,
    "TC-NHE-02": without_scripts,
}
