"""Rules of service culture: counts agree with each other and with the dossiers that came late."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.core import Loc, Problem, Record
from generator.kinds._dates import check_order, check_past
from generator.kinds._kind import Scope
from generator.kinds._periods import check_apart, check_period
from generator.kinds._plans import unknown_plan
from generator.kinds.culture.model import Culture, Inspection
from generator.words.dates import say_day
from generator.words.money import say_number


def check(scope: Scope) -> Iterable[Problem]:
    for record in scope.commune.all("culture"):
        culture: Culture = record.data
        yield from unknown_plan(record, ("ke_hoach",), culture.plan, scope)
        for index, found in enumerate(culture.inspections):
            yield from check_period(record, ("kiem_tra", index, "ky"), found.period, scope.day)
            yield from _inspection(record, ("kiem_tra", index), found, scope.day)
        for index, letters in enumerate(culture.letters):
            yield from check_period(record, ("thu", index, "ky"), letters.period, scope.day)
        yield from check_apart(record, "kiem_tra", [(each.period, each.by) for each in culture.inspections])
        yield from check_apart(record, "thu", [(each.period, "") for each in culture.letters])
        yield from _apologies(record, scope)


def _inspection(record: Record[Culture], loc: Loc, found: Inspection, day: date) -> Iterable[Problem]:
    if found.faulty > found.inspected:
        yield record.problem(
            "more_than_all",
            (*loc, "vi_pham"),
            f"{say_number(found.faulty)} người vi phạm, nhiều hơn {say_number(found.inspected)} người được kiểm tra",
            "Sửa một trong hai số.",
        )
    if found.day and not found.period.start <= found.day <= found.period.end:
        yield record.problem(
            "outside_period",
            (*loc, "ngay"),
            f"ngày {say_day(found.day)} không thuộc {found.period}",
            "Sửa ngày hoặc sửa kỳ.",
        )
    told = found.document.day if found.document else found.day or found.period.start
    yield from check_order(record, (*loc, "ngay_dang"), found.posted, told, "ngày kiểm tra, ngày văn bản")
    yield from check_past(record, (*loc, "ngay_dang"), found.posted, day)
    if found.faulty and not found.handling:
        yield record.notice(
            "not_handled",
            (*loc, "vi_pham"),
            f"{say_number(found.faulty)} người vi phạm, chưa ghi đã xử lý thế nào",
            "Thêm xu_ly; chưa xử lý thì ghi rõ đến bao giờ xong.",
        )


def _apologies(record: Record[Culture], scope: Scope) -> Iterable[Problem]:
    """The plan of the province asks for a letter to each dossier that came late in the same period."""
    results = scope.commune.one("results")
    months = [r for r in results.data.periods if not r.field] if results else []
    for index, letters in enumerate(record.data.letters):
        start, end = letters.period.start, letters.period.end
        due = sum(r.late for r in months if start <= r.period.start and r.period.end <= end)
        if letters.late is not None and letters.late < due:
            yield record.notice(
                "letters_fewer",
                ("thu", index, "xin_loi_tre_hen"),
                f"{letters.period} gửi {say_number(letters.late)} thư xin lỗi, ket-qua-ho-so.yml ghi "
                f"{say_number(due)} hồ sơ trả trễ hẹn",
                "Gửi thư còn thiếu, hoặc sửa số đã ghi.",
            )
