"""Rules of the days of a budget record: in order, not ahead, and those there that a deadline counts from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.core import Loc, Problem, Record
from generator.kinds.budget.model import Budget, Stage
from generator.words.dates import say_day

NEEDED: dict[Stage, tuple[str, str]] = {
    Stage.DRAFT: ("session", "ngay_khai_mac"),
    Stage.DECIDED: ("decided", "quyet_dinh"),
    Stage.YEAR: ("reported", "ngay_bao_cao"),
    Stage.SETTLED: ("decided", "quyet_dinh"),
}
"""The day that the deadline of a stage counts from (NĐ 73/2026/NĐ-CP Đ37); of months, it is their end."""


def check_dates(record: Record[Budget], day: date) -> Iterable[Problem]:
    budget = record.data
    yield from _ahead(record, day)
    yield from _order(record)
    attribute, key = NEEDED.get(budget.stage, ("", ""))
    if key and getattr(budget, attribute) is None:
        what = "ngày của văn bản trong quyet_dinh" if key == "quyet_dinh" else key
        yield record.notice(
            "moment_missing",
            (key,),
            f"chưa ghi {what}, nên không tính được đăng đúng hạn hay chậm",
            f"Thêm {what}.",
        )


def _ahead(record: Record[Budget], day: date) -> Iterable[Problem]:
    """A plan speaks of a year to come; what was collected or spent does not, nor was anything signed yet."""
    budget = record.data
    if not budget.stage.is_plan and budget.period.start > day:
        yield record.problem(
            "date_in_future",
            ("nam",),
            f"năm {budget.year} chưa tới, hôm nay là {say_day(day)}",
            "Xem lại năm và giai đoạn.",
        )
    signed: tuple[tuple[Loc, date | None], ...] = (
        (("ngay_bao_cao",), budget.reported),
        (("quyet_dinh", "ngay"), budget.decided),
    )
    for loc, value in signed:
        if value and value > day:
            yield record.problem(
                "date_in_future", loc, f"ngày {say_day(value)} chưa tới", "Chỉ ghi việc đã diễn ra."
            )


def _order(record: Record[Budget]) -> Iterable[Problem]:
    budget, end = record.data, record.data.period.end
    if not budget.stage.is_plan and budget.reported and budget.reported <= end:
        yield record.notice(
            "report_too_soon",
            ("ngay_bao_cao",),
            f"báo cáo ngày {say_day(budget.reported)}, kỳ đến ngày {say_day(end)} mới hết",
            "Số ước thì nói rõ ở tom_tat; có số chính thức thì cập nhật.",
        )
    early = budget.decided and budget.session and budget.decided < budget.session
    if early and budget.decided and budget.session:
        yield record.problem(
            "dates_out_of_order",
            ("quyet_dinh", "ngay"),
            f"quyết định ngày {say_day(budget.decided)}, trước ngày khai mạc kỳ họp {say_day(budget.session)}",
            "Xem lại hai ngày này.",
        )
