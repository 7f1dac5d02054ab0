"""How satisfied citizens are (`hai-long.yml`; Luật 10/2022/QH15 Đ35 k2a): how to rate, counts, what changed."""

from __future__ import annotations

from generator.fields.attachment import Picture
from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.contact import Link
from generator.fields.dates import Day
from generator.fields.period import PeriodField
from generator.fields.text import Count, Prose, Text
from generator.kinds._disclosure import Disclosed, Document


class WayType(Choice):
    """By what means citizens rate."""

    PAPER = "phieu_giay", "Phiếu giấy"
    DEVICE = "may_tai_quay", "Máy đánh giá tại quầy"
    ONLINE = "qua_mang", "Qua mạng, quét mã QR"
    PHONE = "dien_thoai", "Gọi điện thoại"
    VISIT = "den_nha", "Phát phiếu tận nhà"


class Way(Model):
    """One way to rate."""

    type: WayType = given("loai", "Cách đánh giá", "Phiếu giấy, máy ở quầy, qua mạng …")
    place: Text | None = maybe("noi", "Ở đâu", "Ví dụ: bàn ngay cửa ra của một cửa.")
    link: Link | None = maybe("dia_chi", "Địa chỉ trên mạng", "Trang đánh giá.")
    code: Picture | None = maybe("ma_qr", "Ảnh mã QR", "Ảnh trong thư mục tep/, dẫn tới đúng địa chỉ trên.")
    steps: Prose | None = maybe("huong_dan", "Làm thế nào", "Các bước, ai giúp người chưa quen.")


class Rating(Model):
    """Answers of one period, in all fields or in one: counts by level, never rates."""

    period: PeriodField = given("ky", "Kỳ", "Ví dụ: quý III/2026.")
    field: Text | None = maybe("linh_vuc", "Lĩnh vực", "Bỏ trống khi tính mọi lĩnh vực.")
    asked: Count | None = maybe("phat_ra", "Số phiếu phát ra", "Số người được hỏi, nếu có đếm.")
    answers: Count = given("so_phieu", "Số phiếu thu về", "Kể cả phiếu không hợp lệ.")
    invalid: Count = maybe("khong_hop_le", "Phiếu không hợp lệ", "Phiếu trắng, ghi hai mức.", default=0)
    very_good: Count = given("rat_hai_long", "Rất hài lòng", "Số phiếu.")
    good: Count = given("hai_long", "Hài lòng", "Số phiếu.")
    fair: Count = given("binh_thuong", "Bình thường", "Số phiếu; phiếu không có mức này thì ghi 0.")
    bad: Count = given("khong_hai_long", "Không hài lòng", "Số phiếu.")
    very_bad: Count = given("rat_khong_hai_long", "Rất không hài lòng", "Số phiếu.")
    document: Document | None = maybe("van_ban", "Văn bản", "Báo cáo kết quả.")

    @property
    def valid(self) -> int:
        return self.very_good + self.good + self.fair + self.bad + self.very_bad

    @property
    def satisfied(self) -> int:
        return self.very_good + self.good


class Improvement(Model):
    """Something that changed because citizens said so."""

    day: Day = given("ngay", "Ngày làm xong", "Từ ngày nào bà con thấy khác.")
    said: Text = given("y_kien", "Bà con nói gì", "Ý kiến chung, không nêu tên ai.")
    done: Text = given("da_lam", "Xã đã đổi gì", "Việc đã làm, không phải việc sẽ làm.")


class Satisfaction(Disclosed):
    """The file `hai-long.yml`."""

    ways: list[Way] = many("cach_danh_gia", "Cách đánh giá", "Mỗi cách một mục.", least=1)
    privacy: Text | None = maybe("giu_kin", "Giữ kín thế nào", "Phiếu có ghi tên không, ai đọc phiếu.")
    ratings: list[Rating] = many("ket_qua", "Kết quả từng kỳ", "Mỗi kỳ một mục.")
    improvements: list[Improvement] = many("da_thay_doi", "Đã thay đổi gì", "Mỗi việc một mục.")
