"""An investment project (`du-an/<mã>.yml`; Luật 10/2022/QH15 Đ11 k3, Đ43 k2c; Luật 58/2024/QH15 Đ15)."""

from __future__ import annotations

from datetime import date

from generator.fields.base import given, many, maybe
from generator.fields.codes import RecordId, ThonId
from generator.fields.money import Dong
from generator.fields.text import Prose, Text
from generator.kinds._disclosure import Disclosed, Document
from generator.kinds.project.choices import MoneySource, Sector, Status
from generator.kinds.project.parts import (
    Acceptance,
    Agency,
    Change,
    Clearance,
    Disbursement,
    Environment,
    Funding,
    Package,
    Paper,
    Photo,
    Schedule,
    Settlement,
    Spot,
    Visit,
    WorkReport,
    YearFunding,
)


class Project(Disclosed):
    """What is built, with whose money, by whom, how far it is; only id, name and state must be there."""

    id: RecordId = given("ma", "Mã dự án", "Giống tên tệp, không đổi: DA-2026-01.")
    name: Text = given("ten", "Tên", "Tên dự án, công trình.")
    status: Status = given("tinh_trang", "Tình trạng", "Đang chuẩn bị, đang thực hiện, tạm dừng …")
    sector: Sector | None = maybe("linh_vuc", "Lĩnh vực", "Giao thông, thủy lợi, giáo dục …")
    goal: Prose | None = maybe("muc_tieu", "Mục tiêu", "Làm để làm gì, ai được lợi.")
    size: Prose | None = maybe("quy_mo", "Quy mô", "Dài, rộng, mấy phòng, cấp công trình.")
    decision: Document | None = maybe("quyet_dinh_dau_tu", "Quyết định đầu tư", "Văn bản quyết định.")
    changes: list[Change] = many("dieu_chinh", "Điều chỉnh", "Những lần điều chỉnh dự án.")
    investor: Agency | None = maybe("chu_dau_tu", "Chủ đầu tư", "Ai chịu trách nhiệm về dự án.")
    management: Agency | None = maybe("ban_quan_ly", "Ban quản lý dự án", "Ai trông coi thi công.")
    place: Text | None = maybe("dia_diem", "Địa điểm", "Từ đâu đến đâu, ở chỗ nào.")
    thon: list[ThonId] = many("thon", "Thôn, tổ dân phố", "Mã các thôn có dự án, như trong xa.yml.")
    spot: Spot | None = maybe("toa_do", "Tọa độ", "Một điểm của công trình.")
    total: Dong | None = maybe("tong_muc_dau_tu", "Tổng mức đầu tư", "Đồng, cả dự án.")
    funding: list[Funding] = many("nguon_von", "Nguồn vốn", "Tiền ở đâu ra.")
    years: list[YearFunding] = many("ke_hoach_von", "Kế hoạch vốn từng năm", "Vốn giao, đã chi mỗi năm.")
    disbursed: Disbursement | None = maybe("giai_ngan", "Giải ngân", "Đã chi bao nhiêu, đến ngày nào.")
    schedule: Schedule = maybe("thoi_gian", "Thời gian", "Khởi công, hoàn thành.", default=Schedule())
    work: list[WorkReport] = many("khoi_luong", "Khối lượng", "Đã xong bao nhiêu, mỗi lần một dòng.")
    delay_reason: Prose | None = maybe("ly_do_cham", "Lý do chậm", "Vì sao chậm, tạm dừng hay dừng hẳn.")
    packages: list[Package] = many("goi_thau", "Gói thầu", "Nhà thầu, cách chọn, giá.")
    clearance: Clearance | None = maybe(
        "giai_phong_mat_bang", "Giải phóng mặt bằng", "Thu hồi đất, bồi thường, hỗ trợ."
    )
    environment: Environment | None = maybe("moi_truong", "Môi trường", "Chất thải, bụi, tiếng ồn.")
    visits: list[Visit] = many("giam_sat", "Giám sát", "Những lần giám sát và kết quả.")
    acceptances: list[Acceptance] = many("nghiem_thu", "Nghiệm thu", "Kiểm tra, nhận công trình.")
    settlement: Settlement | None = maybe("quyet_toan", "Quyết toán", "Số tiền chốt lại khi xong.")
    technique: Prose | None = maybe(
        "quy_trinh_ky_thuat", "Quy trình kỹ thuật", "Cho công trình dân góp: làm theo các bước nào."
    )
    materials: Prose | None = maybe(
        "dinh_muc_vat_tu", "Chủng loại, định mức vật tư", "Cho công trình dân góp: vật tư gì, bao nhiêu."
    )
    papers: list[Paper] = many("tai_lieu", "Tài liệu", "Bản vẽ, mặt bằng, văn bản khác.")
    photos: list[Photo] = many("anh", "Ảnh", "Ảnh công trình.")

    @property
    def begin(self) -> date | None:
        """The day from which the planned time runs: the planned start, else the actual one."""
        return self.schedule.planned_start or self.schedule.start

    @property
    def deadline(self) -> date | None:
        """The day to be finished by: the last one approved, else the first one planned."""
        moved = [change.new_finish for change in self.changes if change.new_finish]
        return moved[-1] if moved else self.schedule.planned_finish

    @property
    def reports(self) -> list[WorkReport]:
        """Reports of work, oldest first."""
        return sorted(self.work, key=lambda report: report.day)

    @property
    def is_by_residents(self) -> bool:
        """Whether residents give money or labour, so that the technique must be public too."""
        return any(funding.source is MoneySource.RESIDENTS for funding in self.funding)
