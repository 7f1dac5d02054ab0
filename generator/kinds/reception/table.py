"""The reception schedule as one flat table, for a spreadsheet: a line for each session of the declared years."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.fields.base import Model, given, maybe
from generator.kinds._kind import Scope
from generator.kinds.reception.session import Session
from generator.kinds.reception.view import all_sessions


class Row(Model):
    """One session on one line."""

    day: date | None = maybe("ngay", "Ngày tiếp", "Để trống: đã hoãn, chưa có ngày mới.")
    planned: date = given("ngay_theo_lich", "Ngày theo lịch", "Ngày trước khi dời, hoãn.")
    hours: str = maybe("gio", "Giờ tiếp", "Giờ tiếp trong ngày.")
    receiver: str = given("nguoi_tiep", "Người tiếp", "Chức vụ người tiếp.")
    name: str = maybe("ho_ten", "Họ tên", "Họ tên người tiếp.")
    attendees: str = maybe("cung_du", "Cùng dự", "Cơ quan, người cùng dự.")
    place: str = maybe("noi_tiep", "Nơi tiếp", "Nơi tiếp buổi ấy.")
    link: str = maybe("lien_ket", "Dự qua mạng", "Địa chỉ dự trực tuyến.")
    content: str = maybe("noi_dung", "Dự kiến nội dung", "Nội dung dự kiến.")
    changes: str = maybe("thay_doi", "Thay đổi", "Dời ngày, thay người, thêm buổi …")
    reason: str = maybe("ly_do", "Lý do thay đổi", "Vì sao khác lịch.")
    posted: date | None = maybe("ngay_dang", "Ngày báo thay đổi", "Ngày đăng thay đổi.")
    visits: int | None = maybe("luot_nguoi", "Đã tiếp (lượt người)", "Buổi đã qua tiếp bao nhiêu lượt.")
    matters: int | None = maybe("vu_viec", "Vụ việc", "Buổi đã qua có bao nhiêu vụ việc.")
    conclusion: str = maybe("ket_luan", "Kết luận", "Kết luận của buổi đã qua.")


def rows(scope: Scope) -> Iterable[Row]:
    record = scope.commune.one("reception")
    if record:
        yield from map(_row, all_sessions(record.data, scope))


def _row(session: Session) -> Row:
    """Built by attribute names: nothing comes from outside here, so nothing is validated."""
    held = session.held
    return Row.model_construct(
        day=session.day,
        planned=session.planned,
        hours=session.said_hours,
        receiver=session.receiver,
        name=session.name,
        attendees="; ".join(session.attendees),
        place=session.place,
        link=session.link,
        content=session.content,
        changes="; ".join(change.label for change in dict.fromkeys(session.changes)),
        reason=session.reason,
        posted=session.posted if session.changes else None,
        visits=held.visits if held else None,
        matters=held.matters if held else None,
        conclusion=str(held.conclusion or "") if held else "",
    )
