"""Indices that the province is measured by, and what a rule wants counted every half-year (`chi-so.yml`)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from generator.fields.base import Model, given, many, maybe
from generator.fields.codes import CodeOf, DocumentNumber, Key, RecordId
from generator.fields.contact import Link
from generator.fields.dates import Day, Year
from generator.fields.text import Text
from generator.province.basis import Verified


class Known(Model):
    """What is known of something that is no law of ours: from where, how far compared."""

    source: Text = given("nguon", "Nguồn", "Đọc ở đâu.")
    link: Link | None = maybe("lien_ket", "Liên kết", "Nơi đọc được.")
    verified: Verified = given("kiem_chung", "Kiểm chứng", "Đã đọc bản sao hay cần đối chiếu.")

    @property
    def doubt(self) -> str:
        """What a reader must know; empty for what was read in a copy."""
        return self.verified.label if self.verified is Verified.SECOND_HAND else ""


class IndexItem(Known):
    """One item of an index, with the duties whose fulfilment serves it."""

    id: RecordId = given("ma", "Mã", "Không đổi: PAPI-2.3.")
    title: Text = given("ten", "Nội dung", "Tên nội dung thành phần của chỉ số.")
    part: Text = given("phan", "Thuộc phần", "Lĩnh vực, nhóm yếu tố.")
    duties: list[Annotated[RecordId, CodeOf("duty")]] = many(
        "nghia_vu", "Nghĩa vụ", "Mã các nghĩa vụ mà làm tròn thì giúp nội dung này.", least=1
    )


class Index(Known):
    """One index: whom it asks, since when it is as described, and its items that communes' duties serve."""

    id: RecordId = given("ma", "Mã", "Không đổi: PAPI.")
    title: Text = given("ten", "Tên", "Tên gọi đầy đủ.")
    asks: Text = given("do_gi", "Đo gì", "Hỏi ai, đo bằng cách nào; một câu.")
    since: Year = given("tu_nam", "Từ năm", "Năm đầu áp dụng cách chia này.")
    until: Year | None = maybe("den_nam", "Đến năm", "Năm cuối; bỏ trống nếu chưa biết.")
    items: list[IndexItem] = many(
        "noi_dung", "Các nội dung", "Chỉ nội dung đã có nguồn; bỏ trống nếu chưa có."
    )
    lacking: Text | None = maybe("con_thieu", "Còn thiếu", "Điều chưa đối chiếu được nên chưa ghi vào đây.")

    def in_force(self, day: date) -> bool:
        return self.since <= day.year and (self.until is None or day.year <= self.until)


class Counted(Model):
    """One thing that a rule wants counted; without kinds the sites cannot tell how many there are."""

    title: Text = given("ten", "Đếm gì", "Như quy định ghi.")
    kinds: list[Key] = many(
        "loai", "Loại nội dung", "Loại dữ liệu được đếm; bỏ trống khi trang không tách được."
    )
    types: list[Key] = many(
        "loai_van_ban", "Loại văn bản", "Chỉ đếm các loại văn bản này; bỏ trống là mọi loại."
    )
    note: Text | None = maybe("ghi_chu", "Ghi chú", "Đếm thế nào, hoặc vì sao không đếm được.")


class HalfYearly(Known):
    """A rule that wants counts every half-year, and where it holds."""

    place: Text = given("noi_ap_dung", "Áp dụng ở", "Tỉnh nào.")
    number: DocumentNumber = given("so", "Số, ký hiệu", "Số của quyết định.")
    day: Day = given("ngay", "Ngày ban hành", "Ngày ký.")
    until: Day | None = maybe("hieu_luc_den", "Hiệu lực đến", "Ngày cuối; bỏ trống nếu chưa biết.")
    due: list[Text] = many("gui_truoc", "Gửi trước ngày", "Ngày, tháng hằng năm: 15/6.", least=1)
    counted: list[Counted] = many("cot", "Các cột", "Theo thứ tự của quy định.", least=1)

    def in_force(self, day: date) -> bool:
        return self.day <= day and (self.until is None or day <= self.until)


class Indices(Model):
    """The file `chi-so.yml`."""

    indices: list[Index] = many("chi_so", "Chỉ số", "Các chỉ số đo tỉnh.")
    half_yearly: list[HalfYearly] = many(
        "sau_thang", "Đếm sáu tháng", "Quy định đòi đếm sáu tháng một lần."
    )
