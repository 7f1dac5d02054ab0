"""Service culture (`van-hoa-cong-vu.yml`): rules of conduct, badge, inspections, letters as counts."""

from __future__ import annotations

from typing import Annotated

from generator.fields.base import Model, given, many, maybe
from generator.fields.codes import CodeOf, RecordId
from generator.fields.dates import Day
from generator.fields.period import PeriodField
from generator.fields.text import Count, Prose, Text
from generator.kinds._disclosure import Disclosed, Document


class Dress(Model):
    """By what citizens know an official: badge and uniform."""

    badge: Text = given("deo_the", "Đeo thẻ", "Ai đeo thẻ, trên thẻ ghi gì.")
    uniform: Text | None = maybe("dong_phuc", "Đồng phục", "Trang phục ở một cửa.")


class Inspection(Model):
    """What an inspection of discipline found in a period: counts and kinds of faults, never persons."""

    period: PeriodField = given("ky", "Kỳ", "Ví dụ: quý III/2026.")
    by: Text = given(
        "ai_kiem_tra", "Ai kiểm tra", "Ví dụ: Tổ kiểm tra của UBND xã; Đoàn kiểm tra của tỉnh."
    )
    day: Day | None = maybe("ngay", "Ngày kiểm tra", "Nếu chỉ một lần trong kỳ.")
    inspected: Count = given("so_nguoi", "Số người được kiểm tra", "Số cán bộ, công chức.")
    faulty: Count = given("vi_pham", "Số người vi phạm", "Không có thì ghi 0.")
    faults: list[Text] = many("loi", "Vi phạm gì", "Mỗi loại một dòng, không nêu tên ai.")
    handling: Text | None = maybe("xu_ly", "Đã xử lý thế nào", "Nhắc nhở, kiểm điểm, kỷ luật mấy người.")
    document: Document | None = maybe(
        "van_ban", "Văn bản", "Kết luận, thông báo kết quả; hạn đăng tính từ ngày văn bản này."
    )
    posted: Day | None = maybe("ngay_dang", "Ngày đăng", "Ngày đăng kết quả này lên trang.")


class Letters(Model):
    """How many letters went out in a period, by occasion; a count left out is unknown, not none."""

    period: PeriodField = given("ky", "Kỳ", "Ví dụ: quý III/2026.")
    weddings: Count | None = maybe("ket_hon", "Chúc mừng kết hôn", "Thư trao khi cấp giấy kết hôn.")
    births: Count | None = maybe("khai_sinh", "Chúc mừng sinh con", "Thư trao khi cấp giấy khai sinh.")
    condolences: Count | None = maybe("chia_buon", "Chia buồn, thăm viếng", "Gia đình có người qua đời.")
    thanks: Count | None = maybe("cam_on", "Cảm ơn", "Người, tổ chức đóng góp cho xã.")
    late: Count | None = maybe("xin_loi_tre_hen", "Xin lỗi vì trả hồ sơ trễ", "Mỗi hồ sơ trễ một thư.")
    mistakes: Count | None = maybe("xin_loi_sai_sot", "Xin lỗi vì sai sót khác", "Sai sót của chính quyền.")


class Culture(Disclosed):
    """The file `van-hoa-cong-vu.yml`."""

    plan: Annotated[RecordId, CodeOf("plan")] = given(
        "ke_hoach", "Theo kế hoạch", "Mã kế hoạch của tỉnh nêu quy tắc ứng xử: KH-188-2024."
    )
    shown_at: Text | None = maybe(
        "noi_treo", "Treo quy tắc ở đâu", "Ví dụ: một cửa, phòng họp, nhà văn hóa."
    )
    dress: Dress | None = maybe("trang_phuc", "Thẻ, trang phục", "Đeo thẻ, đồng phục.")
    rules: list[Text] = many("noi_quy", "Nội quy của xã", "Mỗi điều một dòng, nói bằng lời thường.")
    inspections: list[Inspection] = many("kiem_tra", "Kết quả kiểm tra", "Mỗi kỳ, mỗi đoàn một mục.")
    letters: list[Letters] = many("thu", "Thư gửi người dân", "Mỗi kỳ một mục, chỉ ghi số thư.")
    note: Prose | None = maybe("ghi_chu", "Ghi chú", "Điều bà con cần biết thêm.")
