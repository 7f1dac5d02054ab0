"""What is new, for readers of news (Atom, RFC 4287): a feed of the site and one of each section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby

from generator.core import Change, Draft, File, Link, Site
from generator.core.past import RECENT
from generator.kinds import kinds
from generator.kinds._disclosure import Correction, Disclosure, disclosure_of
from generator.words.dates import say_day
from generator.words.letters import printable
from generator.words.order import vi_key

NAME = "cap-nhat.atom"
"""No `.xml`: free hosts know the ending and say `application/atom+xml`."""
MOST = 50
AUTHORITY = "congkhai.example,2026"
"""Of tag addresses (RFC 4151): nobody can own this name, and no move of a site ever changes an id."""


@dataclass(frozen=True)
class Told:
    """One entry of a feed, in words."""

    id: str
    """Within all feeds of this program; never used for anything else."""
    title: str
    updated: date
    url: str
    """From the address that the feed's site has."""
    category: str
    summary: str
    published: date | None = None


@dataclass(frozen=True)
class News:
    """A disclosure, with what has become of it by the day of the build."""

    draft: Draft
    section: str
    updated: date
    posted: date | None
    corrections: tuple[Correction, ...]
    changes: tuple[Change, ...] = ()
    """What git tells, the newest first."""
    first: date | None = None
    """Since when git knows it, where the commune writes no day of posting."""


def feed_links(drafts: Iterable[Draft], name: str, base: str | None, day: date) -> tuple[Link, ...]:
    """The feeds that a site has, the whole site's first; none without a full address."""
    return tuple(Link(title, path) for path, title, _ in _feeds(drafts, name, day)) if base else ()


def feeds(drafts: Iterable[Draft], site: Site, code: str) -> Iterator[File]:
    """The same as files; `code` is the commune's."""
    if site.base:
        for path, title, news in _feeds(drafts, site.name, site.day):
            yield _feed(path, title, news, site, code)


def _feeds(drafts: Iterable[Draft], name: str, day: date) -> Iterator[tuple[str, str, list[News]]]:
    """(address, title, entries) of each feed."""
    news = list(_news(drafts, day))
    if not news:
        return
    yield NAME, f"Tin mới của {name}", _latest(news)
    titles = {kind.section: kind.title for kind in kinds()}
    for section, own in groupby(sorted(news, key=lambda one: one.section), key=lambda one: one.section):
        yield f"{section}{NAME}", f"{titles[section]}: tin mới của {name}", _latest(own)


def _news(drafts: Iterable[Draft], day: date) -> Iterator[News]:
    """The first page of each record that search engines may list; nothing that is dated ahead."""
    drafts, told = list(drafts), set[int]()
    sections = {kind.name: kind.section for kind in kinds()}
    pasts = {draft.past.path: draft.past for draft in drafts if draft.past}
    for draft in drafts:
        disclosure = disclosure_of(draft.record)
        if disclosure is None or not draft.listed or id(draft.record) in told:
            continue
        told.add(id(draft.record))
        corrections = tuple(one for one in disclosure.corrections if one.day <= day)
        past = pasts.get(draft.record.source.path) if draft.record else None
        changes = past.changes if past else ()
        first = past.first if past and not disclosure.posted else None
        told_days = _days(disclosure, (*corrections, *changes), first)
        days = [found for found in told_days if found <= day]
        if days and draft.kind in sections:
            posted = disclosure.posted if disclosure.posted in days else None
            yield News(draft, sections[draft.kind], max(days), posted, corrections, changes, first)


def _days(disclosure: Disclosure, changes: Iterable[Correction | Change], first: date | None) -> list[date]:
    given = (disclosure.posted, disclosure.changed, first, *(one.day for one in changes))
    return [day for day in given if day]


def _latest(news: Iterable[News]) -> list[News]:
    return sorted(news, key=lambda one: (-one.updated.toordinal(), vi_key(one.draft.title), one.draft.url))[
        :MOST
    ]


def _feed(path: str, title: str, news: list[News], site: Site, code: str) -> File:
    told = [_entry(one, code) for one in news]
    return atom(
        path, path.removesuffix(NAME), title, site.base or "", news[0].updated, told, code, site.name
    )


def _entry(one: News, code: str) -> Told:
    return Told(
        id=f"{code}/{one.draft.url}",
        title=one.draft.title,
        updated=one.updated,
        url=one.draft.url,
        category=one.section.strip("/"),
        summary=" ".join(_told(one)),
        published=one.posted,
    )


def _told(one: News) -> Iterator[str]:
    if one.draft.description:
        yield f"{one.draft.description.rstrip('.')}."
    if one.posted:
        yield f"Đăng ngày {say_day(one.posted)}."
    elif one.first:
        yield f"Có trong kho dữ liệu từ ngày {say_day(one.first)}."
    for correction in sorted(one.corrections, key=lambda found: found.day, reverse=True):
        why = f" Lý do: {correction.why}" if correction.why else ""
        yield f"Đính chính ngày {say_day(correction.day)}: {correction.what}{why}"
    for change in one.changes[:RECENT]:
        yield f"Sửa ngày {say_day(change.day)}: {'; '.join(change.told)}."
    told = (*(found.day for found in one.corrections), *(change.day for change in one.changes))
    if one.updated not in (one.posted, one.first, *told):
        yield f"Sửa ngày {say_day(one.updated)}."


def atom(
    path: str,
    page: str,
    title: str,
    base: str,
    updated: date,
    entries: Iterable[Told],
    code: str = "tinh",
    author: str = "",
) -> File:
    """A feed at a path, with the page that shows the same, of a site whose address ends with a slash."""
    told = "".join(_written(entry, base) for entry in entries)
    content = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">\n'
        f"<id>{_id(f'{code}/{path}')}</id>\n<title>{_text(title)}</title>\n"
        f"<updated>{_moment(updated)}</updated>\n<author><name>{_text(author or title)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{_text(f"{base}{path}")}"/>\n'
        f'<link rel="alternate" type="text/html" href="{_text(f"{base}{page}")}"/>\n{told}</feed>\n'
    )
    return File(path, content.encode())


def _written(entry: Told, base: str) -> str:
    published = f"<published>{_moment(entry.published)}</published>\n" if entry.published else ""
    return (
        f"<entry>\n<id>{_id(entry.id)}</id>\n<title>{_text(entry.title)}</title>\n"
        f"<updated>{_moment(entry.updated)}</updated>\n{published}"
        f'<link rel="alternate" type="text/html" href="{_text(f"{base}{entry.url}")}"/>\n'
        f'<category term="{_text(entry.category)}"/>\n'
        f'<summary type="text">{_text(entry.summary)}</summary>\n</entry>\n'
    )


def _id(name: str) -> str:
    """A feed is named by its file, an entry by its page: no two are ever the same (RFC 4287, 4.2.6)."""
    return _text(f"tag:{AUTHORITY}:{name}")


def _moment(day: date) -> str:
    return f"{day}T00:00:00+07:00"


def _text(value: str) -> str:
    """Words that no markup comes of."""
    return escape(printable(value))
