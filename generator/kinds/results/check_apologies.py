"""Rules of the apologies for late dossiers: procedures that exist, days in order, none left out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.core import Loc, Problem, Record
from generator.kinds._dates import check_past
from generator.kinds._kind import Scope
from generator.kinds._naming import check_unnamed
from generator.kinds._references import unknown_procedure
from generator.kinds.results.model import Results
from generator.words.dates import say_day
from generator.words.money import say_number


def check_apologies(record: Record[Results], scope: Scope) -> Iterable[Problem]:
    for index, found in enumerate(record.data.apologies):
        loc: Loc = ("xin_loi", index)
        yield from unknown_procedure(record, (*loc, "ma"), found.code, scope)
        yield from check_unnamed(record, (((*loc, "ly_do"), found.reason),))
        if found.new_day <= found.promised:
            yield record.problem(
                "dates_out_of_order",
                (*loc, "ngay_hen_moi"),
                f"ngày hẹn mới {say_day(found.new_day)} không sau ngày hẹn cũ {say_day(found.promised)}",
                "Xem lại hai ngày này.",
            )
        if found.day > found.promised:
            yield record.notice(
                "apology_late",
                (*loc, "ngay_xin_loi"),
                f"xin lỗi ngày {say_day(found.day)}, sau ngày hẹn {say_day(found.promised)}",
                "Lời xin lỗi phải tới trước ngày hẹn; nếu đúng là muộn thì giữ nguyên.",
            )
        yield from _returned(record, loc, index, scope.day)
    yield from _unexcused(record)


def _returned(record: Record[Results], loc: Loc, index: int, day: date) -> Iterable[Problem]:
    found = record.data.apologies[index]
    for key, value in (("ngay_xin_loi", found.day), ("ngay_tra", found.returned)):
        yield from check_past(record, (*loc, key), value, day)
    if found.returned is None and found.new_day < day:
        yield record.notice(
            "promise_over",
            (*loc, "ngay_hen_moi"),
            f"đã quá ngày hẹn mới {say_day(found.new_day)}, tính đến ngày {say_day(day)}, chưa ghi ngày trả",
            "Trả rồi thì thêm ngay_tra.",
        )


def _unexcused(record: Record[Results]) -> Iterable[Problem]:
    late = sum(result.late for result in record.data.periods if not result.field)
    told = sum(found.returned is not None for found in record.data.apologies)
    if late > told:
        yield record.notice(
            "late_without_apology",
            ("xin_loi",),
            f"các kỳ có {say_number(late)} hồ sơ trả trễ hẹn, lời xin lỗi của hồ sơ đã trả mới có {told}",
            "Thêm một mục xin_loi cho mỗi hồ sơ trễ, không nêu tên người nộp.",
        )
