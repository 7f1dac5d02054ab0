"""Which post does what, on a poster: where, when and at which number; above all whom to tell of a wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.kinds import _paper
from generator.kinds._kind import Scope
from generator.kinds.official.model import Complaint
from generator.kinds.official.view import Shown, sheet


def papers(scope: Scope) -> Iterator[_paper.Sheet]:
    record, found = scope.commune.one("official"), sheet(scope)
    if record is None or found is None:
        return
    facts = {
        "complaints": [_complaint(each) for each in found.complaints],
        "groups": [
            {"name": group.title, "posts": [_post(each) for each in group.posts]} for group in found.groups
        ],
        "note": _paper.paragraphs(found.officials.note or ""),
    }
    yield _paper.Sheet("can-bo", "Cán bộ nào lo việc gì", "official/posts.typ", facts, "can-bo/", record)


def _post(shown: Shown) -> dict[str, Any]:
    post = shown.post
    return {
        "title": " ".join(filter(None, (post.title, shown.thon and f"({shown.thon})"))),
        "name": post.name or "",
        "tasks": list(post.tasks),
        "where": [*shown.where, *filter(None, (post.hours,))],
        "phone": post.phone or "",
    }


def _complaint(told: Complaint) -> dict[str, str]:
    contact = told.contact
    return {
        "matter": told.matter,
        "who": f"{contact.post}, {contact.name}" if contact.name else contact.post,
        "phone": contact.phone or "",
        "place": told.place or "",
    }
