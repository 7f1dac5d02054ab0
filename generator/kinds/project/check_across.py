"""Rules between a project and its supervision board: who looked while there was a board, one answer told once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.core import Loc, Problem, Record
from generator.kinds._disclosure import Recommendation
from generator.kinds._kind import Scope
from generator.kinds._references import inside
from generator.kinds.project.choices import Status, Supervisor
from generator.kinds.project.model import Project
from generator.words.dates import say_day


def check_across(record: Record[Project], scope: Scope) -> Iterable[Problem]:
    """Nothing where the project has no board; the kind `board` itself may be absent."""
    board = next((b for b in scope.commune.all("board") if b.data.project == record.id), None)
    if board is None:
        return
    for index, visit in enumerate(record.data.visits):
        if Supervisor.BOARD in visit.by:
            yield from _without_board(record, ("giam_sat", index, "ngay"), visit.day, board.data)
            yield from _answers(record, index, board, scope)
    yield from _life(record, board.data, scope.day)


def _without_board(record: Record[Project], loc: Loc, day: date, board: Any) -> Iterable[Problem]:
    since = board.term.since if board.term else None
    if since and day < since:
        yield record.notice(
            "visit_without_board",
            loc,
            f"ban giám sát ngày {say_day(day)}, mà ban bắt đầu từ {say_day(since)}",
            "Xem lại ngày giám sát hoặc nhiệm kỳ của ban.",
        )
    if board.dissolved and day > board.dissolved:
        yield record.notice(
            "visit_without_board",
            loc,
            f"ban giám sát ngày {say_day(day)}, mà ban đã giải thể ngày {say_day(board.dissolved)}",
            "Xem lại ngày giám sát hoặc ngày giải thể.",
        )


def _answers(record: Record[Project], index: int, board: Record[Any], scope: Scope) -> Iterable[Problem]:
    """One recommendation written in both files has one answer."""
    asked = record.data.visits[index].recommendations
    for number, mine in enumerate(asked):
        same = [n for n, each in enumerate(board.data.recommendations) if each.day == mine.day]
        if len(same) != 1 or sum(each.day == mine.day for each in asked) != 1:
            continue
        here, there = _reply(mine), _reply(board.data.recommendations[same[0]])
        if here != there:
            yield record.notice(
                "answers_differ",
                ("giam_sat", index, "kien_nghi", number),
                f"kiến nghị ngày {say_day(mine.day)}: ở đây {_say(here)}, "
                f"tệp của ban ({inside(scope.commune, board.source.at('kien_nghi', same[0]))}) {_say(there)}",
                "Ghi giống nhau ở hai tệp.",
            )


def _reply(found: Recommendation) -> date | None:
    return found.reply.day if found.reply else None


def _say(day: date | None) -> str:
    return f"ghi trả lời ngày {say_day(day)}" if day else "ghi chưa trả lời"


def _life(record: Record[Project], board: Any, day: date) -> Iterable[Problem]:
    """A board lasts as long as its project (Luật 10/2022/QH15 Đ41)."""
    project, loc = record.data, ("tinh_trang",)
    label = project.status.label.lower()
    if project.status is Status.SETTLED and not board.over(day):
        yield record.notice(
            "board_not_dissolved",
            loc,
            f"dự án ghi {label} mà Ban Giám sát đầu tư của cộng đồng chưa ghi giải thể",
            "Ban xong việc thì ghi ngay_giai_the trong tệp của ban.",
        )
    if project.status in (Status.RUNNING, Status.PAUSED) and board.over(day):
        yield record.notice(
            "board_dissolved_early",
            loc,
            f"dự án ghi {label} mà ban giám sát đã giải thể ngày {say_day(board.dissolved)}",
            "Xem lại tình trạng dự án hoặc ngay_giai_the của ban.",
        )
