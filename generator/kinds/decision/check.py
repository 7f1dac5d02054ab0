"""Rules of the matters that residents decide: votes add up, a typed result is the computed one, days in order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.core import Loc, Problem, Record
from generator.kinds._dates import check_order, check_past
from generator.kinds._deadlines import check_announced
from generator.kinds._kind import Scope
from generator.kinds._references import unknown_thon
from generator.kinds._votes import check_votes, outcome
from generator.kinds.decision.model import Decision, Extent, Form, Matter, Result, ThonVote
from generator.kinds.decision.result import computable, passed
from generator.words.money import say_number

DONE = "Chỉ ghi kết quả của việc đã xong."


def check(scope: Scope) -> Iterable[Problem]:
    for record in scope.commune.all("decision"):
        for index, vote in enumerate(record.data.thon):
            yield from _vote(record, ("theo_thon", index), vote, scope)
        yield from _thon(record)
        yield from _result(record, scope)
        yield from _after(record, scope.day)


def _vote(record: Record[Decision], loc: Loc, vote: ThonVote, scope: Scope) -> Iterable[Problem]:
    yield from unknown_thon(record, (*loc, "thon"), vote.thon, scope)
    yield from check_announced(
        record, (*loc, "ngay_moi"), vote.told, vote.day, record.data.form.notice, scope
    )
    if vote.votes is None:
        return
    yield from check_votes(record, (*loc, "phieu"), vote.votes)
    yield from check_past(record, (*loc, "ngay"), vote.day, scope.day, DONE)
    yield from _households(record, (*loc, "phieu", "so_ho"), vote, scope)


def _households(record: Record[Decision], loc: Loc, vote: ThonVote, scope: Scope) -> Iterable[Problem]:
    """Fewer households than the profile tells are suspicious where only that makes the vote enough."""
    profile = scope.commune.one("profile")
    thon = profile.data.thon_called(vote.thon) if profile else None
    duty = scope.province.duty(record.data.matter.threshold, vote.day)
    if vote.votes is None or thon is None or thon.households is None:
        return
    by_profile = vote.votes.model_copy(update={"households": thon.households})
    if outcome(vote.votes, duty).passed and outcome(by_profile, duty).passed is False:
        yield record.notice(
            "households_differ",
            loc,
            f"ghi {say_number(vote.votes.households)} hộ, xa.yml ghi thôn này {say_number(thon.households)} hộ; "
            "tính theo số ấy thì chưa đủ tán thành",
            "Luật tính trên tổng số hộ của thôn, không phải số hộ dự; xem lại hai số.",
        )


def _thon(record: Record[Decision]) -> Iterable[Problem]:
    decision, ids = record.data, [vote.thon for vote in record.data.thon]
    for index, id in enumerate(ids):
        if id in ids[:index]:
            loc: Loc = ("theo_thon", index, "thon")
            yield record.problem("not_unique", loc, f"thôn “{id}” ghi hai lần", "Gộp làm một mục.")
    if decision.extent is Extent.THON and len(ids) > 1:
        yield record.problem(
            "extent_differs",
            ("theo_thon", 1),
            f"việc của một thôn mà ghi {len(ids)} thôn",
            "Việc cả xã thì ghi pham_vi: xa; việc riêng từng thôn thì mỗi thôn một tệp.",
        )
    if decision.form is Form.ONLINE and decision.matter is not Matter.OTHER:
        yield record.notice(
            "online_not_allowed",
            ("hinh_thuc_ban",),
            f"biểu quyết trực tuyến chỉ dùng cho {Matter.OTHER.label.lower()}",
            "Xem lại hinh_thuc_ban, khoan.",
        )


def _result(record: Record[Decision], scope: Scope) -> Iterable[Problem]:
    """The count decides; what somebody typed is only compared with it."""
    decision, found = record.data, passed(record.data, scope)
    if not computable(decision, scope):
        return
    if decision.result and (decision.result is Result.PASSED) is not found:
        counted = {True: Result.PASSED.label.lower(), False: Result.REFUSED.label.lower()}
        told = counted[found] if found is not None else "chưa đủ để kết luận"
        yield record.problem(
            "result_differs",
            ("ket_qua",),
            f"ghi “{decision.result.label.lower()}”, tính từ số phiếu là {told}",
            "Xem lại số phiếu, số hộ, hoặc xóa dòng này: máy tự tính.",
        )
    if decision.recognition and not found:
        yield record.problem(
            "recognised_not_passed",
            ("cong_nhan",),
            "đã ghi văn bản công nhận, mà số phiếu chưa cho thấy việc này được thông qua",
            "Xem lại số phiếu từng thôn; chưa có thì thêm phieu.",
        )


def _after(record: Record[Decision], day: date) -> Iterable[Problem]:
    decision = record.data
    recognised = decision.recognition.day if decision.recognition else None
    yield from check_past(record, ("ngay_gui",), decision.sent, day, DONE)
    yield from check_past(record, ("cong_nhan", "ngay"), recognised, day, DONE)
    yield from check_order(record, ("ngay_gui",), decision.sent, decision.last_vote, "ngày biểu quyết")
    earlier = decision.sent or decision.last_vote
    yield from check_order(record, ("cong_nhan", "ngay"), recognised, earlier, "ngày gửi, ngày biểu quyết")
