"""The boards that are in force as Popolo (popoloproject.com): organizations, posts, persons, memberships."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.core import File, Link, Site, json_file
from generator.kinds._kind import Scope
from generator.kinds.board.model import Board, Role
from generator.kinds.board.view import Sheet, overview
from generator.words.fold import slug, unused

PATH = "giam-sat/popolo.json"
Parts = dict[str, list[dict[str, Any]]]


def downloads(scope: Scope) -> Iterator[Link]:
    if _in_force(scope):
        yield Link("JSON theo chuẩn Popolo (ban đang hoạt động)", PATH)


def exports(scope: Scope, site: Site) -> Iterator[File]:
    """Nothing but what the pages show, and only while the board is in force: its members are persons."""
    boards = _in_force(scope)
    if boards:
        found: Parts = {"organizations": [], "posts": [], "persons": [], "memberships": []}
        for sheet in boards:
            _add(sheet, scope, site, found)
        yield json_file(PATH, found)


def _in_force(scope: Scope) -> list[Sheet]:
    return [sheet for sheet in overview(scope).sheets if _is_in_force(sheet.board, scope.day)]


def _is_in_force(board: Board, day: date) -> bool:
    """Neither dissolved, nor before or behind its term."""
    since, until = (board.term.since, board.term.until) if board.term else (None, None)
    return not board.over(day) and (since is None or since <= day) and (until is None or day <= until)


def _add(sheet: Sheet, scope: Scope, site: Site, found: Parts) -> None:
    board, id = sheet.board, f"{scope.commune.code}/{sheet.url.rstrip('/')}"
    sources = [{"url": f"{site.base}{sheet.url}"}] if site.base else []
    found["organizations"].append(_organization(sheet, id, sources))
    roles = [role for role in Role if any(member.role is role for member in board.members)]
    found["posts"] += [
        {"id": f"{id}/{role.value}", "label": role.label, "role": role.label, "organization_id": id}
        for role in roles
    ]
    taken: set[str] = set()
    for member, seat in zip(board.members, sheet.seats, strict=True):
        person = f"{id}/{unused(slug(f'{seat.name} {member.role.label}'), taken)}"
        found["persons"].append({"id": person, "name": seat.name, "sources": sources})
        found["memberships"].append(
            {
                "id": f"{person}/{member.role.value}",
                "role": seat.role,
                "label": ", ".join(filter(None, [seat.role, seat.thon, seat.side])),
                "person_id": person,
                "organization_id": id,
                "post_id": f"{id}/{member.role.value}",
                **_days(board, "start_date", "end_date"),
            }
        )


def _organization(sheet: Sheet, id: str, sources: list[dict[str, str]]) -> dict[str, Any]:
    """With the board's own contact, as its page gives it, without the name of whoever answers."""
    board = sheet.board
    contact = board.contact
    told = [("voice", contact.phone), ("email", contact.email)] if contact else []
    return {
        "id": id,
        "name": sheet.title,
        "classification": board.type.label,
        **_days(board, "founding_date", "dissolution_date"),
        "contact_details": [{"type": type, "value": value} for type, value in told if value],
        "sources": sources,
    }


def _days(board: Board, start: str, end: str) -> dict[str, str]:
    """The term; left out where it is not disclosed or has no fixed end."""
    days = {start: board.term.since, end: board.term.until} if board.term else {}
    return {key: day.isoformat() for key, day in days.items() if day}
