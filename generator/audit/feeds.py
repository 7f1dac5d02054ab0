"""Atom feeds (RFC 4287) that a site offers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

from generator.audit.site import Site
from generator.audit.verdict import NONE, Fault, Judge, Tried, tried

ATOM = "{http://www.w3.org/2005/Atom}"


def feeds(site: Site, day: date) -> Tried:
    """Atom feeds (RFC 4287) that the pages name; a site without an address of its own can have none."""
    if not (site.base and site.joined):
        return NONE
    named = {site.inside(page.address, feed) for page in site.full for feed in page.feeds}
    paths = sorted(
        {path for path in named if path} | {p for p in site.files if p.endswith("cap-nhat.atom")}
    )
    if not paths or not site.pages[""].feeds:
        return tried(1, [Fault("trang đầu không mời theo dõi tin mới (Atom)")])
    return tried(len(paths), (fault for path in paths for fault in _wrong_feed(site, path, day)))


def _wrong_feed(site: Site, path: str, day: date) -> Iterator[Fault]:
    content = site.content(path)
    if not content or b"<!" in content:  # no declarations: entities can grow without end
        yield Fault("tin mới không đọc được", path)
        return
    try:
        feed = ElementTree.fromstring(content)  # noqa: S314  declarations are refused above
    except ElementTree.ParseError:
        yield Fault("tin mới không đọc được", path)
        return
    if feed.findtext(f"{ATOM}updated", "")[:10] > day.isoformat():
        yield Fault("tin mới ghi ngày ở sau ngày xét", path)
    for link in feed.iterfind(f"{ATOM}entry/{ATOM}link"):
        target = site.inside("", link.get("href", ""))
        if link.get("rel") == "alternate" and target is not None and not site.holds(target):
            yield Fault("tin mới dẫn tới trang không có", path)


JUDGES: dict[str, Judge] = {"TC-TIN-01": feeds}
