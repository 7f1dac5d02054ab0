"""Finding one's way: links, addresses, the site map, the menu, A–Z, search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.audit.page import Page
from generator.audit.site import Site
from generator.audit.verdict import NONE, Fault, Judge, Tried, each, tried

A_TO_Z = "a-z/"
ABROAD = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
LOCATION = re.compile(r"<loc>([^<]*)</loc>")


def links(site: Site, day: date) -> Tried:
    """Each link inside the site leads to a page or file, and to a place of that page where it names one.

    So does what a page fetches by itself: pictures, styles, scripts.
    """

    def test(page: Page) -> Iterator[Fault]:
        fetched = (load for load in page.loads if "<" not in load)  # an iframe may carry a whole page
        for href in dict.fromkeys((*(link.href for link in page.links), *fetched)):
            if said := _broken(site, page, href.strip()):
                yield Fault(said, page.address)

    return each(site.pages.values(), test)


def _broken(site: Site, page: Page, href: str) -> str:
    path, _, id = href.partition("#")
    if ABROAD.match(href) and not (site.base and href.startswith(site.base)):
        return ""
    if href.startswith("//"):
        return ""
    target = site.inside(page.address, path) if path else page.address
    if target is None:
        return f"liên kết ra ngoài thư mục của trang: {href[:60]}"
    target = target.partition("?")[0]
    if not site.holds(target):
        return f"liên kết tới chỗ không có: {href[:60]}"
    known = site.pages.get(target)
    return f"liên kết tới mục không có: {href[:60]}" if id and known and id not in known.ids else ""


def addresses(site: Site, day: date) -> Tried:
    """Each page says its lasting address, and it is the one where it lies."""
    if not site.base:
        return NONE

    def test(page: Page) -> Iterator[Fault]:
        if page.canonical != site.base + page.address:
            yield Fault("địa chỉ ghi trong trang khác chỗ trang nằm", page.address)

    return each(site.full, test)


def search_engines(site: Site, day: date) -> Tried:
    """Every page that search engines may list stands in the site map; robots.txt hides none of the pages."""
    listed = [p for p in site.full if "noindex" not in p.metas.get("robots", "")]
    if not (site.joined and site.base and listed):
        return NONE
    told = set(LOCATION.findall(site.content("sitemap.xml").decode("utf-8", "replace")))
    missing = [page.address for page in listed if site.base + page.address not in told]
    faults = [Fault("không có trong sơ đồ trang (sitemap.xml)", at) for at in missing]
    robots = site.content("robots.txt").decode("utf-8", "replace").lower().split("\n")
    if any(line.replace(" ", "") in ("disallow:/", "disallow:/*") for line in robots):
        faults.append(Fault("robots.txt chặn mọi trang"))
    return tried(len(listed), faults)


def menu(site: Site, day: date) -> Tried:
    home = site.pages.get("")
    first = [text for _, text in home.menu] if home else []
    if not first:
        return tried(1, [Fault("trang đầu không có mục lục")])

    def test(page: Page) -> Iterator[Fault]:
        if [text for _, text in page.menu] != first:
            yield Fault("mục lục khác trang đầu", page.address)

    return each(site.full, test)


def a_to_z(site: Site, day: date) -> Tried:
    """The list that finds every page without JavaScript, itself or by its section: lists of persons are left out."""
    page = site.pages.get(A_TO_Z)
    if page is None:
        return tried(1, [Fault("không có trang tra cứu A–Z", A_TO_Z)])
    named = _led_to(site, page)
    by_section = (
        section for address in named if (section := site.pages.get(address)) and _is_section(address)
    )
    found = named.union(*(_led_to(site, section) for section in by_section))
    missing = [each.address for each in site.posted if each.address not in found]
    return tried(len(site.posted) or 1, (Fault("không có trong bảng A–Z", at) for at in missing))


def _led_to(site: Site, page: Page) -> set[str]:
    """Where the main part of a page leads within the site."""
    main = (link.href.partition("#")[0] for link in page.links if link.area == "main")
    return {address for href in main if (address := site.inside(page.address, href)) is not None}


def _is_section(address: str) -> bool:
    return address.count("/") == 1


def search(site: Site, day: date) -> Tried:
    """A field for searching on the home page, its script, and the index that the script reads."""
    home = site.pages.get("")
    if home is None:
        return NONE
    scripts = [path for load in home.loads if load.endswith(".js") and (path := site.inside("", load))]
    lacks = {
        "trang đầu không có ô tìm": any(site.inside("", form) == A_TO_Z for form in home.forms),
        "thiếu chương trình tìm": bool(scripts) and all(map(site.holds, scripts)),
        "thiếu bảng chỉ mục của phần tìm (thư mục tim/)": site.holds("tim/pagefind-entry.json"),
    }
    return tried(1, (Fault(what) for what, has in lacks.items() if not has))


JUDGES: dict[str, Judge] = {
    "TC-DC-01": links,
    "TC-DC-02": addresses,
    "TC-DC-03": search_engines,
    "TC-DH-01": menu,
    "TC-DH-02": a_to_z,
    "TC-DH-03": search,
}
