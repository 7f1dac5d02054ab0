"""Every line of every budget table as one flat table in đồng, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.fields.base import Model, given, maybe
from generator.kinds._kind import Scope
from generator.kinds.budget.figures import rate
from generator.kinds.budget.model import Against, Budget, Indicator, Table


class Row(Model):
    """One line of one table; money in đồng whatever unit it was written in."""

    id: str = given("ma", "Mã", "Mã của lần công khai.")
    year: int = given("nam", "Năm ngân sách", "Năm.")
    stage: str = given("giai_doan", "Giai đoạn", "Dự toán, thực hiện, quyết toán.")
    side: str = given("phan", "Phần", "Thu, chi, bảng khác.")
    form: str | None = maybe("mau_bieu", "Mẫu biểu", "Số biểu.")
    number: str | None = maybe("stt", "Số thứ tự", "Như trong biểu.")
    name: str = given("ten", "Chỉ tiêu", "Tên chỉ tiêu.")
    level: int = given("cap", "Cấp", "1 là tổng.")
    planned: int | None = maybe("du_toan", "Dự toán", "Đồng.")
    actual: int | None = maybe("thuc_hien", "Thực hiện", "Đồng.")
    previous: int | None = maybe("nam_truoc", "Năm trước", "Đồng.")
    to_plan: Decimal | None = maybe("so_du_toan", "So với dự toán (%)", "Máy tính.")
    to_previous: Decimal | None = maybe("so_nam_truoc", "So với năm trước (%)", "Máy tính.")


def rows(scope: Scope) -> Iterable[Row]:
    for record in scope.commune.all("budget"):
        for table in record.data.tables:
            for line in table.rows:
                yield _row(record.data, table, line)


def _row(budget: Budget, table: Table, line: Indicator) -> Row:
    """Built by attribute names: nothing comes from outside here, so nothing is validated."""
    return Row.model_construct(
        id=budget.id,
        year=budget.year,
        stage=budget.stage.label,
        side=table.title or table.side.label,
        form=table.form,
        number=line.number,
        name=line.name,
        level=line.level,
        planned=_dong(budget, line.planned),
        actual=_dong(budget, line.actual),
        previous=_dong(budget, line.previous),
        to_plan=rate(line, Against.PLAN, budget),
        to_previous=rate(line, Against.PREVIOUS, budget),
    )


def _dong(budget: Budget, figure: Decimal | None) -> int | None:
    return None if figure is None else budget.dong(figure)
