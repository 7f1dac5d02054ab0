"""Supervision boards of the people: who they are, what they asked for, what was answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.core import Draft
from generator.fields.base import Model, many
from generator.kinds._answers import Tally
from generator.kinds._fulfilment import Answer, answer_of
from generator.kinds._kind import Card, Kind, Scope
from generator.kinds.board.check import check
from generator.kinds.board.concerns import ANSWERS
from generator.kinds.board.model import Board, BoardType
from generator.kinds.board.paper import papers
from generator.kinds.board.popolo import downloads, exports
from generator.kinds.board.projects import without_board
from generator.kinds.board.spoken import spoken
from generator.kinds.board.table import rows
from generator.kinds.board.tasks import tasks
from generator.kinds.board.view import Overview, overview, sheet

__all__ = ["KIND", "Board"]

TITLE = "Giám sát của Nhân dân"
SECTION = "giam-sat/"
DUTIES = {BoardType.INSPECTION: ("THDC-36",), BoardType.SUPERVISION: ("THDC-41", "THDC-45.1b")}


class Boards(Model):
    """What the data file of the section page holds."""

    boards: list[Board] = many("ban", "Các ban", "Ban Thanh tra nhân dân và ban của từng dự án.")


def pages(scope: Scope) -> Iterable[Draft]:
    found = overview(scope)
    yield _section(found, scope)
    for record in scope.commune.all("board"):
        shown = sheet(record, scope)
        yield Draft(
            shown.url,
            shown.title,
            "board/board.html",
            shown,
            f"{shown.title}: thành viên, kế hoạch, báo cáo, kiến nghị và trả lời.",
            section=SECTION,
            record=record,
            basis=(*DUTIES[record.data.type], ANSWERS[record.data.type]),
        )


def _section(found: Overview, scope: Scope) -> Draft:
    titles = {each.title for each in found.sheets}
    boards = [each.board for each in found.sheets]
    return Draft(
        SECTION,
        TITLE,
        "board/section.html",
        found,
        f"Các ban giám sát của Nhân dân ở {scope.commune.name}: thành viên, kế hoạch, kiến nghị và trả lời.",
        data=Boards.model_construct(boards=boards) if boards else None,
        menu="Giám sát",
        also=tuple(type.label for type in BoardType if type.label not in titles),
    )


def card(scope: Scope) -> Card:
    return Card(TITLE, SECTION, tuple(_lines(overview(scope))), action="Xem các ban giám sát")


def _lines(found: Overview) -> Iterable[str]:
    if not found.sheets:
        yield "Các ban giám sát của Nhân dân: chưa công khai trên trang này."
    else:
        members = f"{len(found.inspection.seats)} người" if found.inspection else "chưa công khai"
        yield f"Ban Thanh tra nhân dân: {members}."
        yield f"Ban Giám sát đầu tư của cộng đồng: {len(found.supervision)} dự án."
        yield _asked(found.tally)
    if found.uncovered:
        yield f"{len(found.uncovered)} dự án đang thực hiện chưa có ban."


def _asked(count: Tally) -> str:
    if not count.all:
        return "Chưa có kiến nghị nào."
    late = f", {count.late} trả lời chậm" if count.late else ""
    waiting = f", {count.open} chưa trả lời" if count.open else ""
    return f"{count.all} kiến nghị{late}{waiting}."


def answers(scope: Scope) -> Iterable[Answer]:
    """Each type of board fulfils duties of its own; a project that lacks its board leaves them open."""
    for record in scope.commune.all("board"):
        yield replace(answer_of(record), duties=DUTIES[record.data.type])
    for project in without_board(scope):
        board = BoardType.SUPERVISION
        yield Answer(project, DUTIES[board], missing=(f"{board.label} của dự án này",))


KIND = Kind(
    name="board",
    title=TITLE,
    section=SECTION,
    files=("ban-thanh-tra-nhan-dan.yml", "ban-giam-sat-dau-tu/*.yml"),
    model=Board,
    pages=pages,
    spoken=spoken,
    papers=papers,
    check=check,
    card=card,
    rows=rows,
    answers=answers,
    tasks=tasks,
    exports=exports,
    downloads=downloads,
    persons=True,
    order=40,
)
