"""Rules of the boards: file, project, thôn and dates are errors; what the law misses is a notice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from generator.core import Problem, Record
from generator.fields.walk import find
from generator.kinds._answers import Case
from generator.kinds._dates import check_order
from generator.kinds._kind import Scope
from generator.kinds._references import meant, unknown_thon
from generator.kinds._withdrawn import told_withdrawn
from generator.kinds.board.check_life import check_life
from generator.kinds.board.concerns import board_cases, concerns
from generator.kinds.board.model import Board, BoardType
from generator.kinds.board.projects import project_of, without_board
from generator.words.dates import say_day

FOLDER = "ban-giam-sat-dau-tu"
MAY_LIE_AHEAD = ("nhiem_ky", "cong_khai")


def check(scope: Scope) -> Iterable[Problem]:
    for record in scope.commune.all("board"):
        yield from _type(record)
        yield from _project(record, scope)
        yield from _members(record, scope)
        yield from _ahead(record, scope)
        yield from _order(record)
        yield from check_life(record, scope)
        for found in concerns(record.data, scope):
            yield record.notice(found.code, found.loc, found.text, found.hint)
        for index, case in enumerate(board_cases(record.data, scope)):
            yield from _answer(record, index, case)
    for project in without_board(scope):
        yield project.notice(
            "project_without_board",
            ("tinh_trang",),
            "dự án đang thực hiện mà chưa có Ban Giám sát đầu tư của cộng đồng",
            f"Khi Mặt trận Tổ quốc xã lập ban, thêm tệp {FOLDER}/{project.id}.yml.",
        )


def _type(record: Record[Board]) -> Iterable[Problem]:
    folder = PurePosixPath(record.source.path).parent.name
    wanted = BoardType.SUPERVISION if folder == FOLDER else BoardType.INSPECTION
    if record.data.type is not wanted:
        yield record.problem(
            "board_type",
            ("loai",),
            f"ghi “{record.data.type.label}”, mà tệp này là của {wanted.label}",
            f"Ghi loai: {wanted.value}, hoặc chuyển tệp sang đúng chỗ.",
        )


def _project(record: Record[Board], scope: Scope) -> Iterable[Problem]:
    board, loc = record.data, ("du_an",)
    if board.type is BoardType.INSPECTION:
        if board.project:
            yield record.problem(
                "project_unexpected", loc, f"{board.type.label} không gắn với dự án nào", "Bỏ dòng du_an."
            )
    elif board.project is None:
        yield record.problem("project_missing", loc, "còn thiếu mã dự án", f"Thêm dòng: du_an: {record.id}")
    elif board.project != record.id:
        yield record.problem(
            "project_differs",
            loc,
            f"mã dự án ghi “{board.project}” khác tên tệp “{record.id}”",
            "Sửa cho mã dự án và tên tệp giống nhau.",
        )
    elif project_of(board.project, scope) is None:
        known = [project.id for project in scope.commune.all("project")]
        gone = told_withdrawn(f"du-an/{board.project}.yml", scope.commune)
        yield record.problem(
            "project_unknown",
            loc,
            f"không có dự án mã “{board.project}”",
            (f"Dự án này {gone}; thu hồi luôn tệp này." if gone else meant(board.project, known))
            or f"Các mã đang có: {', '.join(known) or 'xã chưa khai dự án nào'}.",
        )


def _members(record: Record[Board], scope: Scope) -> Iterable[Problem]:
    for index, member in enumerate(record.data.members):
        yield from unknown_thon(record, ("thanh_vien", index, "thon"), member.thon, scope)


def _ahead(record: Record[Board], scope: Scope) -> Iterable[Problem]:
    """What is told as done cannot lie in the future; a term and a posting may."""
    for loc, value in find(date, record.data):
        if value > scope.day and loc[0] not in MAY_LIE_AHEAD:
            yield record.problem(
                "date_in_future", loc, f"ngày {say_day(value)} chưa tới", "Chỉ ghi việc đã diễn ra."
            )


def _order(record: Record[Board]) -> Iterable[Problem]:
    board = record.data
    since = board.term.since if board.term else None
    until = board.term.until if board.term else None
    yield from check_order(record, ("nhiem_ky", "den_ngay"), until, since, "ngày bắt đầu nhiệm kỳ")
    yield from check_order(record, ("ngay_giai_the",), board.dissolved, since, "ngày bắt đầu nhiệm kỳ")
    for index, found in enumerate(board.recommendations):
        answered = found.reply.day if found.reply else None
        loc = ("kien_nghi", index, "tra_loi", "ngay")
        yield from check_order(record, loc, answered, found.day, "ngày kiến nghị")


def _answer(record: Record[Board], index: int, case: Case) -> Iterable[Problem]:
    """Luật 10/2022/QH15 Đ40 k1c, Đ45: an answer within so many days."""
    state = case.state
    if state.late and state.open:
        text = f"chưa trả lời, đã quá hạn {state.late} ngày, tính đến ngày {say_day(state.day)}"
        yield record.notice("answer_overdue", ("kien_nghi", index), text, "Trả lời rồi thì thêm tra_loi.")
    elif state.late:
        text = f"trả lời chậm {state.late} ngày"
        yield record.notice(
            "answer_late",
            ("kien_nghi", index, "tra_loi", "ngay"),
            text,
            "Nếu ngày trả lời ghi đúng thì để nguyên.",
        )
