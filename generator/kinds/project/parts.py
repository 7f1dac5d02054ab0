"""The groups of fields within a project: money, time, contracts, land, supervision, papers."""

from __future__ import annotations

from generator.fields.attachment import Attachment, Picture
from generator.fields.base import Model, given, many, maybe
from generator.fields.codes import DocumentNumber
from generator.fields.contact import Coordinate, Link, Phone
from generator.fields.dates import Day, Year
from generator.fields.money import Dong, Percent
from generator.fields.text import Count, Number, Prose, Text
from generator.kinds._disclosure import Document, Recommendation
from generator.kinds.project.choices import ClearanceState, MoneySource, Procurement, Supervisor


class Agency(Model):
    """The investor or the management board, with its official contact."""

    name: Text = given("ten", "Tên", "Tên cơ quan, đơn vị.")
    address: Text | None = maybe("dia_chi", "Địa chỉ", "Địa chỉ làm việc.")
    phone: Phone | None = maybe("dien_thoai", "Điện thoại", "Số của cơ quan.")


class Spot(Model):
    """A point on the map, WGS 84."""

    latitude: Coordinate = given("vi_do", "Vĩ độ", "Độ thập phân: 21.5942.")
    longitude: Coordinate = given("kinh_do", "Kinh độ", "Độ thập phân: 105.8481.")


class Change(Model):
    """An approved change of the project: what, since when, to which new deadline."""

    what: Text = given("noi_dung", "Điều chỉnh gì", "Trước thế nào, nay thế nào.")
    new_finish: Day | None = maybe("han_moi", "Hạn hoàn thành mới", "Khi lùi hoặc rút ngắn thời hạn.")
    document: Document | None = maybe("van_ban", "Văn bản", "Quyết định điều chỉnh.")


class Funding(Model):
    """One source of the total investment."""

    source: MoneySource = given("nguon", "Nguồn", "Ngân sách các cấp, dân góp, tài trợ, nguồn khác.")
    amount: Dong = given("so_tien", "Số tiền", "Đồng; cộng các nguồn phải bằng tổng mức đầu tư.")
    note: Text | None = maybe("ghi_chu", "Ghi chú", "Ví dụ: góp ngày công, mỗi hộ 500.000 đồng.")


class YearFunding(Model):
    """Plan and payments of one year."""

    year: Year = given("nam", "Năm", "Kế hoạch vốn của năm nào.")
    planned: Dong = given("so_tien", "Vốn được giao", "Đồng.")
    paid: Dong | None = maybe("da_giai_ngan", "Đã giải ngân", "Đã chi trong năm đó, đồng.")


class Disbursement(Model):
    """What has been paid since the start."""

    amount: Dong = given("so_tien", "Đã giải ngân", "Lũy kế từ đầu dự án, đồng.")
    day: Day = given("den_ngay", "Đến ngày", "Số liệu tính đến ngày nào.")
    note: Text | None = maybe("ghi_chu", "Ghi chú", "Nếu nhiều hơn tổng mức đầu tư thì nói vì sao.")


class Schedule(Model):
    """Start and finish, as planned at first and as they came."""

    planned_start: Day | None = maybe("khoi_cong_ke_hoach", "Khởi công theo kế hoạch", "Ngày dự kiến.")
    start: Day | None = maybe("khoi_cong_thuc_te", "Khởi công thực tế", "Bỏ trống khi chưa khởi công.")
    planned_finish: Day | None = maybe(
        "hoan_thanh_ke_hoach", "Hoàn thành theo kế hoạch", "Hạn lúc đầu; lùi hạn thì ghi ở mục dieu_chinh."
    )
    finish: Day | None = maybe("hoan_thanh_thuc_te", "Hoàn thành thực tế", "Bỏ trống khi chưa xong.")


class WorkReport(Model):
    """How much of the works was done on a day."""

    day: Day = given("ngay", "Ngày", "Báo cáo tính đến ngày nào.")
    percent: Percent = given("phan_tram", "Khối lượng đã xong", "Phần trăm cả công trình.")
    text: Text | None = maybe("noi_dung", "Đã làm gì", "Việc đã xong; giảm so với lần trước thì vì sao.")


class Package(Model):
    """One contract: what, with whom, how chosen, at which price."""

    name: Text = given("ten", "Tên gói thầu", "Ví dụ: Thi công nền, mặt đường.")
    contractor: Text | None = maybe("nha_thau", "Nhà thầu", "Tên doanh nghiệp, tổ, nhóm nhận làm.")
    method: Procurement | None = maybe("hinh_thuc", "Cách chọn nhà thầu", "Hình thức lựa chọn nhà thầu.")
    estimate: Dong | None = maybe("gia_goi_thau", "Giá gói thầu", "Giá dự toán trước khi chọn, đồng.")
    price: Dong | None = maybe("gia_trung_thau", "Giá trúng thầu", "Giá ký hợp đồng, đồng.")
    contract: DocumentNumber | None = maybe("so_hop_dong", "Số hợp đồng", "Ví dụ: 03/2026/HĐ-XD.")
    signed: Day | None = maybe("ngay_hop_dong", "Ngày hợp đồng", "Ngày ký.")
    duration: Text | None = maybe("thoi_gian", "Thời gian thực hiện", "Ví dụ: 240 ngày.")


class Clearance(Model):
    """Land taken, households concerned, compensation."""

    state: ClearanceState | None = maybe("tinh_trang", "Tình trạng", "Không thu hồi, đang làm, đã xong …")
    area: Number | None = maybe("dien_tich_m2", "Diện tích đất", "Mét vuông.")
    households: Count | None = maybe("so_ho", "Số hộ ảnh hưởng", "Bao nhiêu hộ.")
    paid_households: Count | None = maybe("so_ho_da_nhan", "Số hộ đã nhận tiền", "Trong số hộ ảnh hưởng.")
    cost: Dong | None = maybe("kinh_phi", "Kinh phí bồi thường", "Bồi thường, hỗ trợ, tái định cư, đồng.")
    text: Text | None = maybe("noi_dung", "Nội dung", "Đất gì, vướng gì; không nêu tên người dân.")
    plan: Document | None = maybe("phuong_an", "Phương án", "Phương án bồi thường, hỗ trợ, tái định cư.")


class Environment(Model):
    """What is done about waste, dust, noise."""

    measures: Prose | None = maybe("bien_phap", "Biện pháp", "Xử lý chất thải, bụi, tiếng ồn.")
    document: Document | None = maybe("van_ban", "Văn bản", "Giấy phép, đăng ký môi trường.")


class Visit(Model):
    """One supervision visit: who looked at what, what was found and asked for."""

    day: Day = given("ngay", "Ngày giám sát", "Ngày tới công trình.")
    by: list[Supervisor] = many("nguoi_giam_sat", "Ai giám sát", "Những ban, đơn vị cùng đi.", least=1)
    text: Prose | None = maybe("noi_dung", "Đã xem gì", "Nội dung giám sát.")
    findings: Prose | None = maybe("phat_hien", "Phát hiện", "Đúng, sai chỗ nào.")
    recommendations: list[Recommendation] = many("kien_nghi", "Kiến nghị", "Kiến nghị và trả lời.")


class Acceptance(Model):
    """The works, or a part of them, looked over and taken over."""

    day: Day = given("ngay", "Ngày nghiệm thu", "Ngày ký biên bản.")
    part: Text | None = maybe("phan_viec", "Phần việc", "Cả công trình hay phần nào.")
    result: Prose | None = maybe("ket_qua", "Kết quả", "Đạt, chưa đạt chỗ nào.")
    document: Document | None = maybe("van_ban", "Văn bản", "Biên bản nghiệm thu.")


class Settlement(Model):
    """The final account."""

    value: Dong = given("gia_tri", "Giá trị quyết toán", "Số tiền được duyệt, đồng.")
    day: Day = given("ngay", "Ngày duyệt", "Ngày phê duyệt quyết toán.")
    document: Document | None = maybe("van_ban", "Văn bản", "Quyết định phê duyệt quyết toán.")


class Paper(Model):
    """Any other document: drawings, site plan, plan of works."""

    name: Text = given("ten", "Tên tài liệu", "Ví dụ: Bản vẽ mặt bằng.")
    day: Day | None = maybe("ngay", "Ngày", "Ngày của tài liệu.")
    file: Attachment | None = maybe("tep", "Tệp", "Tệp trong thư mục tep/.")
    link: Link | None = maybe("lien_ket", "Liên kết", "Nơi đăng, nếu không kèm tệp.")


class Photo(Model):
    """A photograph of the works, told in words for those who cannot see it."""

    file: Picture = given("tep", "Ảnh", "Ảnh trong thư mục tep/.")
    alt: Text = given("mo_ta", "Mô tả ảnh", "Trong ảnh có gì; người khiếm thị nghe đọc dòng này.")
    day: Day | None = maybe("ngay", "Ngày chụp", "Ngày chụp.")
