"""A programme of support (`ho-tro/<mã>.yml`; NĐ 73/2026 Đ36 k3đ, Luật 10/2022 Đ11 k7-8, TT 26/2026 mẫu 81)."""

from __future__ import annotations

from datetime import date

from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import RecordId, ThonId
from generator.fields.dates import Day
from generator.fields.money import Dong
from generator.fields.period import PeriodField
from generator.fields.text import Count, Prose, Text
from generator.kinds._disclosure import Contact, Document
from generator.kinds._people import PersonList, PersonRow


class Purpose(Choice):
    """What the support is for."""

    FARMING = "san_xuat", "Sản xuất, giống, vật tư"
    HOUSING = "nha_o", "Nhà ở"
    INSURANCE = "bao_hiem_y_te", "Bảo hiểm y tế"
    SOCIAL = "tro_giup_xa_hoi", "Trợ giúp xã hội"
    MERIT = "nguoi_co_cong", "Người có công"
    DISASTER = "thien_tai", "Thiên tai, dịch bệnh"
    SCHOOL = "giao_duc", "Học tập"
    CREDIT = "tin_dung", "Vay vốn ưu đãi"
    OTHER = "khac", "Hỗ trợ khác"


class Unit(Choice):
    """Who is counted on one line."""

    PERSON = "nguoi", "người"
    HOUSEHOLD = "ho", "hộ"


class ThonResult(Model):
    """What came of the programme in one thôn."""

    thon: ThonId = given("thon", "Thôn", "Mã thôn ghi trong xa.yml.")
    count: Count = given("so_luong", "Số được hỗ trợ", "Bao nhiêu người hoặc hộ được.")
    amount: Dong = given("so_tien", "Số tiền", "Cộng cả thôn, đồng.")
    refused: Count | None = maybe("khong_duoc", "Số không được", "Đã đăng ký mà không được xét.")


class Objections(Model):
    """Where to go with an objection, and how many there were."""

    contact: Contact = given("lien_he", "Hỏi ai", "Chức vụ, điện thoại của cơ quan.")
    until: Day | None = maybe("den_ngay", "Nhận ý kiến đến ngày", "Hạn gửi ý kiến.")
    received: Count | None = maybe("da_nhan", "Số ý kiến đã nhận", "Chỉ ghi số.")
    rejected: Count | None = maybe("bac", "Số ý kiến không nhận", "Đã xem lại mà giữ nguyên kết quả.")
    note: Prose | None = maybe("tra_loi", "Trả lời chung", "Vì sao giữ hay đổi; không nêu tên người dân.")


class Support(PersonList):
    """Who may be helped, how to ask, who was helped; persons by the columns the law orders, no others."""

    id: RecordId = given("ma", "Mã", "Giống tên tệp, không đổi: HT-2026-01.")
    name: Text = given("ten", "Tên chính sách", "Hỗ trợ gì.")
    purpose: Purpose = given("loai", "Loại hỗ trợ", "Sản xuất, nhà ở, bảo hiểm y tế …")
    period: PeriodField = given("ky", "Kỳ", "Ví dụ: năm 2026; quý III/2026.")
    basis: Document | None = maybe("can_cu", "Văn bản căn cứ", "Văn bản đặt ra chính sách.")
    received: Day | None = maybe(
        "ngay_nhan", "Ngày nhận văn bản", "Ngày xã nhận văn bản căn cứ của cấp trên; hạn đăng tính từ đây."
    )
    who: list[Text] = many("doi_tuong", "Ai được hỗ trợ", "Mỗi điều kiện một dòng.")
    rate: Text | None = maybe("muc_ho_tro", "Được bao nhiêu", "Ví dụ: 3.000.000 đồng mỗi hộ.")
    how: Prose | None = maybe("cach_dang_ky", "Cách đăng ký", "Mang gì, nộp ở đâu.")
    until: Day | None = maybe("dang_ky_den", "Đăng ký đến ngày", "Bỏ trống nếu không hạn.")
    process: Prose | None = maybe("binh_xet", "Bình xét thế nào", "Ai xét, mấy bước.")
    source: Text | None = maybe("nguon_tien", "Tiền ở đâu ra", "Ngân sách cấp nào, ai góp.")
    budget: Dong | None = maybe("kinh_phi", "Kinh phí được giao", "Đồng, cả chính sách trong kỳ này.")
    decision: Document | None = maybe("quyet_dinh", "Quyết định kết quả", "Văn bản duyệt danh sách.")
    posted: Day | None = maybe(
        "ngay_dang_ket_qua", "Ngày đăng kết quả", "Ngày đăng quyết định, kết quả; hạn 30 ngày tính đến đây."
    )
    unit: Unit = maybe("tinh_theo", "Tính theo", "Người hay hộ.", default=Unit.PERSON)
    total: Count | None = maybe("tong_so", "Tổng số được hỗ trợ", "Như quyết định ghi.")
    amount: Dong | None = maybe("tong_tien", "Tổng số tiền", "Như quyết định ghi, đồng.")
    thon: list[ThonResult] = many("theo_thon", "Kết quả theo thôn", "Mỗi thôn một mục.")
    people: list[PersonRow] = many(
        "danh_sach", "Danh sách", "Mỗi người hoặc chủ hộ một mục: họ tên, thôn, chính sách, mức, ngày chi."
    )
    objections: Objections | None = maybe(
        "y_kien", "Không đồng ý thì hỏi ai", "Gửi ý kiến ở đâu, đến bao giờ."
    )

    @property
    def has_result(self) -> bool:
        """Whether anything is told of who was helped."""
        told = self.decision, self.total, self.amount
        return bool(self.thon or self.people) or any(each is not None for each in told)

    def is_open(self, day: date) -> bool:
        """Whether one may still ask for it on a day."""
        return self.until is not None and day <= self.until

    def without_people(self) -> Support:
        """The programme as its data file holds it: no person."""
        return self.model_copy(update={"people": []})
