"""Rules of the consultations: long enough, days in order, no group larger than the whole."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.core import Level, Loc, Problem, Record
from generator.kinds._dates import check_order, check_past
from generator.kinds._kind import Scope
from generator.kinds._naming import check_unnamed
from generator.kinds._references import unknown_thon
from generator.kinds.consultation.model import Consultation
from generator.kinds.consultation.view import length, too_short
from generator.words.dates import say_day
from generator.words.money import say_number

DONE = "Chỉ ghi việc đã xong."


def check(scope: Scope) -> Iterable[Problem]:
    for record in scope.commune.all("consultation"):
        for index, id in enumerate(record.data.thon):
            yield from unknown_thon(record, ("thon", index), id, scope)
        yield from _time(record, scope)
        yield from _ways(record, scope.day)
        yield from _counts(record)
        yield from _after(record, scope.day)
        yield from check_unnamed(record, _told(record.data))


def _told(found: Consultation) -> Iterable[tuple[Loc, str | None]]:
    """What people said and were answered."""
    if found.summary:
        yield ("tong_hop", "noi_dung"), found.summary.text
        for index, opinion in enumerate(found.summary.opinions):
            yield ("tong_hop", "nhom", index, "y_kien"), opinion.text
            yield ("tong_hop", "nhom", index, "tra_loi"), opinion.reply


def _time(record: Record[Consultation], scope: Scope) -> Iterable[Problem]:
    """Too short a time can be mended until it is over; afterwards it is what happened, and the page says so."""
    found = record.data
    least = too_short(found, scope)
    if found.until < found.since:
        yield record.problem(
            "dates_out_of_order",
            ("den_ngay",),
            f"đến ngày {say_day(found.until)}, trước ngày bắt đầu {say_day(found.since)}",
            "Xem lại tu_ngay, den_ngay.",
        )
    elif least is not None:
        yield record.problem(
            "consultation_short",
            ("den_ngay",),
            f"lấy ý kiến {length(found)} ngày, luật đòi ít nhất {least} ngày kể từ ngày công khai",
            "Lùi den_ngay; nếu luật riêng định khác thì ghi luat_rieng.",
            Level.NOTICE if found.until < scope.day else Level.ERROR,
        )


def _ways(record: Record[Consultation], day: date) -> Iterable[Problem]:
    """How people are asked; while they are, they must know where an answer goes."""
    found = record.data
    if found.receiver is None and day <= found.until:
        yield record.notice(
            "receiver_missing",
            (),
            "chưa ghi góp ý gửi về đâu",
            "Thêm noi_nhan: bo_phan, dien_thoai, dia_chi.",
        )
    for index, way in enumerate(found.ways):
        if way.day and not found.since <= way.day <= found.until:
            yield record.notice(
                "outside_period",
                ("hinh_thuc_lay", index, "ngay"),
                f"ngày {say_day(way.day)} nằm ngoài thời gian lấy ý kiến, "
                f"{say_day(found.since)} - {say_day(found.until)}",
                "Xem lại ngày này, hoặc tu_ngay, den_ngay.",
            )


def _counts(record: Record[Consultation]) -> Iterable[Problem]:
    """One opinion may speak of several things: groups may add up to more, none is larger; Đ28 k3 wants all answered."""
    summary = record.data.summary
    for index, opinion in enumerate(summary.opinions if summary else ()):
        if summary and opinion.count is not None and opinion.count > summary.count:
            yield record.problem(
                "more_than_all",
                ("tong_hop", "nhom", index, "so_y_kien"),
                f"nhóm này {say_number(opinion.count)} ý kiến, cả đợt chỉ có {say_number(summary.count)}",
                "Xem lại hai số so_y_kien.",
            )
    if summary and summary.unanswered:
        yield record.notice(
            "opinions_unanswered",
            ("tong_hop", "so_y_kien"),
            f"{say_number(summary.unanswered)} trong {say_number(summary.count)} ý kiến chưa có trả lời",
            "Thêm nhóm và câu trả lời cho những ý kiến ấy vào tong_hop, nhom.",
        )


def _after(record: Record[Consultation], day: date) -> Iterable[Problem]:
    """What comes after the last day: the summary, the answer from above, the decision."""
    found, summary = record.data, record.data.summary
    told = summary.day if summary else None
    decided = found.decision.day if found.decision else None
    answered = found.higher.day if found.higher else None
    yield from check_past(record, ("tong_hop", "ngay"), told, day, DONE)
    yield from check_past(record, ("cap_tren_tra_loi", "ngay"), answered, day, DONE)
    yield from check_past(record, ("quyet_dinh", "ngay"), decided, day, DONE)
    yield from check_order(record, ("tong_hop", "ngay"), told, found.since, "ngày bắt đầu lấy ý kiến")
    if summary:
        yield from check_order(record, ("tong_hop", "ngay_dang"), summary.posted, told, "ngày tổng hợp")
        yield from check_order(record, ("tong_hop", "ngay_gui"), summary.sent, told, "ngày tổng hợp")
    for loc, when in ((("tong_hop", "ngay"), told), (("quyet_dinh", "ngay"), decided)):
        if when and found.since <= when < found.until:
            yield record.notice(
                "decided_before_closing",
                loc,
                f"ngày {say_day(when)}, khi còn nhận ý kiến đến {say_day(found.until)}",
                "Xem lại den_ngay và ngày này.",
            )
