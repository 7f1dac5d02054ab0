"""What the criteria need to know of a page, told once; its tree is then forgotten."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.audit.names import nameless
from generator.audit.tree import Element, read_tree

FETCHING = {
    "audio": ("src",), "embed": ("src",), "iframe": ("src", "srcdoc"), "image": ("href", "xlink:href"),
    "img": ("src", "srcset"), "input": ("src",), "object": ("data",), "script": ("src",),
    "source": ("src", "srcset"), "track": ("src",), "use": ("href", "xlink:href"), "video": ("src", "poster"),
    "base": ("href",), "body": ("background",),
}  # fmt: skip
"""Attributes that a browser fetches without being asked, or from which it fetches all others (`base`)."""
REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?[\"']?([^\"']*)", re.IGNORECASE)
"""Where a page leads on by itself (HTML, shared declarative refresh steps)."""
ABROAD = re.compile(r"(?:[a-z][a-z0-9+.-]*:|[\\/]{2})", re.IGNORECASE)
FETCHED_LINKS = frozenset({
    "stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch", "manifest",
    "apple-touch-icon", "prerender",
})  # fmt: skip
FETCHED_LATER = ("data-tim", "data-xep")
"""What our own script fetches when somebody searches."""
SESSIONS = ("data-buoi", "data-buoi-toi")
HEADING = re.compile(r"h[1-6]")


@dataclass(frozen=True, slots=True)
class Link:
    """Somewhere that a reader may go."""

    href: str
    text: str
    area: str
    """`header`, `main` or `footer`."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site; `address` is its place inside it, with a slash at its end: "du-an/DA-01/"."""

    address: str
    bytes: int
    packed: int
    """Bytes as a server sends them: gzip, level 6."""
    lang: str
    title: str
    metas: dict[str, str]
    """By name or http-equiv, in small letters."""
    canonical: str
    headings: tuple[Heading, ...]
    terms: tuple[tuple[str, str], ...]
    """What stands beside what in lists of facts (dt, dd)."""
    links: tuple[Link, ...]
    loads: tuple[str, ...]
    """Addresses that a browser fetches by itself."""
    feeds: tuple[str, ...]
    forms: tuple[str, ...]
    """Where what is typed goes."""
    ids: frozenset[str]
    nameless: tuple[str, ...]
    """Kinds of parts that a screen reader has no name for; see `names.py`."""
    bare_tables: int
    """Tables without a heading cell."""
    menu: tuple[tuple[str, str], ...]
    """(href, text) of the main menu."""
    text: str
    """What is read in the main part."""
    footer: str
    notice: str
    """What stands above all pages: that the commune is fictional, that the site was only prepared."""
    scripts: str
    styles: str
    sessions: tuple[str, ...]
    """When sessions of reception end: "2026-11-26T11:30"."""

    @property
    def bare(self) -> bool:
        """A page of few words, without menu and footer: the one for lost addresses, one that leads on in the site."""
        return self.address == "404.html" or bool(self.forward and not ABROAD.match(self.forward))

    @property
    def forward(self) -> str:
        """Where it leads on by itself; empty where it stays."""
        return forward(self.metas)

    def term(self, name: str) -> str:
        """What stands beside the first term of that name; empty where there is none."""
        return next((value for term, value in self.terms if term == name), "")


def forward(metas: Mapping[str, str]) -> str:
    """The address in a page's refresh; empty where there is none."""
    found = REFRESH.match(metas.get("refresh", ""))
    return found[1].strip() if found else ""


def read_page(address: str, text: str, packed: int) -> Page:
    root = read_tree(text)
    elements = list(root.walk())
    main = root.first("main") or root.first("body") or root
    metas = _metas(elements)
    return Page(
        address,
        len(text.encode()),
        packed,
        lang=_attribute(root.first("html"), "lang"),
        title=getattr(root.first("title"), "text", ""),
        metas=metas,
        canonical=_canonical(elements),
        headings=tuple(_headings(elements)),
        terms=tuple(_terms(elements)),
        links=tuple(_links(root)),
        loads=(*_loads(elements), *filter(None, [forward(metas)])),
        feeds=tuple(e.get("href") for e in elements if "atom+xml" in e.get("type") and e.tag == "link"),
        forms=tuple(e.get("action") for e in elements if e.tag == "form"),
        ids=frozenset(e.get("id") for e in elements if e.get("id")),
        nameless=tuple(nameless(root)),
        bare_tables=sum(e.tag == "table" and e.first("th") is None for e in elements),
        menu=_menu(elements),
        text=main.text,
        footer=getattr(root.first("footer"), "text", ""),
        notice=" ".join(e.text for e in elements if e.tag == "aside" and e.has_class("bao")),
        scripts="\n".join(_scripts(elements)),
        styles="\n".join(e.raw if e.tag == "style" else e.get("style") for e in elements),
        sessions=tuple(e.get(name) for e in elements for name in SESSIONS if e.get(name)),
    )


def _attribute(element: Element | None, name: str) -> str:
    return element.get(name) if element else ""


def _canonical(elements: list[Element]) -> str:
    links = (e for e in elements if e.tag == "link" and e.get("rel") == "canonical")
    return _attribute(next(links, None), "href")


def _headings(elements: list[Element]) -> list[Heading]:
    return [Heading(int(e.tag[1]), e.get("id"), e.text) for e in elements if HEADING.fullmatch(e.tag)]


def _metas(elements: list[Element]) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in elements:
        if element.tag == "meta":
            name = element.get("name") or element.get("http-equiv")
            found.setdefault(name.lower(), element.get("content"))
    return found


def _terms(elements: list[Element]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    term = ""
    for element in elements:
        if element.tag == "dt":
            term = element.text
        elif element.tag == "dd":
            found.append((term, element.text))
    return found


def _links(root: Element) -> list[Link]:
    """Each with the part of the page that it stands in, the outermost."""
    found: list[Link] = []
    waiting = [(root, "main")]
    while waiting:
        element, area = waiting.pop()
        if element.tag in ("header", "footer") and area == "main":
            area = element.tag
        if element.tag in ("a", "area") and "href" in element.attributes:
            found.append(Link(element.get("href"), element.text, area))
        waiting += [(e, area) for e in reversed(element.children) if isinstance(e, Element)]
    return found


def _loads(elements: list[Element]) -> list[str]:
    found: list[str] = []
    for element in elements:
        for name in FETCHING.get(element.tag, ()):
            value = element.get(name)
            found += (
                [part.split()[0] for part in value.split(",") if part.split()]
                if "srcset" in name
                else [value]
            )
        if element.tag == "link" and FETCHED_LINKS & set(element.get("rel").lower().split()):
            found.append(element.get("href"))
        if element.tag == "script":
            found += [element.get(name) for name in FETCHED_LATER]
    return [each.strip() for each in found if each.strip()]


def _menu(elements: list[Element]) -> tuple[tuple[str, str], ...]:
    nav = next((e for e in elements if e.tag == "nav" and e.has_class("muc")), None)
    return tuple((e.get("href"), e.text) for e in nav.walk() if e.tag == "a") if nav else ()


def _scripts(elements: list[Element]) -> list[str]:
    """Scripts, and what runs when something happens to an element."""
    own = [e.raw for e in elements if e.tag == "script" and "json" not in e.get("type")]
    return own + [value for e in elements for name, value in e.attributes.items() if name.startswith("on")]
