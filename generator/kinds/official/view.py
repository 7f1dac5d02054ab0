"""What the page of the posts shows: by place of work, each with its desk and its procedures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.core import Link
from generator.kinds._kind import Scope
from generator.kinds.official.model import Complaint, Officials, Post
from generator.words.fold import fold, slug, unused
from generator.words.letters import small
from generator.words.order import vi_key

OTHERS, IN_THON = "Cán bộ, công chức khác", "Ở thôn, tổ dân phố"


@dataclass(frozen=True)
class Shown:
    """One post as it is shown."""

    id: str
    """Anchor on the page; its own also where two posts have one title."""
    post: Post
    thon: str
    where: tuple[str, ...]
    """Room, then the desk with what is handed in there."""
    procedures: tuple[Link, ...]


@dataclass(frozen=True)
class Group:
    """The posts of one division."""

    id: str
    title: str
    posts: tuple[Shown, ...]


@dataclass(frozen=True)
class Sheet:
    """Facts of the page."""

    officials: Officials
    groups: tuple[Group, ...]
    complaints: tuple[Complaint, ...]
    count: int


def sheet(scope: Scope) -> Sheet | None:
    """None where the commune has disclosed no posts."""
    record = scope.commune.one("official")
    if record is None:
        return None
    officials: Officials = record.data
    groups: dict[str, list[Shown]] = {}
    taken: set[str] = set()
    for post in officials.posts:
        title = IN_THON if post.thon else post.division or OTHERS
        groups.setdefault(title, []).append(_shown(post, scope, taken))
    ordered = sorted(groups, key=lambda title: (title == IN_THON, title == OTHERS))
    return Sheet(
        officials,
        tuple(Group(_anchor("bp", title, taken), title, tuple(groups[title])) for title in ordered),
        tuple(officials.complaints),
        len(officials.posts),
    )


def _shown(post: Post, scope: Scope, taken: set[str]) -> Shown:
    profile = scope.commune.one("profile")
    thon = profile.data.thon_called(post.thon) if profile and post.thon else None
    return Shown(
        _anchor("cb", post.title, taken),
        post,
        thon.full_name if thon else "",
        tuple(_where(post, scope)),
        tuple(_procedures(post, scope)),
    )


def _anchor(prefix: str, title: str, taken: set[str]) -> str:
    """An id of the page that no other thing on it has."""
    return unused(f"{prefix}-{slug(title)}", taken)


def _where(post: Post, scope: Scope) -> Iterable[str]:
    if post.room:
        yield post.room
    if post.desk:
        profile = scope.commune.one("profile")
        centre = profile.data.one_stop if profile else None
        matters = {fold(desk.name): desk.matters for desk in centre.counters} if centre else {}
        about = matters.get(fold(post.desk), "")
        yield f"{post.desk} ở một cửa" + (f" ({small(about)})" if about else "")


def _procedures(post: Post, scope: Scope) -> Iterable[Link]:
    """Those that the post names by code or field, and those for which `thu-tuc.yml` names the post."""
    local = scope.commune.one("procedure")
    rows = local.data.rows if local else []
    title, fields = fold(post.title), {fold(name) for name in post.fields}
    codes = {*post.procedures, *(row.code for row in rows if row.post and fold(row.post) == title)}
    known = scope.province.procedures
    codes |= {code for code, found in known.items() if fields & set(map(fold, found.fields))}
    names = {code: _name(code, scope) for code in codes if code in known}
    for code in sorted(names, key=lambda code: vi_key(names[code])):
        yield Link(names[code], f"thu-tuc/{code}/")


def _name(code: str, scope: Scope) -> str:
    summary = scope.province.summaries.get(code)
    return summary.short_name if summary else scope.province.procedures[code].name
