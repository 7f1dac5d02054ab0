"""What the verdicts of the duties mean to staff: posted late, forms that the law orders not told, overdue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from generator.core import Loc, Problem, Record
from generator.fields.walk import find
from generator.kinds._kind import Scope
from generator.province import Duty, say_basis
from generator.province.duties import Family, Moment
from generator.province.verdicts import Fulfilment, Timeliness, Verdict
from generator.words.dates import say_day
from generator.words.letters import small

POSTED = ("ngay_dang", "ngay_dang_ket_qua", "ngay")
"""Keys of the days that something was posted, or declared empty; the first that fits is pointed at."""


def check_duties(scope: Scope) -> Iterable[Problem]:
    """One notice a record for each sort, one a duty for what is overdue; none where nothing was judged."""
    for found in _by_record(scope.verdicts).values():
        yield from _late(found)
        yield from _unposted(found)
        yield from _early(found)
        yield from _lacking(found)
    for _, group in groupby(filter(_is_overdue, scope.verdicts), key=lambda verdict: verdict.duty.id):
        yield from _overdue(tuple(group), scope)


def _by_record(verdicts: Iterable[Verdict]) -> Mapping[str, list[Verdict]]:
    found: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.record and not verdict.open:
            found.setdefault(verdict.record.source.path, []).append(verdict)
    return found


def _late(found: Iterable[Verdict]) -> Iterator[Problem]:
    """The longest delay of a record; the others would say the same day again."""
    late = [verdict for verdict in found if verdict.timeliness is Timeliness.LATE]
    worst = max(late, key=lambda verdict: verdict.days, default=None)
    if worst and worst.record and worst.due:
        verb = "khai không phát sinh" if worst.state is Fulfilment.EMPTY else "đăng"
        yield worst.record.notice(
            "posted_late",
            _place(worst.record, worst.posted),
            f"{verb} chậm {worst.days} ngày: hạn là {say_day(worst.due.day)}, {worst.due.count}",
            f"Ghi đúng ngày thì để nguyên. Căn cứ: {say_basis(worst.duty.basis)} ({worst.duty.id}).",
        )


def _unposted(found: Iterable[Verdict]) -> Iterator[Problem]:
    """What has a last day and does not say when it was posted is neither in time nor late."""
    untold = (v for v in found if v.due and not v.posted and v.timeliness is Timeliness.UNKNOWN)
    verdict = next(untold, None)
    if verdict and verdict.record and verdict.due:
        yield verdict.record.notice(
            "posted_unknown",
            ("cong_khai", "ngay_dang"),
            f"chưa ghi ngày đăng, hạn là {say_day(verdict.due.day)}; trang ghi là không tính được",
            "Thêm cong_khai, ngay_dang: ngày đăng thật.",
        )


def _early(found: Iterable[Verdict]) -> Iterator[Problem]:
    """Nobody can report a period that is not over; day and month may stand the wrong way round."""
    for verdict in found:
        posted, period = verdict.posted, verdict.period
        if verdict.state is not Fulfilment.PUBLISHED or not _tells_of_what_is_over(verdict.duty):
            continue
        if verdict.record and period and posted and posted <= period.end:
            yield verdict.record.notice(
                "posted_before_period",
                _place(verdict.record, posted),
                f"đăng ngày {say_day(posted)}, trước khi hết kỳ {verdict.period_name}",
                "Xem lại ngày, có thể đã ghi ngược ngày và tháng; hoặc xem lại ky.",
            )


def _tells_of_what_is_over(duty: Duty) -> bool:
    deadline = duty.deadline
    counted = deadline is not None and deadline.since is Moment.PERIOD_END and deadline.number > 0
    return duty.family is Family.PERIODIC and (duty.afterwards or counted)


def _place(record: Record[Any], posted: date | None) -> Loc:
    """Where the day of posting stands in the file."""
    same = [loc for loc, day in find(date, record.data) if day == posted and loc[-1] in POSTED]
    return min(same, key=lambda loc: POSTED.index(str(loc[-1])), default=("cong_khai", "ngay_dang"))


def _lacking(found: Iterable[Verdict]) -> Iterator[Problem]:
    """Every form once, whatever duties ask for it."""
    verdicts = [verdict for verdict in found if verdict.lacking]
    record = verdicts[0].record if verdicts else None
    if record:
        forms = dict.fromkeys(small(form) for verdict in verdicts for form in verdict.lacking)
        duties = dict.fromkeys(verdict.duty.id for verdict in verdicts)
        yield record.notice(
            "forms_lacking",
            ("cong_khai",),
            f"luật đòi {'; '.join(forms)}",
            f"Đã làm thì ghi vào cong_khai, hinh_thuc. Nghĩa vụ: {', '.join(duties)}.",
        )


def _is_overdue(verdict: Verdict) -> bool:
    return verdict.open and verdict.timeliness is Timeliness.OVERDUE


def _overdue(found: tuple[Verdict, ...], scope: Scope) -> Iterator[Problem]:
    """The longest delay of a duty, at the record that is not complete or at the profile."""
    worst = max(found, key=lambda verdict: verdict.days)
    record = worst.record or scope.commune.one("profile")
    if record:
        periods = ", ".join(verdict.period_name for verdict in found if verdict.period)
        what = f"{worst.duty.title}: {periods}" if periods else worst.duty.title
        since = f" {worst.days} ngày" if worst.days else ""
        why = f"; {small(worst.why)}" if worst.record else ""
        yield record.notice(
            "duty_overdue", (), f"quá hạn{since}: {what} ({worst.duty.id}){why}", worst.mend
        )
