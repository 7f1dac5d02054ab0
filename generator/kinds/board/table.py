"""The boards as one flat table, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.fields.base import Model, given, maybe
from generator.kinds._kind import Scope
from generator.kinds.board.view import Sheet, overview


class Row(Model):
    """One board on one line, its recommendations counted."""

    name: str = given("ban", "Ban", "Tên ban.")
    project: str | None = maybe("du_an", "Mã dự án", "Bỏ trống cho Ban Thanh tra nhân dân.")
    state: str = given("tinh_trang", "Tình trạng", "Đang hoạt động, đã hết nhiệm kỳ, đã giải thể.")
    term: str = given("nhiem_ky", "Nhiệm kỳ", "Từ ngày nào đến ngày nào.")
    members: int = given("so_thanh_vien", "Số thành viên", "Số người.")
    names: str = given("thanh_vien", "Thành viên", "Họ tên, vai trò, thôn.")
    asked: int = given("kien_nghi", "Kiến nghị", "Số kiến nghị đã gửi.")
    answered: int = given("da_tra_loi", "Đã trả lời", "Số kiến nghị đã được trả lời.")
    late: int = given("tra_loi_cham", "Trong đó trả lời chậm", "Số kiến nghị trả lời quá hạn.")
    open: int = given("chua_tra_loi", "Chưa trả lời", "Số kiến nghị chưa được trả lời.")
    overdue: int = given("qua_han", "Trong đó quá hạn", "Chưa trả lời mà đã quá hạn.")
    missing: str = given("con_thieu", "Còn thiếu, còn chậm", "Điều chưa đúng quy định.")
    day: date = given("tinh_den_ngay", "Tính đến ngày", "Ngày dựng trang.")


def rows(scope: Scope) -> Iterable[Row]:
    return (_row(sheet) for sheet in overview(scope).sheets)


def _row(sheet: Sheet) -> Row:
    """Built by attribute names: nothing comes from outside here, so nothing is validated."""
    count = sheet.tally
    return Row.model_construct(
        name=sheet.title,
        project=sheet.board.project,
        state=sheet.state,
        term=sheet.term,
        members=len(sheet.seats),
        names="; ".join(
            ", ".join(part for part in (seat.name, seat.role, seat.thon) if part) for seat in sheet.seats
        ),
        asked=count.all,
        answered=count.answered,
        late=count.late,
        open=count.open,
        overdue=count.overdue,
        missing=" ".join(sheet.concerns),
        day=sheet.day,
    )
