"""Rules of the posts: thôn, desk, field and procedure are there, nobody's own telephone stands here."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Loc, Problem, Record
from generator.kinds._kind import Scope
from generator.kinds._references import meant, unknown_procedure, unknown_thon
from generator.kinds.official.model import Officials, Post
from generator.personal.phones import national_mobile
from generator.words.fold import fold


def check(scope: Scope) -> Iterable[Problem]:
    for record in scope.commune.all("official"):
        for index, post in enumerate(record.data.posts):
            loc: Loc = ("can_bo", index)
            yield from unknown_thon(record, (*loc, "thon"), post.thon, scope)
            yield from _desk(record, loc, post, scope)
            yield from _fields(record, loc, post, scope)
            yield from _phone(record, loc, post)
            for at, code in enumerate(post.procedures):
                yield from unknown_procedure(record, (*loc, "thu_tuc", at), code, scope)
        yield from _twice(record)
        yield from _unlisted(record, scope)


def _desk(record: Record[Officials], loc: Loc, post: Post, scope: Scope) -> Iterable[Problem]:
    profile = scope.commune.one("profile")
    centre = profile.data.one_stop if profile else None
    known = [desk.name for desk in centre.counters] if centre else []
    if post.desk and known and fold(post.desk) not in map(fold, known):
        yield record.notice(
            "desk_unknown",
            (*loc, "quay"),
            f"ghi “{post.desk}”, mục mot_cua trong xa.yml không có quầy này",
            meant(post.desk, known) or f"Các quầy trong xa.yml: {', '.join(known)}.",
        )


def _fields(record: Record[Officials], loc: Loc, post: Post, scope: Scope) -> Iterable[Problem]:
    """A field is one of the catalogue's, so that the page can name its procedures."""
    known = {fold(name): name for p in scope.province.procedures.values() for name in p.fields}
    for index, name in enumerate(post.fields):
        if fold(name) not in known:
            yield record.notice(
                "field_unknown",
                (*loc, "linh_vuc", index),
                f"danh mục thủ tục của tỉnh không có lĩnh vực “{name}”",
                meant(name, known.values()) or "Xem tên lĩnh vực ở trang Thủ tục hành chính.",
            )


def _phone(record: Record[Officials], loc: Loc, post: Post) -> Iterable[Problem]:
    if post.phone and national_mobile(post.phone):
        yield record.notice(
            "phone_mobile",
            (*loc, "dien_thoai"),
            "là số di động, có thể là số riêng của người làm việc",
            "Ghi số máy của phòng, của quầy; chỉ giữ khi đây là số cơ quan cấp.",
        )


def _twice(record: Record[Officials]) -> Iterable[Problem]:
    """Two items that a reader cannot tell apart: the same title, holder, thôn."""
    seen: dict[tuple[str, str, str], int] = {}
    for index, post in enumerate(record.data.posts):
        key = (fold(post.title), fold(post.name or ""), post.thon or "")
        first = seen.setdefault(key, index)
        if first != index:
            yield record.problem(
                "not_unique",
                ("can_bo", index, "chuc_danh"),
                f"“{post.title}” đã có ở mục thứ {first + 1}",
                "Gộp hai mục, hoặc ghi thêm họ tên, thôn để phân biệt.",
            )


def _unlisted(record: Record[Officials], scope: Scope) -> Iterable[Problem]:
    """Who receives papers by `thu-tuc.yml` stands in this list too."""
    local = scope.commune.one("procedure")
    listed = {fold(post.title) for post in record.data.posts}
    posts = {fold(row.post): row.post for row in local.data.rows if row.post} if local else {}
    for key, title in posts.items():
        if key not in listed:
            yield record.notice(
                "post_unlisted",
                ("can_bo",),
                f"thu-tuc.yml ghi “{title}” nhận hồ sơ, ở đây không có chức danh ấy",
                meant(title, [post.title for post in record.data.posts])
                or "Thêm một mục cho chức danh này.",
            )
