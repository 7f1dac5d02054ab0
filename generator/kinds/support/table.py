"""The support programmes as one flat table, for a spreadsheet: by thôn, never by person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.fields.base import Model, given, maybe
from generator.kinds._kind import Scope
from generator.kinds.support.view import Line, Sheet, sheet


class Row(Model):
    """One programme in one thôn; a programme without results by thôn is one line."""

    id: str = given("ma", "Mã", "Mã chính sách.")
    name: str = given("ten", "Tên chính sách", "Hỗ trợ gì.")
    purpose: str = given("loai", "Loại hỗ trợ", "Loại.")
    period: str = given("ky", "Kỳ", "Kỳ.")
    state: str = given("tinh_trang", "Tình trạng", "Đang nhận đăng ký, đã có kết quả.")
    thon: str | None = maybe("thon", "Thôn, tổ dân phố", "Bỏ trống khi là cả xã.")
    unit: str = given("tinh_theo", "Tính theo", "Người hay hộ.")
    count: int | None = maybe("so_luong", "Số được hỗ trợ", "Người hoặc hộ.")
    amount: int | None = maybe("so_tien", "Số tiền", "Đồng.")
    refused: int | None = maybe("khong_duoc", "Số không được", "Người hoặc hộ.")
    day: date = given("tinh_den_ngay", "Tính đến ngày", "Ngày dựng trang.")


def rows(scope: Scope) -> Iterable[Row]:
    for record in scope.commune.all("support"):
        shown = sheet(record, scope)
        if shown.lines:
            yield from (_row(shown, line) for line in shown.lines)
        else:
            yield _row(shown, None)


def _row(shown: Sheet, line: Line | None) -> Row:
    """Built by attribute names: nothing comes from outside here, so nothing is validated."""
    return Row.model_construct(
        id=shown.support.id,
        name=shown.support.name,
        purpose=shown.support.purpose.label,
        period=shown.period,
        state=shown.state,
        thon=line.name if line else None,
        unit=shown.support.unit.label,
        count=line.count if line else shown.count,
        amount=line.amount if line else shown.amount,
        refused=line.refused if line else None,
        day=shown.day,
    )
