"""The results as one flat table, for a spreadsheet; the rates in it are computed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from generator.fields.base import Model, given, maybe
from generator.kinds._kind import Scope
from generator.kinds.results.model import PeriodResult, RateOf


class Row(Model):
    """One period, in all fields or in one, on one line."""

    period: str = given("ky", "Kỳ", "Kỳ báo cáo.")
    start: date = given("tu_ngay", "Từ ngày", "Ngày đầu kỳ.")
    end: date = given("den_ngay", "Đến ngày", "Ngày cuối kỳ.")
    field: str = given("linh_vuc", "Lĩnh vực", "Một lĩnh vực, hoặc mọi lĩnh vực.")
    carried: int = given("ky_truoc", "Kỳ trước chuyển sang", "Số hồ sơ.")
    received: int = given("tiep_nhan", "Tiếp nhận trong kỳ", "Số hồ sơ.")
    online: int | None = maybe("truc_tuyen", "Trong đó nộp qua mạng", "Số hồ sơ.")
    early: int = given("truoc_han", "Trả trước hẹn", "Số hồ sơ.")
    on_time: int = given("dung_han", "Trả đúng hẹn", "Số hồ sơ.")
    late: int = given("tre_han", "Trả trễ hẹn", "Số hồ sơ.")
    waiting: int = given("dang_giai_quyet", "Đang làm", "Số hồ sơ.")
    overdue: int | None = maybe("dang_qua_han", "Trong đó đang quá hẹn", "Số hồ sơ.")
    in_time_rate: Decimal | None = maybe("ty_le_dung_han", "Tỷ lệ đúng hẹn và sớm (%)", "Máy tính.")
    online_rate: Decimal | None = maybe("ty_le_truc_tuyen", "Tỷ lệ nộp qua mạng (%)", "Máy tính.")


def rows(scope: Scope) -> Iterable[Row]:
    for record in scope.commune.all("results"):
        yield from map(_row, record.data.periods)


def _row(result: PeriodResult) -> Row:
    """Built by attribute names: nothing comes from outside here, so nothing is validated."""
    return Row.model_construct(
        period=str(result.period),
        start=result.period.start,
        end=result.period.end,
        field=result.field or "Mọi lĩnh vực",
        carried=result.carried,
        received=result.received,
        online=result.online,
        early=result.early,
        on_time=result.on_time,
        late=result.late,
        waiting=result.waiting,
        overdue=result.overdue,
        in_time_rate=result.rate(RateOf.IN_TIME),
        online_rate=result.rate(RateOf.ONLINE),
    )
