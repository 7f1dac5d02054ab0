"""How papers were dealt with (`ket-qua-ho-so.yml`; Luật 01/2026/QH16 Đ17 k1s): counts, never rates."""

from __future__ import annotations

from decimal import Decimal

from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import KnownProcedure
from generator.fields.contact import Link
from generator.fields.dates import Day
from generator.fields.money import Percent
from generator.fields.period import PeriodField
from generator.fields.text import Count, Prose, Text
from generator.kinds._disclosure import Disclosed, Document
from generator.words.money import share


class RateOf(Choice):
    """What a published rate speaks of."""

    IN_TIME = "dung_va_truoc_han", "Trả đúng hẹn và sớm"
    ONLINE = "truc_tuyen", "Nộp qua mạng"


class PublishedRate(Model):
    """A rate as a report printed it; it is compared with the counts, never used."""

    of: RateOf = given("ve", "Tỷ lệ gì", "Trả đúng hẹn và sớm, hay nộp qua mạng.")
    percent: Percent = given("ty_le", "Tỷ lệ đã công bố", "Chép đúng như báo cáo: 98,5.")
    document: Document = given("van_ban", "Văn bản", "Báo cáo nào ghi tỷ lệ này.")


class PeriodResult(Model):
    """What came in and went out in one period, in all fields or in one."""

    period: PeriodField = given("ky", "Kỳ", "Ví dụ: tháng 9/2026; quý III/2026.")
    field: Text | None = maybe("linh_vuc", "Lĩnh vực", "Bỏ trống khi tính mọi lĩnh vực.")
    carried: Count = maybe("ky_truoc", "Kỳ trước chuyển sang", "Hồ sơ còn lại của kỳ trước.", default=0)
    received: Count = given("tiep_nhan", "Tiếp nhận trong kỳ", "Hồ sơ mới nhận, không tính kỳ trước.")
    online: Count | None = maybe("truc_tuyen", "Nộp qua mạng", "Trong số hồ sơ mới nhận.")
    early: Count = given("truoc_han", "Trả trước hẹn", "Số hồ sơ trả sớm hơn ngày hẹn.")
    on_time: Count = given("dung_han", "Trả đúng hẹn", "Số hồ sơ trả đúng ngày hẹn.")
    late: Count = given("tre_han", "Trả trễ hẹn", "Số hồ sơ trả sau ngày hẹn.")
    waiting: Count = given("dang_giai_quyet", "Đang làm", "Còn lại cuối kỳ, kể cả hồ sơ quá hẹn.")
    overdue: Count | None = maybe("dang_qua_han", "Đang quá hẹn", "Trong số hồ sơ đang làm.")
    rates: list[PublishedRate] = many(
        "ty_le_cong_bo", "Tỷ lệ đã công bố", "Khi báo cáo đã ghi tỷ lệ; máy tính lại để đối chiếu."
    )

    @property
    def all(self) -> int:
        """Everything to be dealt with in the period: carried over and new."""
        return self.carried + self.received

    @property
    def resolved(self) -> int:
        return self.early + self.on_time + self.late

    @property
    def in_time(self) -> int:
        return self.early + self.on_time

    def rate(self, of: RateOf) -> Decimal | None:
        """The rate in per cent, one decimal; None where nothing was counted."""
        part, whole = self.parts(of)
        return None if part is None else share(part, whole)

    def parts(self, of: RateOf) -> tuple[int | None, int]:
        """What a rate is made of: the part (None where not counted) and the whole."""
        return (self.in_time, self.resolved) if of is RateOf.IN_TIME else (self.online, self.received)


class Apology(Model):
    """One late dossier with the office's apology, without any person (TT 03/2025/TT-VPCP mẫu 04)."""

    code: KnownProcedure = given("ma", "Mã thủ tục", "Như trong danh mục của tỉnh: 1.001193.")
    field: Text | None = maybe("linh_vuc", "Lĩnh vực", "Ví dụ: Hộ tịch.")
    promised: Day = given("ngay_hen", "Ngày hẹn trả", "Ngày ghi trên giấy hẹn.")
    day: Day = given("ngay_xin_loi", "Ngày xin lỗi", "Ngày gửi văn bản xin lỗi.")
    reason: Text = given("ly_do", "Lý do trễ", "Vì sao trễ; không nêu tên, địa chỉ người nộp.")
    new_day: Day = given("ngay_hen_moi", "Ngày hẹn mới", "Ngày trả mới đã báo người nộp.")
    returned: Day | None = maybe("ngay_tra", "Ngày đã trả", "Bỏ trống nếu chưa trả.")


class Results(Disclosed):
    """Results of all periods, and the apologies for what came late."""

    office: Text | None = maybe("noi_giai_quyet", "Nơi giải quyết", "Trung tâm Phục vụ hành chính công …")
    lookup: Link | None = maybe("tra_cuu", "Tra hồ sơ của mình", "Trang tra cứu hồ sơ bằng mã hồ sơ.")
    periods: list[PeriodResult] = many("ket_qua", "Kết quả từng kỳ", "Mỗi kỳ một mục.", least=1)
    apologies: list[Apology] = many("xin_loi", "Xin lỗi vì trễ hẹn", "Mỗi hồ sơ trễ một mục.")
    note: Prose | None = maybe("ghi_chu", "Ghi chú", "Vì sao nhiều hồ sơ trễ, xã làm gì để bớt trễ.")
