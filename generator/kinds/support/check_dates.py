"""Rules of a support programme's days: decided before paid, nothing told as done that lies ahead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.core import Loc, Problem, Record
from generator.kinds.support.model import Support
from generator.words.dates import say_day


def check_dates(record: Record[Support], day: date) -> Iterable[Problem]:
    support = record.data
    decided = support.decision.day if support.decision else None
    ordered = support.basis.day if support.basis else None
    yield from _future(record, ("quyet_dinh", "ngay"), decided, day)
    yield from _before(record, ("quyet_dinh", "ngay"), decided, ordered, "ngày văn bản căn cứ")
    for index, person in enumerate(support.people):
        loc: Loc = ("danh_sach", index, "ngay")
        yield from _future(record, loc, person.day, day)
        yield from _before(record, loc, person.day, decided, "ngày quyết định kết quả")
    until = support.objections.until if support.objections else None
    yield from _before(record, ("y_kien", "den_ngay"), until, decided, "ngày quyết định kết quả")
    if decided and support.until and decided < support.until:
        yield record.notice(
            "decided_before_closing",
            ("quyet_dinh", "ngay"),
            f"duyệt kết quả ngày {say_day(decided)}, khi còn nhận đăng ký đến {say_day(support.until)}",
            "Xem lại dang_ky_den và ngày quyết định.",
        )


def _before(
    record: Record[Support], loc: Loc, later: date | None, earlier: date | None, name: str
) -> Iterable[Problem]:
    if later and earlier and later < earlier:
        yield record.problem(
            "dates_out_of_order",
            loc,
            f"ngày {say_day(later)} trước {name} {say_day(earlier)}",
            "Xem lại hai ngày này.",
        )


def _future(record: Record[Support], loc: Loc, found: date | None, day: date) -> Iterable[Problem]:
    if found and found > day:
        yield record.problem(
            "date_in_future",
            loc,
            f"ngày {say_day(found)} chưa tới, hôm nay là {say_day(day)}",
            "Chỉ ghi việc đã diễn ra.",
        )
