"""A site that we built, taken apart: its frame once, and of each page what a peer needs to build it again.

Read from the HTML, so that a peer gets what readers get. Pages without our frame (404, forwarding
pages, the guide for staff) are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

PROVINCE = "_tinh"
"""The name of the province's own website, which stands at the root of ours."""
MARK = '<article class="than__chu'
"""What every page in our frame has; forwarding pages and the guide for staff have not."""
Links = tuple[tuple[str, str], ...]
"""(address, text) in turn; no address where the text leads nowhere."""
BODY = re.compile(r'<article class="than__chu md-typeset" id="noi-dung">(.*)</article>', re.DOTALL)
TITLE = re.compile(r'<meta property="og:title" content="([^"]*)">')
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
ABOUT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
NAME = re.compile(r'<meta property="og:site_name" content="([^"]*)">')
ABOVE = re.compile(r'<span class="dau__tren">(.*?)</span>')
NOTICE = re.compile(r'<aside class="bao".*?<p class="md-grid">(.*?)</p>', re.DOTALL)
SEARCH = re.compile(r'<a class="dau__tim" href="([^"]*)#tim">')
STYLE = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
SCRIPT = re.compile(r"<script defer [^>]*></script>")
SMALL = re.compile(r'<p class="cuoi__nho">(.*?)</p>', re.DOTALL)
CONTACT = re.compile(r'<p>(?:<a href="([^"]*)">)?([^<]*)(?:</a>)?</p>')
LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
BLANK = re.compile(r"\n\s*")


@dataclass(frozen=True)
class Page:
    """One page without its frame."""

    url: str
    """Inside its site, with a slash at its end; empty for the home page."""
    title: str
    description: str
    body: str
    """Finished HTML."""
    section: str
    """The address of its section among those of the menu; empty where it is in none."""
    trail: Links
    headings: Links
    listed: bool
    about: str
    """JSON-LD; empty where there is none."""

    @property
    def path(self) -> str:
        return f"{self.url.rstrip('/') or 'index'}.md"

    def source(self, site: str) -> str:
        """A Markdown file: front matter (YAML, each value as JSON), the body as one block of HTML.

        A blank line would end the block (CommonMark 4.6), so there is none.
        """
        meta = {
            "title": self.title,
            "description": self.description,
            "site": site,
            "here": self.url,
            "url": f"/{site}/{self.url}",
            "root": "../" * self.url.count("/"),
            "part": self.section,
            "trail": self.trail,
            "headings": self.headings,
            "listed": self.listed,
            "about": self.about,
        }
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in meta.items()]
        body = BLANK.sub("\n", self.body.strip())
        return "\n".join(["---", *lines, "---", f'<div class="than__ngoai">{body}</div>', ""])


@dataclass(frozen=True)
class Built:
    """A website of ours, in a folder."""

    name: str
    folder: Path
    others: frozenset[str] = frozenset()
    """Folders inside it that are websites of their own."""

    def files(self) -> Iterator[tuple[str, str]]:
        """(address inside the site, HTML) of each page in our frame."""
        for path in sorted(self.folder.rglob("index.html")):
            place = path.parent.relative_to(self.folder)
            if not self.others.intersection(place.parts[:1]):
                html = path.read_text("utf-8")
                if MARK in html:
                    yield "" if place == Path() else f"{place.as_posix()}/", html

    def pages(self) -> Iterator[Page]:
        return (_page(url, html) for url, html in self.files())

    def frame(self) -> dict[str, Any]:
        """What all its pages share, with addresses from its home page."""
        home = (self.folder / "index.html").read_text("utf-8")
        foot = _between(home, '<footer class="cuoi">', "</footer>")
        return {
            "name": _first(NAME, home),
            "above": _first(ABOVE, home),
            "notice": _first(NOTICE, home),
            "search": _first(SEARCH, home),
            "menu": _links(_between(home, '<nav class="muc"', "</nav>")),
            "contact": [(url, unescape(text)) for url, text in CONTACT.findall(foot)],
            "links": _links(_between(foot, "<ul>", "</ul>")),
            "small": _first(SMALL, foot),
            "styles": STYLE.findall(home),
            "script": "".join(SCRIPT.findall(home)),
        }


def sites(out: Path) -> tuple[Built, ...]:
    """Every website below a folder that `congkhai build` wrote: the communes', then the province's."""
    names = frozenset(path.parent.name for path in out.glob("*/trang.json"))
    return (*(Built(name, out / name) for name in sorted(names)), Built(PROVINCE, out, names))


def _page(url: str, html: str) -> Page:
    menu = _between(html, '<nav class="muc"', "</nav>")
    current = re.search(r'href="([^"]*)" aria-current', menu)
    return Page(
        url,
        _first(TITLE, html),
        _first(DESCRIPTION, html),
        _first(BODY, html, as_html=True),
        _inside(url, current[1]) if current else "",
        _links(_between(html, '<nav class="vet"', "</nav>")),
        _links(_between(html, '<nav class="muc-luc"', "</nav>")),
        'name="robots"' not in html,
        _first(ABOUT, html, as_html=True),
    )


def _inside(url: str, link: str) -> str:
    """The address inside the site that a relative link of a page leads to."""
    return urljoin(f"/{url}", link).removeprefix("/")


def _between(html: str, start: str, end: str) -> str:
    return html.partition(start)[2].partition(end)[0]


def _first(pattern: re.Pattern[str], html: str, as_html: bool = False) -> str:
    found = pattern.search(html)
    if not found:
        return ""
    return found[1] if as_html else unescape(found[1])


def _links(html: str) -> Links:
    return tuple((url, unescape(text)) for url, text in LINK.findall(html))
