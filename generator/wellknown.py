"""What programs look for at the root of a site: sitemap.xml, robots.txt, security.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from html import escape
from urllib.parse import quote, urlsplit

from generator.core import Draft, File, Site
from generator.fields.attachment import FOLDER, named_in
from generator.kinds import kinds
from generator.kinds._disclosure import disclosure_of
from generator.kinds._people import PersonList, data_lists_people, lists_people

VALID = timedelta(days=365)
"""RFC 9116 asks for less than a year; the site is built anew every day."""


def wellknown(drafts: Sequence[Draft], site: Site, email: str | None = None) -> Iterator[File]:
    """Only where the full address is known; the last two only at the root of a domain, where they are sought."""
    if site.base is None:
        return
    if site.indexed:
        yield _sitemap(drafts, site.base, site.day)
    if urlsplit(site.base).path == "/":
        yield _robots(drafts, site)
        yield _security(site, email)


def _sitemap(drafts: Iterable[Draft], base: str, day: date) -> File:
    """sitemaps.org 0.9; a page changed when its record did, not when it was built."""
    places = "".join(_place(draft, base, day) for draft in drafts if draft.listed)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    frame = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}</urlset>\n'
    return File("sitemap.xml", (head + frame).encode())


def _place(draft: Draft, base: str, day: date) -> str:
    disclosure = disclosure_of(draft.record)
    changed = disclosure.last_changed if disclosure else None
    when = f"<lastmod>{changed.isoformat()}</lastmod>" if changed and changed <= day else ""
    return f"<url><loc>{escape(base + draft.url)}</loc>{when}</url>\n"


def _robots(drafts: Iterable[Draft], site: Site) -> File:
    """RFC 9309. Pages that are not to be listed say so themselves; data and papers of lists of persons cannot."""
    lines = ["User-agent: *", "Disallow: /*tim/*.json$", "Disallow: /*quan-tri/"]
    for kind in kinds():
        if data_lists_people(kind):
            lines += [f"Disallow: /*{kind.section}*.{ending}$" for ending in ("csv", "xlsx", "json")]
        if lists_people(kind):
            lines.append(f"Disallow: /*{FOLDER}/{kind.section}")
    lines += [f"Disallow: /*{quote(path)}$" for path in sorted(_papers(drafts))]
    lines += ["Allow: /"]
    if site.indexed:
        lines += ["", f"Sitemap: {site.base}sitemap.xml"]
    return File("robots.txt", "\n".join([*lines, ""]).encode())


def _papers(drafts: Iterable[Draft]) -> set[str]:
    """What records that list persons have attached, wherever it stands."""
    lists = (draft.record for draft in drafts if draft.record and isinstance(draft.record.data, PersonList))
    return {str(value) for _, _, value in named_in(lists)}


def _security(site: Site, email: str | None) -> File:
    """RFC 9116: whom to tell of a hole in the site; at the top, since free hosts leave out `.well-known/`."""
    lines = (
        f"Contact: mailto:{email}" if email else f"Contact: {site.base}{site.errors}",
        f"Expires: {(site.day + VALID).isoformat()}T00:00:00Z",
        "Preferred-Languages: vi",
        f"Canonical: {site.base}security.txt",
    )
    return File("security.txt", "\n".join([*lines, ""]).encode())
