"""The campaigns of all funds as one flat table, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.fields.base import Model, given, maybe
from generator.kinds._kind import Scope


class Row(Model):
    """One campaign of one fund; money in đồng."""

    id: str = given("ma", "Mã", "Mã của quỹ.")
    name: str = given("ten", "Tên", "Tên quỹ, khoản đóng góp.")
    type: str = given("loai", "Loại", "Quỹ, đóng góp, tài trợ.")
    voluntary: str = given("tu_nguyen", "Tự nguyện", "Có hoặc không.")
    period: str | None = maybe("ky", "Kỳ, đợt", "Kỳ.")
    start: date | None = maybe("tu_ngay", "Từ ngày", "Ngày đầu kỳ.")
    end: date | None = maybe("den_ngay", "Đến ngày", "Ngày cuối kỳ.")
    target: int | None = maybe("muc_tieu", "Cần thu", "Đồng.")
    carried: int | None = maybe("ky_truoc", "Kỳ trước chuyển sang", "Đồng.")
    collected: int | None = maybe("da_thu", "Đã thu", "Đồng.")
    spent: int | None = maybe("da_chi", "Đã chi", "Đồng.")
    left: int | None = maybe("con_lai", "Còn lại", "Đồng, máy tính.")


def rows(scope: Scope) -> Iterable[Row]:
    """A fund of which no campaign is told still has its line."""
    for record in scope.commune.all("fund"):
        fund = record.data
        common = {
            "id": fund.id,
            "name": fund.name,
            "type": fund.type.label,
            "voluntary": "có" if fund.voluntary else "không",
        }
        if not fund.campaigns:
            yield Row.model_construct(**common)
        for campaign in fund.campaigns:
            yield Row.model_construct(
                **common,
                period=str(campaign.period),
                start=campaign.period.start,
                end=campaign.period.end,
                target=campaign.target,
                carried=campaign.carried,
                collected=campaign.collected,
                spent=campaign.spent,
                left=campaign.left,
            )
