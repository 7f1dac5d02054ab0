"""One consultation of the people (Luật 10/2022/QH15 Đ25-28): what, until when, how to answer, what came of it."""

from __future__ import annotations

from datetime import date

from generator.fields.attachment import Attachment
from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import RecordId, ThonId
from generator.fields.contact import Email, Link, Phone
from generator.fields.dates import Day
from generator.fields.text import Count, Prose, Text
from generator.kinds._disclosure import Disclosed, Document, Reply


class Subject(Choice):
    """What the people are asked about before it is decided (Đ25), in the order of the law's clauses."""

    ECONOMY = (
        "kinh_te_xa_hoi",
        "Kế hoạch kinh tế - xã hội, chuyển đổi cơ cấu, định canh, định cư, ngành nghề",
    )
    LAND = "dat_dai", "Quy hoạch sử dụng đất, quỹ đất của xã"
    INVESTMENT = "dau_tu", "Chủ trương đầu tư, đất đai, môi trường, giải phóng mặt bằng ảnh hưởng đời sống"
    BOUNDARIES = "don_vi_hanh_chinh", "Đề án đơn vị hành chính, thôn, tổ dân phố"
    COMMUNITY = "loi_ich_cong_dong", "Dự thảo quyết định hành chính của UBND xã về lợi ích cộng đồng"
    BUILDING = "quy_hoach_xay_dung", "Quy hoạch xây dựng"
    DEMOCRACY = "quy_che_dan_chu", "Dự thảo quy chế thực hiện dân chủ"
    DUTIES = "quyen_nghia_vu", "Quyết định hành chính đặt nghĩa vụ, chấm dứt quyền của người dân"
    OTHER = "khac", "Việc khác theo pháp luật"

    @property
    def clause(self) -> int:
        return list(Subject).index(self) + 1


class Level(Choice):
    """At which level it is decided."""

    COMMUNE = "xa", "Cấp xã"
    PROVINCE = "tinh", "Cấp tỉnh"
    CENTRAL = "trung_uong", "Trung ương"


class Form(Choice):
    """Ways of asking that the law names (Đ26)."""

    DIALOGUE = "doi_thoai", "Hội nghị trao đổi, đối thoại"
    MEETING = "hop_thon", "Họp thôn, tổ dân phố"
    BALLOT = "phieu_ho", "Phát phiếu lấy ý kiến hộ gia đình"
    BOX = "hom_thu", "Hòm thư góp ý, đường dây nóng"
    ORGANISATIONS = "mat_tran", "Ban công tác Mặt trận, đoàn thể"
    WEBSITE = "trang_thong_tin", "Cổng, trang thông tin điện tử của xã"
    NETWORK = "mang_xa_hoi", "Mạng viễn thông, mạng xã hội"
    CONCERNED = "doi_tuong_thi_hanh", "Đối thoại với người phải thi hành"


class Taken(Choice):
    """What was done with an opinion."""

    FULLY = "tiep_thu", "Tiếp thu"
    PARTLY = "mot_phan", "Tiếp thu một phần"
    EXPLAINED = "giai_trinh", "Không tiếp thu, có giải trình"


class Paper(Model):
    """A document to read before answering."""

    name: Text = given("ten", "Tên", "Ví dụ: Bản vẽ mặt bằng.")
    file: Attachment | None = maybe("tep", "Tệp", "Tệp trong thư mục tep/.")
    link: Link | None = maybe("lien_ket", "Liên kết", "Nơi đăng bản gốc.")


class Way(Model):
    """One form of asking, where and when."""

    form: Form = given("loai", "Hình thức", "Hình thức lấy ý kiến.")
    how: Text | None = maybe("cach", "Cách làm", "Ở đâu, mấy giờ, gặp ai.")
    day: Day | None = maybe("ngay", "Ngày", "Khi có buổi họp, hội nghị.")


class Receiver(Model):
    """Where answers go: an office, with its own contact."""

    office: Text = given("bo_phan", "Nơi nhận", "Bộ phận nhận ý kiến.")
    address: Text | None = maybe("dia_chi", "Địa chỉ", "Nộp tận nơi ở đâu.")
    phone: Phone | None = maybe("dien_thoai", "Điện thoại", "Số của cơ quan.")
    email: Email | None = maybe("thu_dien_tu", "Thư điện tử", "Hộp thư của cơ quan.")
    link: Link | None = maybe("lien_ket", "Phiếu góp ý trên mạng", "Địa chỉ phiếu góp ý.")


class Opinion(Model):
    """A group of opinions that say the same, and the response; no person is named."""

    text: Text = given("y_kien", "Ý kiến", "Bà con nói gì, không nêu tên ai.")
    count: Count | None = maybe("so_y_kien", "Số ý kiến", "Bao nhiêu ý kiến nói như vậy.")
    taken: Taken = given("ket_qua", "Kết quả", "Tiếp thu, tiếp thu một phần, hay giải trình.")
    reply: Prose = given("tra_loi", "Trả lời", "Sửa gì, hoặc vì sao không sửa.")


class Summary(Model):
    """What came in, and the response to each group (Đ28 k3)."""

    day: Day = given("ngay", "Ngày tổng hợp", "Ngày văn bản tổng hợp, giải trình.")
    posted: Day | None = maybe("ngay_dang", "Ngày đăng kết quả", "Ngày đăng kết quả lên trang này.")
    sent: Day | None = maybe("ngay_gui", "Ngày báo cáo", "Ngày gửi HĐND, Mặt trận.")
    count: Count = given("so_y_kien", "Tổng số ý kiến", "Nhận được bao nhiêu ý kiến.")
    text: Prose | None = maybe("noi_dung", "Tóm tắt", "Nói chung bà con nghĩ thế nào.")
    opinions: list[Opinion] = many("nhom", "Các nhóm ý kiến", "Mỗi nhóm một câu trả lời.")
    document: Document | None = maybe("van_ban", "Văn bản", "Báo cáo tổng hợp, giải trình, tiếp thu.")

    @property
    def unanswered(self) -> int:
        """Opinions that no group with its answer counts; 0 where a group does not say how many it holds."""
        counts = [opinion.count for opinion in self.opinions]
        return 0 if None in counts else max(0, self.count - sum(filter(None, counts)))


class Consultation(Disclosed):
    """What the people are asked about before it is decided."""

    id: RecordId = given("ma", "Mã", "Giống tên tệp, không đổi: LYK-2026-01.")
    name: Text = given("ten", "Tên việc", "Lấy ý kiến về việc gì.")
    subject: Subject = given("khoan", "Thuộc việc nào", "Việc nào trong Điều 25.")
    level: Level = given("cap_quyet_dinh", "Cấp quyết định", "Cấp xã, tỉnh hay trung ương.")
    decider: Text = given("ai_quyet_dinh", "Ai quyết định", "Ví dụ: UBND xã Mẫu.")
    text: Prose = given("noi_dung", "Nội dung", "Định làm gì, đổi gì so với nay; viết cho người dân.")
    concerned: Text | None = maybe("anh_huong", "Ai bị ảnh hưởng", "Những ai nên góp ý.")
    thon: list[ThonId] = many("thon", "Thôn", "Mã thôn liên quan; bỏ trống là cả xã.")
    plan: Document | None = maybe("ke_hoach", "Kế hoạch lấy ý kiến", "Văn bản kế hoạch.")
    papers: list[Paper] = many("tai_lieu", "Tài liệu", "Dự thảo, bản vẽ, thuyết minh.")
    since: Day = given("tu_ngay", "Từ ngày", "Ngày công khai nội dung lấy ý kiến.")
    until: Day = given("den_ngay", "Đến ngày", "Ngày cuối nhận ý kiến.")
    special: Text | None = maybe(
        "luat_rieng", "Quy định riêng về thời hạn", "Văn bản nào định thời hạn khác, nếu có."
    )
    ways: list[Way] = many("hinh_thuc_lay", "Lấy ý kiến bằng cách nào", "Các hình thức đã chọn.", least=1)
    receiver: Receiver | None = maybe("noi_nhan", "Nơi nhận ý kiến", "Góp ý gửi về đâu.")
    summary: Summary | None = maybe("tong_hop", "Tổng hợp, trả lời", "Thêm khi đã tổng hợp xong.")
    higher: Reply | None = maybe("cap_tren_tra_loi", "Cấp trên trả lời", "Khi việc do cấp trên quyết định.")
    decision: Document | None = maybe("quyet_dinh", "Quyết định", "Văn bản quyết định sau khi lấy ý kiến.")

    def is_open(self, day: date) -> bool:
        """Whether answers are taken on a day; the last day is still open."""
        return self.since <= day <= self.until
