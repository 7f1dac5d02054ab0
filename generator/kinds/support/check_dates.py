"""Rules of a support programme's days: decided before paid, nothing told as done that lies ahead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.core import Loc, Problem, Record
from generator.kinds._dates import check_order, check_past
from generator.kinds.support.model import Support
from generator.words.dates import say_day


def check_dates(record: Record[Support], day: date) -> Iterable[Problem]:
    support = record.data
    decided = support.decision.day if support.decision else None
    ordered = support.basis.day if support.basis else None
    yield from check_past(record, ("quyet_dinh", "ngay"), decided, day)
    yield from check_order(record, ("quyet_dinh", "ngay"), decided, ordered, "ngày văn bản căn cứ")
    result, first = ("ngay_dang_ket_qua",), support.disclosure.posted
    early = tuple(check_order(record, result, support.posted, decided, "ngày quyết định kết quả"))
    yield from early or check_order(record, result, support.posted, first, "ngày đăng lần đầu")
    yield from check_past(record, result, support.posted, day)
    yield from check_past(record, ("ngay_nhan",), support.received, day)
    yield from check_order(record, ("ngay_nhan",), support.received, ordered, "ngày văn bản căn cứ")
    for index, person in enumerate(support.people):
        loc: Loc = ("danh_sach", index, "ngay")
        yield from check_past(record, loc, person.day, day)
        yield from check_order(record, loc, person.day, decided, "ngày quyết định kết quả")
    until = support.objections.until if support.objections else None
    yield from check_order(record, ("y_kien", "den_ngay"), until, decided, "ngày quyết định kết quả")
    if decided and support.until and decided < support.until:
        yield record.notice(
            "decided_before_closing",
            ("quyet_dinh", "ngay"),
            f"duyệt kết quả ngày {say_day(decided)}, khi còn nhận đăng ký đến {say_day(support.until)}",
            "Xem lại dang_ky_den và ngày quyết định.",
        )
