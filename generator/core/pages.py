"""What is published: pages before and after rendering, the frame around them, other files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from generator.core.past import Past
from generator.core.records import Record

DATA = "du-lieu"
"""File name, without ending, of the data beside a page and of a whole section."""
WHOLE = "ca-muc"
"""File name, without ending, of the records of a whole section as JSON."""
VALUES = "tung-gia-tri"
"""File name, without ending, of the records of a whole section value by value, as CSV."""
LICENCE, LICENCE_URL = "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"
"""Of all content, by its SPDX name."""
LICENCE_TOLD = f"CC BY 4.0: ai cũng được dùng lại, ghi rõ nguồn. {LICENCE_URL}deed.vi"


class Here(str):
    """An address inside the site, where what a page says to programs needs it in full."""


@dataclass(frozen=True)
class Link:
    """Somewhere to go: words, and an address inside the site or a full one."""

    text: str
    url: str
    icon: str = ""
    """What is drawn before the words (`parts/hinh.html`); nothing where empty."""


@dataclass(frozen=True)
class Told:
    """A value of a record in words, under the titles of the fields that lead to it."""

    title: str
    text: str
    url: str = ""
    """Where it leads: an attachment's path, or a full address."""
    prose: bool = False
    """Whether it is Markdown."""


@dataclass(frozen=True)
class Draft:
    """A page before it is rendered: which template, with which facts."""

    url: str
    """Inside the site, with a slash at its end: "du-an/DA-01/"; empty for the home page."""
    title: str
    template: str
    facts: Any = None
    description: str = ""
    section: str = ""
    """Address of the section page above it; empty where it is a section or stands alone."""
    kind: str = ""
    record: Record[Any] | None = None
    data: Any = None
    """The model that the page's own data file holds, where that is not the record."""
    data_file: str = ""
    """Address of that data file, where it is not `du-lieu.json` beside the page."""
    table: str = ""
    """Address of the CSV of its whole section."""
    downloads: tuple[Link, ...] = ()
    """Its whole section in the forms of other programs, named by the form."""
    menu: str = ""
    """Its name in the menu; empty for a page that is not in the menu."""
    basis: tuple[str, ...] | None = None
    """Ids of the duties that it rests on, where those are not all that its record fulfils."""
    also: tuple[str, ...] = ()
    """Other names that the A–Z page lists it under."""
    listed: bool = True
    """Whether search engines may list it and the A–Z page names it."""
    about: tuple[Mapping[str, Any], ...] = ()
    """What the page is about, told to programs in the words of schema.org."""
    more: tuple[Told, ...] = ()
    """What its record holds that its template does not draw."""
    past: Past | None = None
    """Since when its record is there, and what was changed since."""


@dataclass(frozen=True)
class Page:
    """A page ready to be dressed: its body is finished HTML that starts with the only h1."""

    url: str
    title: str
    description: str
    body: str
    section: str = ""
    headings: tuple[tuple[str, str], ...] = ()
    """(id, text) of each h2, for the index beside the text."""
    listed: bool = True
    about: str = ""
    """What it says to programs: JSON-LD, ready to stand in a page."""
    picture: str = ""
    """Address of what a link to the page shows, inside the site."""
    draw: Callable[[], Page] | None = None
    """Makes it with its body when it is about to be written: where pages are too many to be held at once."""


@dataclass(frozen=True)
class Site:
    """What all pages of one website share: the frame around the bodies."""

    name: str
    """"UBND xã Phú Đình"."""
    above: str
    """The line over the name: "Tỉnh Thái Nguyên"."""
    day: date
    base: str | None = None
    """Full address of the site, with a slash at its end; None where it has none yet."""
    home: str | None = None
    """Full address of the province's page, for the link back."""
    menu: tuple[Link, ...] = ()
    links: tuple[Link, ...] = ()
    """At the foot of each page."""
    errors: str = ""
    """Address inside the site where people read how to report a mistake; empty where they cannot."""
    rating: str = ""
    """Full address where readers rate the site; empty where there is none."""
    abbreviations: tuple[tuple[str, str], ...] = ()
    """What each stands for; a page says it of those that it uses."""
    contact: tuple[Link, ...] = ()
    """Address, telephone, e-mail; an address leads nowhere."""
    feeds: tuple[Link, ...] = ()
    """What tells readers of news what is new: of the whole site first, then of sections."""
    notice: str = ""
    """What every page must say of the site's standing, in words."""
    indexed: bool = True
    publisher: str = ""
    """Who answers for the data: the commune's committee, or the province where it has not joined."""
    search: str = ""
    """Address of the page that one searches on; empty where there is nothing to search."""
    of_province: bool = False
    """Whether its pages look like the province's: maps, tables of all communes."""


@dataclass(frozen=True)
class File:
    """Anything of a site that is not a page: bytes made in memory, or a file to take over."""

    path: str
    content: bytes | None = None
    source: Path | None = None
    linked: bool = False
    """Whether sites may share the file itself, since nobody writes into it."""


def json_file(path: str, content: object, indent: int = 1) -> File:
    """A file that programs and people read: letters as they are, a line feed at the end (RFC 8259)."""
    return File(path, to_json(content, indent=indent) + b"\n")
