"""What the law orders to be public, as dated data (`nghia-vu.yml`); never in code or templates."""

from __future__ import annotations

from datetime import date

from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import DocumentNumber, RecordId
from generator.fields.dates import Day
from generator.fields.text import Count, Prose, Text, YesNo


class Verified(Choice):
    """How far the basis was compared with the official text."""

    COPY = "ban_sao", "đã đọc trong bản sao văn bản"
    SECOND_HAND = "nguon_thu_cap", "cần đối chiếu"


class DayUnit(Choice):
    """Units of a deadline."""

    WORKING_DAY = "ngay_lam_viec", "ngày làm việc"
    DAY = "ngay", "ngày"


class Basis(Model):
    """The article that a duty rests on, with the time it is in force."""

    document: Text = given("van_ban", "Văn bản", "Tên văn bản như luật ghi.")
    number: DocumentNumber = given("so", "Số, ký hiệu", "Ví dụ: 10/2022/QH15.")
    article: Text = given("dieu", "Điều, khoản", "Ví dụ: Điều 11 khoản 3.")
    since: Day | None = maybe("hieu_luc_tu", "Hiệu lực từ", "Ngày bắt đầu có hiệu lực.")
    until: Day | None = maybe("hieu_luc_den", "Hiệu lực đến", "Ngày cuối có hiệu lực.")
    verified: Verified = given("kiem_chung", "Kiểm chứng", "Đã đọc bản sao hay cần đối chiếu.")

    @property
    def doubt(self) -> str:
        """What a reader must know of a basis that nobody has read; empty for one read in a copy."""
        return self.verified.label if self.verified is Verified.SECOND_HAND else ""

    def in_force(self, day: date) -> bool:
        """Whether the basis is in force on a day; an unknown end is open."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Deadline(Model):
    """So many days or working days."""

    number: Count = given("so", "Số ngày", "Số ngày của thời hạn.")
    unit: DayUnit = given("don_vi", "Đơn vị", "Ngày hoặc ngày làm việc.")


class Duty(Model):
    """One thing that the law orders, told in plain words first."""

    id: RecordId = given("ma", "Mã nghĩa vụ", "Không đổi, ví dụ: THDC-11.3.")
    title: Text = given("ten", "Phải công khai gì", "Nói bằng lời thường.")
    expects: Prose | None = maybe("noi_dung", "Nội dung", "Những gì luật đòi phải có.")
    basis: Basis = given("can_cu", "Căn cứ", "Điều luật và hiệu lực.")
    kinds: list[Text] = many("loai", "Loại nội dung", "Loại dữ liệu làm tròn nghĩa vụ này.")
    deadline: Deadline | None = maybe("thoi_han", "Thời hạn", "Số ngày luật cho.")
    minimum: Count | None = maybe("toi_thieu", "Tối thiểu", "Số lượng ít nhất luật đòi.")
    maximum: Count | None = maybe("toi_da", "Tối đa", "Số lượng nhiều nhất luật cho.")
    shown: YesNo = maybe(
        "hien_tren_trang", "Hiện trên trang", "Ghi “không” nếu chỉ dùng để kiểm tra.", default=True
    )


class Duties(Model):
    """The file `nghia-vu.yml`."""

    duties: list[Duty] = given("nghia_vu", "Nghĩa vụ", "Những việc pháp luật đòi phải công khai.")


def say_basis(basis: Basis) -> str:
    """Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15, Điều 11 khoản 3"""
    return f"{basis.document} số {basis.number}, {basis.article}"
