"""Rules of a project's money: sums that agree, nothing paid beyond what is decided."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Loc, Problem, Record
from generator.kinds.project.model import Project
from generator.words.money import say_money

SMALL, LARGE = 10**6, 10**12
"""A sum below was probably written in millions; one above is more than a commune's works cost."""


def check_money(record: Record[Project]) -> Iterable[Problem]:
    yield from _sources(record)
    yield from _disbursed(record)
    yield from _years(record)
    yield from _contracts(record)
    yield from _settlement(record)
    yield from _unlikely(record)


def _sources(record: Record[Project]) -> Iterable[Problem]:
    total, funding = record.data.total, record.data.funding
    found = sum(part.amount for part in funding)
    if total is not None and funding and found != total:
        side = "thừa" if found > total else "thiếu"
        yield record.problem(
            "sum_differs",
            ("nguon_von",),
            f"các nguồn vốn cộng lại {say_money(found)}, tổng mức đầu tư ghi {say_money(total)}",
            f"Đang {side} {say_money(abs(found - total))}; sửa nguồn hoặc tổng mức.",
        )


def _disbursed(record: Record[Project]) -> Iterable[Problem]:
    total, paid = record.data.total, record.data.disbursed
    if total is None or not paid or paid.amount <= total:
        return
    loc: Loc = ("giai_ngan", "so_tien")
    said = f"đã giải ngân {say_money(paid.amount)}, nhiều hơn tổng mức {say_money(total)}"
    if paid.note:
        yield record.notice(
            "paid_over_total", loc, said, "Sửa số tiền; ghi_chu đã nói vì sao thì để nguyên."
        )
    else:
        yield record.problem(
            "paid_over_total", loc, said, "Sửa số tiền; nếu đúng, thêm ghi_chu nói vì sao."
        )


def _years(record: Record[Project]) -> Iterable[Problem]:
    years, paid = record.data.years, record.data.disbursed
    for index, plan in enumerate(years):
        loc: Loc = ("ke_hoach_von", index)
        if plan.year in [other.year for other in years[:index]]:
            yield record.problem(
                "not_unique", (*loc, "nam"), f"năm {plan.year} ghi hai lần", "Gộp làm một."
            )
        if plan.paid is not None and plan.paid > plan.planned:
            yield record.notice(
                "paid_over_plan",
                (*loc, "da_giai_ngan"),
                f"năm {plan.year} đã chi {say_money(plan.paid)}, vốn được giao {say_money(plan.planned)}",
                "Xem lại hai số này.",
            )
    yield from _all_years(record)
    spent = sum(plan.paid or 0 for plan in years)
    if paid and spent > paid.amount:
        yield record.problem(
            "sum_differs",
            ("ke_hoach_von",),
            f"các năm đã chi {say_money(spent)}, nhiều hơn giải ngân lũy kế {say_money(paid.amount)}",
            "Sửa da_giai_ngan của từng năm hoặc mục giai_ngan.",
        )


def _all_years(record: Record[Project]) -> Iterable[Problem]:
    """The yearly plans together, against the total and against what was paid."""
    years, total, paid = record.data.years, record.data.total, record.data.disbursed
    planned = sum(plan.planned for plan in years)
    if total is not None and planned > total:
        yield record.notice(
            "plan_over_total",
            ("ke_hoach_von",),
            f"vốn giao các năm cộng lại {say_money(planned)}, tổng mức đầu tư {say_money(total)}",
            "Vốn kéo dài sang năm sau chỉ ghi một lần.",
        )
    until = sum(plan.planned for plan in years if paid and plan.year <= paid.day.year)
    if paid and years and paid.amount > until and not paid.note:
        yield record.notice(
            "paid_over_plan",
            ("giai_ngan", "so_tien"),
            f"đã giải ngân {say_money(paid.amount)}, vốn giao đến năm {paid.day.year} mới {say_money(until)}",
            "Thêm năm còn thiếu vào ke_hoach_von, hoặc thêm ghi_chu nói vì sao.",
        )


def _contracts(record: Record[Project]) -> Iterable[Problem]:
    for index, package in enumerate(record.data.packages):
        if package.price and package.estimate and package.price > package.estimate:
            yield record.notice(
                "price_over_estimate",
                ("goi_thau", index, "gia_trung_thau"),
                f"giá trúng thầu {say_money(package.price)} cao hơn giá gói thầu {say_money(package.estimate)}",
                "Xem lại hai số này; nếu đúng thì để nguyên.",
            )
    prices = sum(package.price or 0 for package in record.data.packages)
    if record.data.total is not None and prices > record.data.total:
        yield record.notice(
            "contracts_over_total",
            ("goi_thau",),
            f"các hợp đồng cộng lại {say_money(prices)}, tổng mức đầu tư {say_money(record.data.total)}",
            "Xem lại giá các gói thầu, tổng mức.",
        )
    land = record.data.clearance
    cost = land.cost if land else None
    if record.data.total is not None and cost is not None and cost > record.data.total:
        yield record.notice(
            "clearance_over_total",
            ("giai_phong_mat_bang", "kinh_phi"),
            f"kinh phí bồi thường {say_money(cost)}, tổng mức đầu tư {say_money(record.data.total)}",
            "Xem lại hai số này.",
        )


def _settlement(record: Record[Project]) -> Iterable[Problem]:
    settlement, total = record.data.settlement, record.data.total
    if settlement and total is not None and settlement.value > total:
        yield record.notice(
            "settled_over_total",
            ("quyet_toan", "gia_tri"),
            f"quyết toán {say_money(settlement.value)}, nhiều hơn tổng mức {say_money(total)}",
            "Xem lại hai số này.",
        )
    paid = record.data.disbursed
    if settlement and paid and paid.amount > settlement.value:
        yield record.notice(
            "paid_over_settlement",
            ("giai_ngan", "so_tien"),
            f"đã giải ngân {say_money(paid.amount)}, quyết toán chỉ {say_money(settlement.value)}",
            "Nếu đúng, nói ở ghi_chu: tiền chi thừa thu lại thế nào.",
        )


def _unlikely(record: Record[Project]) -> Iterable[Problem]:
    for loc, amount in _amounts(record.data):
        if not SMALL <= amount <= LARGE:
            yield record.notice(
                "amount_unlikely",
                loc,
                f"số tiền {say_money(amount)} khó có thật với một dự án",
                "Số tiền ghi bằng đồng, không ghi bằng nghìn hay triệu đồng.",
            )


def _amounts(project: Project) -> Iterable[tuple[Loc, int]]:
    """The sums that cannot be small; nothing paid yet, or a household's share, may be."""
    if project.total is not None:
        yield ("tong_muc_dau_tu",), project.total
    if project.settlement:
        yield ("quyet_toan", "gia_tri"), project.settlement.value
    for index, package in enumerate(project.packages):
        if package.price is not None:
            yield ("goi_thau", index, "gia_trung_thau"), package.price
