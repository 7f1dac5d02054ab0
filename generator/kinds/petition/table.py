"""The petitions as one flat table, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.fields.base import Model, given, maybe
from generator.kinds._kind import Scope
from generator.kinds.petition.view import sheet


class Row(Model):
    """One matter on one line."""

    id: str = given("ma", "Mã", "Mã.")
    subject: str = given("chu_de", "Việc gì", "Một câu.")
    field: str = given("linh_vuc", "Lĩnh vực", "Lĩnh vực.")
    thon: str | None = maybe("thon", "Thôn", "Tên thôn.")
    received: date = given("ngay_nhan", "Ngày nhận", "Ngày nhận.")
    channel: str = given("kenh", "Nhận qua đâu", "Nơi nhận.")
    due: date | None = maybe("han", "Hạn trả lời", "Theo lời hẹn hoặc quy định của tỉnh.")
    answered: date | None = maybe("ngay_tra_loi", "Ngày trả lời", "Ngày trả lời.")
    taken: int | None = maybe("so_ngay", "Trả lời sau (ngày)", "Máy tính.")
    late: int = given("cham", "Chậm (ngày)", "Tính đến ngày dựng trang.")
    state: str = given("tinh_trang", "Tình trạng", "Tính đến ngày dựng trang.")


def rows(scope: Scope) -> Iterable[Row]:
    for record in scope.commune.all("petition"):
        shown = sheet(record, scope)
        yield Row.model_construct(
            id=record.id,
            subject=record.data.subject,
            field=record.data.field.label,
            thon=shown.thon.text if shown.thon else None,
            received=record.data.received,
            channel=record.data.channel.label,
            due=shown.state.due,
            answered=shown.state.answered,
            taken=shown.state.taken,
            late=shown.state.late,
            state=shown.state.label,
        )
