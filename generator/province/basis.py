"""The article that something rests on, with the time it is in force and who compared it with the official text."""

from __future__ import annotations

from datetime import date

from generator.fields.base import Model, given, maybe
from generator.fields.choice import Choice
from generator.fields.codes import DocumentNumber
from generator.fields.dates import Day
from generator.fields.text import Text


class Verified(Choice):
    """How far the basis was compared with the official text."""

    COPY = "ban_sao", "đã đọc trong bản sao văn bản"
    SECOND_HAND = "nguon_thu_cap", "cần đối chiếu"


class Compared(Model):
    """Who compared the basis with the official text, and when."""

    day: Day = given("ngay", "Ngày đối chiếu", "Ngày đọc so với Công báo, cơ sở dữ liệu pháp luật.")
    person: Text = given("nguoi", "Người đối chiếu", "Họ tên, chức vụ của người đã đọc so.")


class Basis(Model):
    """The article that a duty rests on, with the time it is in force."""

    document: Text = given("van_ban", "Văn bản", "Tên văn bản như luật ghi.")
    number: DocumentNumber = given("so", "Số, ký hiệu", "Ví dụ: 10/2022/QH15.")
    article: Text = given("dieu", "Điều, khoản", "Ví dụ: Điều 11 khoản 3.")
    since: Day = given("hieu_luc_tu", "Hiệu lực từ", "Ngày bắt đầu có hiệu lực.")
    until: Day | None = maybe("hieu_luc_den", "Hiệu lực đến", "Ngày cuối có hiệu lực.")
    verified: Verified = given("kiem_chung", "Kiểm chứng", "Đã đọc bản sao hay cần đối chiếu.")
    compared: Compared | None = maybe(
        "doi_chieu", "Đối chiếu", "Ai đã so với bản chính thức; chưa có thì trang ghi “chưa đối chiếu”."
    )

    @property
    def doubt(self) -> str:
        """What a reader must know of a basis that nobody has read; empty for one read in a copy."""
        return self.verified.label if self.verified is Verified.SECOND_HAND and not self.compared else ""

    def in_force(self, day: date) -> bool:
        """Whether the basis is in force on a day; an unknown end is open."""
        return self.since <= day and (self.until is None or day <= self.until)


def say_basis(basis: Basis) -> str:
    """Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15, Điều 11 khoản 3"""
    return f"{basis.document} số {basis.number}, {basis.article}"
