"""What is not as the law orders at a board on a day; one wording for the check and for the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.core import Loc
from generator.kinds._answers import Case, cases
from generator.kinds._kind import Scope
from generator.kinds.board.model import Board, BoardType, Role
from generator.kinds.profile import Profile
from generator.kinds.profile.model import Thon
from generator.province import Duty
from generator.words.dates import say_day
from generator.words.letters import capital, small

MEMBERS = {BoardType.INSPECTION: "THDC-36", BoardType.SUPERVISION: "THDC-41"}
DEPUTIES = {BoardType.INSPECTION: "ND59-13", BoardType.SUPERVISION: "ND59-17"}
ANSWERS = {BoardType.INSPECTION: "THDC-40.1c", BoardType.SUPERVISION: "THDC-45"}
"""Ids of the duties (`nghia-vu.yml`) that hold the numbers for each type of board."""

MORE = "Còn người chưa ghi thì thêm vào thanh_vien; ban thiếu người thì báo Mặt trận Tổ quốc xã."
REVIEW = "Xem lại vai_tro và danh sách thanh_vien theo quyết định công nhận."


@dataclass(frozen=True)
class Concern:
    """One thing that the law orders and that is missing."""

    code: str
    loc: Loc
    text: str
    """As `Problem.message`: no capital, no stop."""
    hint: str = ""

    @property
    def sentence(self) -> str:
        return f"{capital(self.text)}."


def concerns(board: Board, scope: Scope) -> tuple[Concern, ...]:
    """Concerns about members and term; a dissolved board is judged by its last day."""
    return (*_number(board, scope), *_thon(board, scope), *_roles(board, scope), *_term(board, scope))


def board_cases(board: Board, scope: Scope) -> tuple[Case, ...]:
    """The board's recommendations with the state of their answers, in the order of the file."""
    return cases(board.recommendations, ANSWERS[board.type], scope)


def thon_of(scope: Scope) -> list[Thon]:
    """The commune's thôn; empty where its profile names none."""
    record = scope.commune.one("profile")
    profile: Profile | None = record.data if record else None
    return profile.thon if profile else []


def _number(board: Board, scope: Scope) -> Iterable[Concern]:
    duty = _duty(MEMBERS, board, scope)
    least, found, loc = duty.minimum if duty else None, len(board.members), ("thanh_vien",)
    if least is None:
        return
    if not found:
        yield Concern(
            "too_few_members", loc, f"chưa ghi thành viên nào, luật yêu cầu ít nhất {least} người", MORE
        )
    elif found < least:
        only = "chỉ có" if board.over(scope.day) else "mới có"
        yield Concern("too_few_members", loc, f"{only} {found} người, luật yêu cầu ít nhất {least}", MORE)
    thon = len(thon_of(scope))
    if board.type is BoardType.INSPECTION and 0 < thon < least < found:
        # NĐ 59/2023/NĐ-CP Đ13: a commune with fewer thôn than the minimum elects at most the minimum.
        yield Concern(
            "too_many_members", loc, f"có {found} người, xã có {thon} thôn chỉ bầu tới {least}", REVIEW
        )


def _thon(board: Board, scope: Scope) -> Iterable[Concern]:
    """Luật 10/2022/QH15 Đ36: every thôn elects a member of the Ban Thanh tra nhân dân."""
    if board.type is not BoardType.INSPECTION or _duty(MEMBERS, board, scope) is None:
        return
    present = {member.thon for member in board.members}
    absent = [thon.full_name for thon in thon_of(scope) if thon.id not in present]
    if absent and board.members:
        names = ", ".join(small(name) for name in absent)
        yield Concern("thon_without_member", ("thanh_vien",), f"chưa có người của {names}", MORE)


def _roles(board: Board, scope: Scope) -> Iterable[Concern]:
    roles = [member.role for member in board.members]
    if roles and Role.HEAD not in roles:
        yield Concern(
            "no_head",
            ("thanh_vien",),
            "chưa ghi ai là trưởng ban",
            "Ghi vai_tro: truong_ban cho một người.",
        )
    duty, deputies = _duty(DEPUTIES, board, scope), roles.count(Role.DEPUTY)
    if duty and duty.maximum is not None and deputies > duty.maximum:
        text = f"có {deputies} phó trưởng ban, quy định cho nhiều nhất {duty.maximum}"
        yield Concern("too_many_deputies", ("thanh_vien",), text, REVIEW)


def _term(board: Board, scope: Scope) -> Iterable[Concern]:
    until = board.term.until if board.term else None
    if until and until < scope.day and not board.over(scope.day):
        yield Concern(
            "term_over",
            ("nhiem_ky", "den_ngay"),
            f"nhiệm kỳ đã hết từ ngày {say_day(until)}",
            "Ghi ban mới; ban đã xong việc thì ghi ngay_giai_the.",
        )


def _duty(ids: Mapping[BoardType, str], board: Board, scope: Scope) -> Duty | None:
    """The version in force today, or on the board's last day."""
    return scope.province.duty(ids[board.type], min(board.dissolved or scope.day, scope.day))
