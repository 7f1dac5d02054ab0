"""Drafts to pages: facts through the Jinja2 templates of `site_templates/`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from html import unescape
from typing import Any
from urllib.parse import quote

from generator.core import Commune, Draft, File, Page, Site
from generator.fields.attachment import Attachment
from generator.linked_data import linked_data
from generator.province import Duty, Moved, is_unread
from generator.province.verdicts import Fulfilment, Verdict
from generator.sharing import picture_of
from generator.stages import stage
from generator.templates import environment
from generator.words.abbreviations import used_in

HEADING = re.compile(r'<h2[^>]*\bid="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
FEW = 3
"""Duties that the foot of a page names without folding them."""


@dataclass(frozen=True)
class View:
    """What a template sees as `page`: the draft, and how to reach other pages from it."""

    draft: Draft
    duties: tuple[Duty, ...] = ()
    """What the law expects here today."""
    declared: tuple[str, ...] = ()
    """Who declared that there was nothing to disclose here, and for which period."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self.draft, name)

    def to(self, url: str) -> str:
        """A relative link from this page to an address of the same site; full ones stay.

        The name of an attachment is staff's own: what an address would misread in it is encoded.
        """
        return relative(self.draft.url, quote(url) if isinstance(url, Attachment) else url)

    @property
    def many_duties(self) -> bool:
        """Whether they are so many that they are folded."""
        return len(self.duties) > FEW

    @property
    def unread(self) -> bool:
        """Whether nobody has compared the basis of any with the gazette."""
        return is_unread(self.duties)

    @property
    def has_data(self) -> bool:
        return self.draft.record is not None or self.draft.data is not None


@lru_cache(maxsize=20_000)
def relative(here: str, url: str) -> str:
    """From one address of a site to another: ("du-an/DA-01/", "tep/a.pdf") → "../../tep/a.pdf"."""
    if re.match(r"[a-z]+:|#", url):
        return url
    path, mark, anchor = url.partition("#")
    found = posixpath.relpath(path or ".", here or ".")
    slash = "/" if path.endswith("/") or not path else ""
    return f"{found}{slash}{mark}{anchor}"


@stage("Viết nội dung trang")
def render(
    drafts: Iterable[Draft],
    site: Site,
    commune: Commune | None,
    duties: dict[str, tuple[Duty, ...]] | None = None,
    verdicts: Iterable[Verdict] = (),
) -> tuple[Page, ...]:
    """The finished bodies; `duties` tells per kind what the law expects on its pages, `verdicts` how it stands.

    Raises: jinja2.TemplateError where a template is missing or names what is not there.
    """
    judged = tuple(verdicts)
    fulfilled, empty = _fulfilled(judged), [v for v in judged if v.state is Fulfilment.EMPTY]

    def view(draft: Draft) -> View:
        of_kind = (duties or {}).get(draft.kind, ())
        declared = tuple(v.why for v in empty if draft.kind in v.duty.kinds)
        own = _own(draft, of_kind, fulfilled) if judged or draft.basis is not None else of_kind
        return View(draft, own, declared)

    every = tuple(drafts)
    titles = {draft.url: draft.title for draft in every}
    return tuple(_page(view(draft), site, commune, titles) for draft in every)


def render_later(drafts: Sequence[Draft], site: Site) -> tuple[Page, ...]:
    """Pages of the province, each without its body until it is about to be written.

    Raises: jinja2.TemplateError, but only then
    """
    titles = {draft.url: draft.title for draft in drafts}
    return tuple(
        replace(_bare(draft, site), draw=partial(_page, View(draft), site, None, titles))
        for draft in drafts
    )


def _fulfilled(verdicts: Iterable[Verdict]) -> dict[int, set[str]]:
    """The ids of the duties that each record was judged by, found by the record's identity."""
    found: dict[int, set[str]] = {}
    for verdict in verdicts:
        found.setdefault(id(verdict.record), set()).add(verdict.duty.id)
    return found


def _own(draft: Draft, of_kind: tuple[Duty, ...], fulfilled: dict[int, set[str]]) -> tuple[Duty, ...]:
    """What the page itself rests on; of a record that is judged, what it fulfils; else all of the kind."""
    if draft.basis is not None:
        return tuple(duty for duty in of_kind if duty.id in draft.basis)
    if draft.record is None or not draft.section:
        return of_kind
    own = fulfilled.get(id(draft.record), set())
    return tuple(duty for duty in of_kind if duty.family is None or duty.id in own)


def not_found(site: Site) -> File:
    """404.html: it is served at any depth, so it names no address but full ones."""
    html = environment().get_template("pages/404.html").render(site=site)
    return File("404.html", html.encode())


def forwarding(moved: Moved, site: Site) -> File:
    """The page at a former unit's name, which leads on; for hosts where no server can be told to."""
    html = environment().get_template("pages/chuyen-tiep.html").render(moved=moved, site=site)
    return File(f"{moved.slug}/index.html", html.encode())


def _page(view: View, site: Site, commune: Commune | None, titles: Mapping[str, str]) -> Page:
    draft = view.draft
    body = environment().get_template(draft.template).render(page=view, commune=commune, site=site).strip()
    body += _meanings(body, site)
    return replace(
        _bare(draft, site),
        body=body,
        headings=tuple((id, unescape(TAG.sub("", text)).strip()) for id, text in HEADING.findall(body)),
        about=linked_data(draft, site, titles),
    )


def _bare(draft: Draft, site: Site) -> Page:
    """What is known of a page before its body is drawn."""
    return Page(
        url=draft.url,
        title=draft.title,
        description=draft.description,
        body="",
        section=draft.section,
        listed=draft.listed and site.indexed,
        picture=picture_of(draft),
    )


def _meanings(body: str, site: Site) -> str:
    """What the abbreviations on a page stand for, under its text; nothing where it has none."""
    found = used_in(unescape(TAG.sub(" ", body)), site.abbreviations)
    return environment().get_template("parts/viet-tat.html").render(meanings=found) if found else ""
