"""How far a project is on a day: money, time and work as shares beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from generator.kinds.project.choices import Status
from generator.kinds.project.model import Project
from generator.words.dates import say_day, say_days
from generator.words.money import say_percent, say_short_money, share

UNKNOWN = "chưa công khai"
MONEY = ("Tiền đã chi", "Tiền")
TIME = ("Thời gian đã qua", "Thời gian")
WORK = ("Khối lượng đã xong", "Khối lượng")
OLD = 90
"""Days after which the last report of running works is called old."""


@dataclass(frozen=True)
class Measure:
    """One of the three shares, with its words."""

    name: str
    short: str
    """Its name on a card."""
    percent: int | None
    """Length of the bar, 0 to 100; None where it cannot be known."""
    figure: str
    """What stands beside the bar: "62%", "chưa công khai"."""
    detail: str


def measures(project: Project, day: date) -> tuple[Measure, Measure, Measure]:
    """Money paid, time gone, work done, always in this order."""
    return _money(project), _time(project, day), _work(project, day)


def time_share(project: Project, day: date) -> Decimal | None:
    """Per cent of the planned time that is gone on a day, 0 to 100; None where no plan is known."""
    begin, deadline = project.begin, project.deadline
    if begin is None or deadline is None or begin >= deadline:
        return None
    gone = share((day - begin).days, (deadline - begin).days)
    return None if gone is None else min(max(gone, Decimal(0)), Decimal(100))


def whole(percent: Decimal) -> int:
    """A share as a whole number, half up."""
    return int(percent.quantize(Decimal(1), ROUND_HALF_UP))


def say_span(days: int) -> str:
    """12 ngày; 135 ngày (khoảng 4 tháng)"""
    return f"{days} ngày" if days < 90 else f"{days} ngày (khoảng {say_days(days)})"


def _say_share(percent: Decimal) -> str:
    """A rounded share that never claims nothing or all where it is not so."""
    if 0 < percent < 1:
        return "dưới 1%"
    if 99 < percent < 100:
        return "hơn 99%"
    return f"{whole(percent)}%"


def _money(project: Project) -> Measure:
    paid, total = project.disbursed, project.total
    percent = share(paid.amount, total) if paid and total else None
    if paid is None:
        known = f"Tổng mức {say_short_money(total)}" if total else ""
        return Measure(*MONEY, None, UNKNOWN, known)
    until = f"đến ngày {say_day(paid.day)}"
    if total is None or percent is None:
        return Measure(
            *MONEY, None, say_short_money(paid.amount), f"{until.capitalize()}; chưa rõ tổng mức"
        )
    detail = f"{say_short_money(paid.amount)} trong {say_short_money(total)}, {until}"
    return Measure(*MONEY, min(whole(percent), 100), _say_share(percent), detail)


def _time(project: Project, day: date) -> Measure:
    finish = project.schedule.finish
    gone = time_share(project, finish or day)
    if project.status is Status.STOPPED:
        return Measure(*TIME, None, "đã dừng", "Dự án dừng hẳn, không tính thời gian")
    if gone is None:
        return Measure(*TIME, None, UNKNOWN, "Chưa đủ ngày khởi công, hoàn thành theo kế hoạch")
    if finish is None and project.status.is_finished:
        return Measure(*TIME, None, UNKNOWN, "Chưa công khai ngày hoàn thành thực tế")
    return Measure(*TIME, whole(gone), _say_share(gone), _say_time(project, day))


def _say_time(project: Project, day: date) -> str:
    begin, deadline, finish = project.begin, project.deadline, project.schedule.finish
    if begin is None or deadline is None:
        return ""
    if finish:
        return f"Xong ngày {say_day(finish)}, {compare(finish, deadline)}"
    if day < begin:
        return f"Chưa đến ngày khởi công theo kế hoạch: {say_day(begin)}"
    if day > deadline:
        return f"Hạn là ngày {say_day(deadline)}, đã quá {say_span((day - deadline).days)}"
    return f"{(day - begin).days} trong {(deadline - begin).days} ngày, hạn là ngày {say_day(deadline)}"


def compare(actual: date, planned: date) -> str:
    """chậm 9 ngày so với kế hoạch; đúng kế hoạch"""
    days = (actual - planned).days
    if days == 0:
        return "đúng kế hoạch"
    return f"{'chậm' if days > 0 else 'sớm'} {say_span(abs(days))} so với kế hoạch"


def _work(project: Project, day: date) -> Measure:
    if project.work:
        last = project.reports[-1]
        return Measure(*WORK, whole(last.percent), say_percent(last.percent), _say_report(project, day))
    if project.status.is_finished:
        return Measure(*WORK, 100, "100%", "Theo tình trạng xã công khai")
    if project.status is Status.PREPARING and project.schedule.start is None:
        return Measure(*WORK, 0, "0%", "Chưa khởi công")
    return Measure(*WORK, None, UNKNOWN, "Chưa có báo cáo khối lượng")


def _say_report(project: Project, day: date) -> str:
    last = project.reports[-1].day
    told = f"Báo cáo ngày {say_day(last)}"
    if is_old(project, day):
        return f"{told}, đã {say_span((day - last).days)} chưa có báo cáo mới"
    return told


def is_old(project: Project, day: date) -> bool:
    """Whether works are running and the last report of them is long ago."""
    running = project.status is Status.RUNNING and bool(project.work)
    return running and (day - project.reports[-1].day).days > OLD
