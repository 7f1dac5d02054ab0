"""What is known of one page before it is indexed: its names, the words it is sought by, its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.core import Draft, Page
from generator.kinds import kinds
from generator.kinds._kind import Scope
from generator.kinds._people import lists_people
from generator.province import Words
from generator.search.spelling import said_of

OTHER = "Trang này"
"""The group of pages that disclose nothing themselves."""
LEFT_OUT = ("", "a-z/", "kiem-tra/")
"""The home page, the page one searches on, and what is for staff."""
NUMBER = re.compile(r"\b\d+/(?:\d{4}/)?[A-ZĐ]+(?:-[A-ZĐ]+)+\b")
"""Of a document: "41/QĐ-UBND", "118/2025/NĐ-CP"."""
REPORTS = ("báo sai sót", "báo lỗi", "thông tin sai")
"""What one does on the page of contacts beside calling."""
LEADERS, OFFICIALS = "lanh-dao/", "can-bo/"
"""Pages that are sought by the names of persons."""
FOOT = re.compile(r'<section class="goc">.*?</section>', re.DOTALL)
"""What every page ends with; it would be found for each of them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page that can be found."""

    url: str
    title: str
    group: str
    """The name of its section, under which results are shown together."""
    names: tuple[str, ...]
    """Other names: the official one, those of the A–Z page."""
    words: tuple[str, ...]
    """What people say and type; not shown on the page."""
    body: str
    """HTML of its text."""
    note: str = ""
    """What a reader must know before going there: that it is no longer in force."""
    codes: tuple[str, ...] = ()
    """Numbers of documents that its text names."""


def entry(draft: Draft, body: str, group: str, more: Iterable[str], words: Words, note: str = "") -> Entry:
    """An entry with the province's words for what its names say."""
    names = tuple(dict.fromkeys(name for name in draft.also if name != draft.title))
    said = dict.fromkeys([*more, *said_of((draft.title, *names), words)])
    kept = tuple(word for word in said if word not in (draft.title, *names))
    return Entry(draft.url, draft.title, group, names, kept, body, note)


def entries_of(scope: Scope, drafts: Sequence[Draft], pages: Sequence[Page]) -> tuple[Entry, ...]:
    """Those of the drafts that may be found; of lists of persons no more than their titles."""
    groups = {kind.name: kind.title for kind in kinds()}
    bodies = {page.url: page.body for page in pages}
    own, people = _own_words(scope), _officials(scope)
    return tuple(
        _numbered(
            entry(
                replace(draft, also=(*draft.also, *people.get(draft.url, ()))),
                FOOT.sub("", bodies[draft.url]) if draft.listed else "",
                groups.get(draft.kind, OTHER),
                own.get(draft.url, ()),
                scope.province.words,
            )
        )
        for draft in drafts
        if draft.url not in LEFT_OUT and (draft.listed or _of_people(draft))
    )


def _numbered(found: Entry) -> Entry:
    return replace(found, codes=tuple(dict.fromkeys(NUMBER.findall(found.body))))


def _of_people(draft: Draft) -> bool:
    """A list of persons or its section: whoever looks for it by name finds it, the persons are in no index.

    What was taken down or withdrawn has no record any more.
    """
    kind = next((kind for kind in kinds() if kind.name == draft.kind), None)
    return bool(kind and lists_people(kind)) and (draft.record is not None or not draft.section)


def _own_words(scope: Scope) -> dict[str, tuple[str, ...]]:
    """Former names of the commune, the names of its thôn, whom to call, by the page that tells of them."""
    unit = scope.province.units[scope.commune.code]
    profile = scope.commune.one("profile")
    hotlines = profile.data.hotlines if profile else ()
    return {
        "lien-he/": (
            *REPORTS,
            *(word for hotline in hotlines for word in (hotline.matter, hotline.note) if word),
        ),
        "gioi-thieu/": tuple(former.name for former in unit.former),
        "thon/": tuple(thon.full_name for thon in profile.data.thon) if profile else (),
    }


def _officials(scope: Scope) -> dict[str, tuple[str, ...]]:
    """The names of officials, which are public there, by the page that tells who does what."""
    profile, posts = scope.commune.one("profile"), scope.commune.one("official")
    return {
        LEADERS: tuple(leader.name for leader in profile.data.leaders) if profile else (),
        OFFICIALS: tuple(post.name for post in posts.data.posts if post.name) if posts else (),
    }
