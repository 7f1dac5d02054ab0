"""What the pages of the boards show, worked out for one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.core import Link, Record
from generator.kinds._answers import Case, Tally, tally
from generator.kinds._kind import Scope
from generator.kinds._thon import thon_names
from generator.kinds.board.concerns import board_cases, concerns
from generator.kinds.board.model import Board, BoardType, Plan, Report
from generator.kinds.board.projects import page_of, project_of, without_board
from generator.words.dates import say_day

NO_FIXED_TERM = "Không có thời hạn định trước: xong việc thì ban giải thể"


@dataclass(frozen=True)
class Seat:
    """One member as the table shows it; empty where it is not disclosed."""

    name: str
    role: str
    thon: str
    side: str


@dataclass(frozen=True)
class Sheet:
    """One board on a day."""

    day: date
    board: Board
    url: str
    title: str
    project: Link | None
    """The project's page, where the project is disclosed."""
    state: str
    """"Đang hoạt động", "Đã hết nhiệm kỳ", "Đã giải thể ngày …"."""
    tone: str
    concerns: tuple[str, ...]
    """What is missing or late, one sentence each."""
    term: str
    seats: tuple[Seat, ...]
    sides: bool
    """Whether any member says whom they stand for."""
    plans: tuple[Plan, ...]
    """The latest first, as are reports and cases."""
    reports: tuple[Report, ...]
    cases: tuple[Case, ...]
    tally: Tally

    @property
    def short_title(self) -> str:
        """Where the type of the board stands above: the project alone."""
        return self.project.text if self.project else self.title


@dataclass(frozen=True)
class Overview:
    """All boards of a commune on a day."""

    day: date
    inspection: Sheet | None
    supervision: tuple[Sheet, ...]
    """By project; dissolved boards last."""
    uncovered: tuple[Link, ...]
    """Projects that are carried out without a board."""
    tally: Tally

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return (self.inspection, *self.supervision) if self.inspection else self.supervision

    @property
    def reachable(self) -> tuple[Sheet, ...]:
        """Boards that say how to reach them."""
        return tuple(sheet for sheet in self.sheets if sheet.board.contact)


def overview(scope: Scope) -> Overview:
    found = [sheet(record, scope) for record in scope.commune.all("board")]
    cases = [case.state for each in found for case in each.cases]
    by_type = {type: [each for each in found if each.board.type is type] for type in BoardType}
    return Overview(
        day=scope.day,
        inspection=next(iter(by_type[BoardType.INSPECTION]), None),
        supervision=tuple(sorted(by_type[BoardType.SUPERVISION], key=lambda s: s.board.over(scope.day))),
        uncovered=tuple(Link(p.data.name, page_of(p)) for p in without_board(scope)),
        tally=tally(cases),
    )


def sheet(record: Record[Board], scope: Scope) -> Sheet:
    board = record.data
    project = project_of(board.project, scope)
    cases = board_cases(board, scope)
    counts = tally(case.state for case in cases)
    state, tone = _state(board, scope.day)
    return Sheet(
        day=scope.day,
        board=board,
        url=f"giam-sat/{record.id}/",
        title=_title(board, project),
        project=Link(project.data.name, page_of(project)) if project else None,
        state=state,
        tone=tone,
        concerns=(*(found.sentence for found in concerns(board, scope)), *_unanswered(counts)),
        term=_term(board),
        seats=tuple(_seats(board, scope)),
        sides=any(member.side for member in board.members),
        plans=tuple(sorted(board.plans, key=lambda plan: plan.day or date.min, reverse=True)),
        reports=tuple(sorted(board.reports, key=lambda report: report.day, reverse=True)),
        cases=tuple(sorted(cases, key=lambda case: case.state.sent, reverse=True)),
        tally=counts,
    )


def _title(board: Board, project: Record[Board] | None) -> str:
    if board.name:
        return board.name
    if project:
        return f"{board.type.label}: {project.data.name}"
    return f"{board.type.label} {board.project}" if board.project else board.type.label


def _state(board: Board, day: date) -> tuple[str, str]:
    """In words, with the tone of its tag."""
    if board.dissolved and board.over(day):
        return f"Đã giải thể ngày {say_day(board.dissolved)}", "thuong"
    if board.term and board.term.until and board.term.until < day:
        return "Đã hết nhiệm kỳ", "xau"
    return "Đang hoạt động", "tot"


def _term(board: Board) -> str:
    """01/10/2025 đến 30/09/2030; what is not disclosed is left out."""
    since = board.term.since if board.term else None
    until = board.dissolved or (board.term.until if board.term else None)
    if until:
        return f"{say_day(since)} đến {say_day(until)}" if since else f"đến {say_day(until)}"
    start = f"Từ {say_day(since)}" if since else ""
    open_end = NO_FIXED_TERM if board.type is BoardType.SUPERVISION else ""
    return ". ".join(part for part in (start, open_end) if part)


def _unanswered(counts: Tally) -> Iterable[str]:
    if counts.overdue:
        yield f"Có {counts.overdue} kiến nghị quá hạn mà chưa được trả lời."
    if counts.late:
        yield f"Có {counts.late} kiến nghị được trả lời chậm."


def _seats(board: Board, scope: Scope) -> Iterable[Seat]:
    names = thon_names(scope)
    for member in board.members:
        yield Seat(
            name=member.name,
            role=member.role.label,
            thon=names.get(member.thon or "", ""),
            side=member.side.label if member.side else "",
        )
