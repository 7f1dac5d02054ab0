"""Rules of the funds: what is left is what came in less what went out; days in order; persons not named."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from generator.core import Loc, Problem, Record
from generator.kinds._kind import Scope
from generator.kinds._naming import person_named
from generator.kinds.fund.model import Campaign, Fund
from generator.words.dates import say_day
from generator.words.money import say_money


def check(scope: Scope) -> Iterable[Problem]:
    for record in scope.commune.all("fund"):
        fund: Fund = record.data
        if not fund.voluntary and fund.basis is None:
            yield record.notice(
                "basis_missing",
                ("can_cu",),
                "khoản không tự nguyện mà chưa ghi căn cứ",
                "Thêm can_cu: quyết định, nghị quyết hoặc biên bản họp dân.",
            )
        for index, campaign in enumerate(fund.campaigns):
            loc: Loc = ("dot", index)
            yield from _money(record, loc, campaign)
            yield from _parts(record, loc, campaign)
            yield from _expenses(record, loc, campaign, scope.day)
            yield from _organisations(record, loc, campaign)
        yield from _oversight(record, scope.day)
        yield from _pairs(record)


def _money(record: Record[Fund], loc: Loc, campaign: Campaign) -> Iterable[Problem]:
    if campaign.left < 0:
        yield record.problem(
            "spent_over_collected",
            (*loc, "da_chi"),
            f"đã chi {say_money(campaign.spent)}, nhiều hơn số có "
            f"{say_money(campaign.carried + campaign.collected)}",
            "Xem lại đã thu, kỳ trước chuyển sang và đã chi.",
        )
    elif campaign.remaining is not None and campaign.remaining != campaign.left:
        yield record.problem(
            "remaining_differs",
            (*loc, "con_lai"),
            f"ghi còn lại {say_money(campaign.remaining)}, tính ra {say_money(campaign.left)}",
            "Còn lại = kỳ trước chuyển sang + đã thu - đã chi. Có thể bỏ dòng con_lai, máy tự tính.",
        )


def _parts(record: Record[Fund], loc: Loc, campaign: Campaign) -> Iterable[Problem]:
    listed, given = (sum(p.amount for p in found) for found in (campaign.expenses, campaign.donors))
    for key, added, whole, name in (
        ("khoan_chi", listed, campaign.spent, "đã chi"),
        ("to_chuc_ung_ho", given, campaign.collected, "đã thu"),
    ):
        if added > whole:
            yield record.problem(
                "more_than_all",
                (*loc, key),
                f"các mục cộng lại {say_money(added)}, cả kỳ ghi {name} {say_money(whole)}",
                "Sửa số của cả kỳ hoặc của từng mục.",
            )
    if campaign.expenses and listed < campaign.spent:
        yield record.notice(
            "expenses_incomplete",
            (*loc, "khoan_chi"),
            f"đã chi {say_money(campaign.spent)}, các khoản chi mới kể {say_money(listed)}",
            f"Còn {say_money(campaign.spent - listed)} chưa kể; kể đủ để bà con biết.",
        )


def _expenses(record: Record[Fund], loc: Loc, campaign: Campaign, day: date) -> Iterable[Problem]:
    for index, expense in enumerate(campaign.expenses):
        at = (*loc, "khoan_chi", index, "ngay")
        if expense.day > day:
            yield record.problem(
                "date_in_future",
                at,
                f"chi ngày {say_day(expense.day)}, ngày ấy chưa tới",
                "Chỉ ghi khoản đã chi.",
            )
        elif not campaign.period.start <= expense.day <= campaign.period.end:
            yield record.notice(
                "dates_suspicious",
                at,
                f"chi ngày {say_day(expense.day)}, ngoài kỳ {campaign.period}",
                "Khoản chi ghi ở kỳ có ngày ấy; xem lại ngày.",
            )


def _organisations(record: Record[Fund], loc: Loc, campaign: Campaign) -> Iterable[Problem]:
    """Who gave is told of organisations alone."""
    places: list[tuple[Loc, str]] = [
        *(((*loc, "to_chuc_ung_ho", n, "ten"), donor.name) for n, donor in enumerate(campaign.donors)),
        *(((*loc, "hien_vat", n, "to_chuc"), g.organisation or "") for n, g in enumerate(campaign.goods)),
    ]
    for at, name in places:
        if person_named(name):
            yield record.problem(
                "person_named",
                at,
                "giống tên người, không phải tên tổ chức",
                "Không nêu tên người ủng hộ; cộng số tiền vào da_thu là đủ.",
            )


def _oversight(record: Record[Fund], day: date) -> Iterable[Problem]:
    for index, look in enumerate(record.data.oversight):
        if look.day > day:
            yield record.problem(
                "date_in_future",
                ("giam_sat", index, "ngay"),
                f"giám sát ngày {say_day(look.day)}, ngày ấy chưa tới",
                "Chỉ ghi việc đã diễn ra.",
            )


def _pairs(record: Record[Fund]) -> Iterable[Problem]:
    """Sorted by their first day, campaigns that overlap at all overlap with a neighbour."""
    found = sorted(enumerate(record.data.campaigns), key=lambda placed: placed[1].period)
    for (_, before), (index, after) in pairwise(found):
        if before.period.overlaps(after.period):
            yield record.problem(
                "periods_overlap",
                ("dot", index, "ky"),
                f"{after.period} chồng lên {before.period}",
                "Mỗi khoản thu, chi chỉ tính vào một kỳ; gộp hai mục hoặc sửa kỳ.",
            )
        elif before.period.end + timedelta(1) == after.period.start and before.left != after.carried:
            yield record.notice(
                "carried_differs",
                ("dot", index, "ky_truoc"),
                f"{after.period} ghi kỳ trước chuyển sang {say_money(after.carried)}, cuối {before.period} "
                f"còn {say_money(before.left)}",
                "Hai số này phải bằng nhau; xem lại.",
            )
