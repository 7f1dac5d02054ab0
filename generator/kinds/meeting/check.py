"""Rules of the meetings: thôn that exist, days in order, promises explained, elections that add up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.core import Loc, Problem, Record
from generator.kinds._dates import check_order, check_past
from generator.kinds._deadlines import check_announced
from generator.kinds._kind import Scope
from generator.kinds._naming import check_unnamed
from generator.kinds._references import unknown_thon
from generator.kinds._votes import check_votes
from generator.kinds.meeting.model import Meeting, MeetingType, Promise
from generator.kinds.meeting.promises import state_of
from generator.kinds.meeting.view import election_of
from generator.words.dates import say_day

HELD = "ngày họp"


def check(scope: Scope) -> Iterable[Problem]:
    for record in scope.commune.all("meeting"):
        meeting = record.data
        yield from _thon(record, scope)
        yield from check_announced(
            record, ("ngay_moi",), meeting.told, meeting.day, meeting.type.notice, scope
        )
        yield from _ahead(record, scope.day)
        yield from check_order(record, ("ngay_dang_ket_qua",), meeting.posted, meeting.day, HELD)
        for index, promise in enumerate(meeting.promises):
            yield from _promise(record, ("viec_da_hua", index), promise, scope.day)
        yield from _election(record, scope)


def _thon(record: Record[Meeting], scope: Scope) -> Iterable[Problem]:
    meeting = record.data
    for index, id in enumerate(meeting.thon):
        yield from unknown_thon(record, ("thon", index), id, scope)
    if meeting.type in (MeetingType.THON, MeetingType.ELECTION) and not meeting.thon:
        yield record.problem(
            "thon_missing",
            ("loai",),
            f"“{meeting.type.label}” mà chưa ghi thôn nào",
            "Thêm mục thon với mã thôn ghi trong xa.yml.",
        )
    if meeting.type is MeetingType.ELECTION and len(meeting.thon) > 1:
        yield record.problem(
            "extent_differs",
            ("thon", 1),
            f"một cuộc bầu Trưởng thôn mà ghi {len(meeting.thon)} thôn",
            "Mỗi thôn một tệp.",
        )


def _ahead(record: Record[Meeting], day: date) -> Iterable[Problem]:
    meeting = record.data
    told = meeting.is_told or meeting.promises or meeting.people is not None or meeting.opinions is not None
    if meeting.day > day and told:
        yield record.problem(
            "date_in_future",
            ("ngay",),
            f"ngày {say_day(meeting.day)} chưa tới mà đã ghi kết quả",
            "Xem lại ngày; chưa họp thì chỉ ghi giấy mời và nội dung.",
        )


def _promise(record: Record[Meeting], loc: Loc, promise: Promise, day: date) -> Iterable[Problem]:
    yield from check_order(record, (*loc, "han"), promise.due, record.data.day, HELD)
    yield from check_order(record, (*loc, "xong"), promise.done, record.data.day, HELD)
    yield from check_past(record, (*loc, "xong"), promise.done, day, "Chỉ ghi việc đã làm xong.")
    told = (("noi_dung", promise.text), ("ket_qua", promise.result), ("ly_do_cham", promise.reason))
    yield from check_unnamed(record, (((*loc, key), text) for key, text in told))
    state = state_of(promise, day)
    if state.late and not promise.reason:
        yield record.notice(
            "delay_unexplained",
            loc,
            f"việc đã hứa {state.label.lower()}, chưa ghi vì sao",
            "Thêm ly_do_cham; đã làm xong thì ghi xong.",
        )


def _election(record: Record[Meeting], scope: Scope) -> Iterable[Problem]:
    meeting, election = record.data, record.data.election
    if election is None:
        return
    if meeting.type is not MeetingType.ELECTION:
        yield record.problem(
            "election_unexpected",
            ("bau_cu",),
            f"ghi kết quả bầu cử mà loại là “{meeting.type.label}”",
            "Sửa loai thành bau_cu, hoặc bỏ mục này.",
        )
    if election.votes:
        yield from check_votes(record, ("bau_cu", "phieu"), election.votes)
    found = election_of(meeting, scope)
    if election.recognition and (found is None or found.passed is False):
        yield record.problem(
            "recognised_not_passed",
            ("bau_cu", "cong_nhan"),
            "đã ghi văn bản công nhận, mà số phiếu chưa cho thấy đã trúng cử",
            "Xem lại số phiếu; chưa có thì thêm phieu.",
        )
