"""Rules of the results: counts agree, periods follow each other, printed rates are made of the counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import combinations

from generator.core import Loc, Problem, Record
from generator.kinds._kind import Scope
from generator.kinds._percents import notice_small
from generator.kinds.results.check_apologies import check_apologies
from generator.kinds.results.model import PeriodResult, PublishedRate, Results
from generator.words.dates import say_day
from generator.words.fold import fold
from generator.words.money import say_number, say_percent


def check(scope: Scope) -> Iterable[Problem]:
    for record in scope.commune.all("results"):
        for index, result in enumerate(record.data.periods):
            loc: Loc = ("ket_qua", index)
            yield from _counts(record, loc, result)
            yield from _ahead(record, loc, result, scope.day)
            yield from _rates(record, loc, result)
        yield from _pairs(record)
        yield from _fields(record)
        yield from check_apologies(record, scope)


def differs(result: PeriodResult, rate: PublishedRate) -> bool:
    """Whether a printed rate is neither the rounded nor the cut-off rate of the counts.

    All and nothing must be just that. A rate of nothing, or of what was not counted, cannot be
    compared and does not differ.
    """
    part, whole = result.parts(rate.of)
    if part is None or not whole:
        return False
    if rate.percent in (0, 100):
        return rate.percent * whole != part * 100
    exact = Decimal(part) * 100 / whole
    step = Decimal(1).scaleb(int(rate.percent.as_tuple().exponent))
    return rate.percent not in {exact.quantize(step, way) for way in (ROUND_HALF_UP, ROUND_FLOOR)}


def explain(result: PeriodResult, rate: PublishedRate) -> str:
    """Both figures in one sentence without its stop, for the check and for the page."""
    part, whole = result.parts(rate.of)
    own = result.rate(rate.of)
    counted = "không tính được" if own is None else f"là {say_percent(own)}"
    made = "" if own is None or part is None else f" ({say_number(part)} trong {say_number(whole)})"
    return f"báo cáo ghi {say_percent(rate.percent)}, tính từ số hồ sơ {counted}{made}"


def _counts(record: Record[Results], loc: Loc, result: PeriodResult) -> Iterable[Problem]:
    left = result.resolved + result.waiting
    if result.all != left:
        yield record.problem(
            "sum_differs",
            (*loc, "tiep_nhan"),
            f"tiếp nhận và kỳ trước chuyển sang là {say_number(result.all)} hồ sơ, đã trả và đang làm là "
            f"{say_number(left)}",
            f"Lệch {say_number(abs(result.all - left))} hồ sơ; xem lại các số của kỳ {result.period}.",
        )
    parts = (
        ("truc_tuyen", result.online, "nộp qua mạng", result.received, "tiếp nhận trong kỳ"),
        ("dang_qua_han", result.overdue, "đang quá hẹn", result.waiting, "đang làm"),
    )
    for key, part, name, whole, of in parts:
        if part is not None and part > whole:
            yield record.problem(
                "more_than_all",
                (*loc, key),
                f"{say_number(part)} hồ sơ {name}, nhiều hơn {say_number(whole)} hồ sơ {of}",
                "Sửa một trong hai số.",
            )


def _ahead(record: Record[Results], loc: Loc, result: PeriodResult, day: date) -> Iterable[Problem]:
    period, at = result.period, (*loc, "ky")
    if period.start > day:
        yield record.problem(
            "date_in_future", at, f"{period} chưa tới, hôm nay là {say_day(day)}", "Xem lại kỳ."
        )
    elif period.end >= day:
        yield record.notice(
            "period_not_over",
            at,
            f"{period} đến ngày {say_day(period.end)} mới hết, hôm nay là {say_day(day)}",
            "Hết kỳ thì cập nhật lại các số.",
        )


def _rates(record: Record[Results], loc: Loc, result: PeriodResult) -> Iterable[Problem]:
    for index, rate in enumerate(result.rates):
        here: Loc = (*loc, "ty_le_cong_bo", index, "ty_le")
        if result.rate(rate.of) is None:
            yield from notice_small(record, here, rate.percent)
        if differs(result, rate):
            yield record.notice(
                "rate_differs",
                here,
                f"tỷ lệ {rate.of.label.lower()}, {explain(result, rate)}",
                "Trang sẽ ghi cả hai; báo cáo sai thì đính chính báo cáo.",
            )


def _pairs(record: Record[Results]) -> Iterable[Problem]:
    """Periods of one field never overlap, and what waits at the end of one begins the next."""
    for (first, before), (second, after) in combinations(enumerate(record.data.periods), 2):
        if fold(before.field or "") != fold(after.field or ""):
            continue
        if before.period.overlaps(after.period):
            yield record.problem(
                "periods_overlap",
                ("ket_qua", second, "ky"),
                f"{after.period} chồng lên {before.period}{_of(after)}",
                "Mỗi ngày chỉ tính vào một kỳ; bỏ một mục hoặc sửa kỳ.",
            )
        yield from _carried(record, *sorted(((before, first), (after, second)), key=_start))


def _start(found: tuple[PeriodResult, int]) -> date:
    return found[0].period.start


def _carried(
    record: Record[Results], before: tuple[PeriodResult, int], after: tuple[PeriodResult, int]
) -> Iterator[Problem]:
    earlier, later = before[0], after[0]
    follows = earlier.period.end + timedelta(days=1) == later.period.start
    if follows and earlier.waiting != later.carried:
        yield record.notice(
            "carried_differs",
            ("ket_qua", after[1], "ky_truoc"),
            f"{later.period} ghi kỳ trước chuyển sang {say_number(later.carried)} hồ sơ, cuối "
            f"{earlier.period} còn {say_number(earlier.waiting)}{_of(later)}",
            "Hai số này thường bằng nhau; nếu đúng là khác, nói vì sao ở ghi_chu.",
        )


def _of(result: PeriodResult) -> str:
    return f" (lĩnh vực {result.field})" if result.field else ""


def _fields(record: Record[Results]) -> Iterable[Problem]:
    """The fields of a period together are never more than the whole period."""
    for index, whole in enumerate(record.data.periods):
        parts = [r for r in record.data.periods if r.field and r.period == whole.period]
        if parts and not whole.field:
            loc: Loc = ("ket_qua", index)
            received, late = sum(r.received for r in parts), sum(r.late for r in parts)
            yield from _at_most(record, (*loc, "tiep_nhan"), "tiếp nhận", whole.received, received)
            yield from _at_most(record, (*loc, "tre_han"), "trả trễ hẹn", whole.late, late)


def _at_most(record: Record[Results], loc: Loc, name: str, whole: int, added: int) -> Iterable[Problem]:
    if added > whole:
        yield record.problem(
            "sum_differs",
            loc,
            f"cả kỳ ghi {name} {say_number(whole)} hồ sơ, riêng các lĩnh vực cộng lại đã {say_number(added)}",
            "Sửa số của cả kỳ hoặc của từng lĩnh vực.",
        )
