"""A supervision board of the people (Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15 Đ36-45)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from generator.fields.attachment import Attachment
from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import CodeOf, RecordId, ThonId
from generator.fields.dates import Day
from generator.fields.text import Count, Prose, Text
from generator.kinds._disclosure import Contact, Disclosed, Document, Recommendation


class BoardType(Choice):
    """The two boards that the law knows."""

    INSPECTION = "thanh_tra_nhan_dan", "Ban Thanh tra nhân dân"
    SUPERVISION = "giam_sat_dau_tu_cong_dong", "Ban Giám sát đầu tư của cộng đồng"


class Role(Choice):
    """What a member is within the board."""

    HEAD = "truong_ban", "Trưởng ban"
    DEPUTY = "pho_truong_ban", "Phó trưởng ban"
    MEMBER = "thanh_vien", "Thành viên"


class Side(Choice):
    """Whom a member stands for (Luật 10/2022/QH15 Đ41)."""

    FRONT = "mat_tran_to_quoc", "Mặt trận Tổ quốc"
    INSPECTION = "ban_thanh_tra_nhan_dan", "Ban Thanh tra nhân dân"
    RESIDENTS = "nguoi_dan", "Người dân"


class Term(Model):
    """From when until when the board is elected; its length is the law's of the day."""

    since: Day | None = maybe("tu_ngay", "Từ ngày", "Bắt đầu nhiệm kỳ.")
    until: Day | None = maybe("den_ngay", "Đến ngày", "Bỏ trống nếu ban giải thể khi xong việc.")


class Member(Model):
    """Name, role and thôn only: no address, no telephone of the person's own."""

    name: Text = given("ho_ten", "Họ tên", "Họ và tên.")
    role: Role = given("vai_tro", "Vai trò", "Trưởng ban, phó trưởng ban, thành viên.")
    thon: ThonId | None = maybe("thon", "Thôn", "Mã thôn như trong xa.yml: khe-da.")
    side: Side | None = maybe("dai_dien", "Đại diện cho", "Mặt trận, Ban Thanh tra nhân dân, người dân.")


class Plan(Model):
    """What the board sets out to look at in a period."""

    period: Text = given("ky", "Kỳ", "Ví dụ: Quý IV/2026, Năm 2026.")
    text: Prose = given("noi_dung", "Nội dung", "Giám sát những việc gì.")
    day: Day | None = maybe("ngay", "Ngày lập", "Ngày lập, gửi kế hoạch.")
    file: Attachment | None = maybe("tep", "Tệp", "Tệp trong thư mục tep/.")


class Report(Model):
    """What the board did and found in a period, without any resident's name."""

    period: Text = given("ky", "Kỳ", "Ví dụ: Quý III/2026.")
    day: Day = given("ngay", "Ngày báo cáo", "Ngày ký báo cáo.")
    visits: Count | None = maybe("so_cuoc_giam_sat", "Số cuộc giám sát", "Đã giám sát mấy cuộc.")
    findings: Count | None = maybe("so_phat_hien", "Số phát hiện", "Mấy việc sai, chưa đúng.")
    summary: Prose | None = maybe("tom_tat", "Tóm tắt", "Làm được gì, thấy gì; không nêu tên người dân.")
    file: Attachment | None = maybe("tep", "Tệp", "Tệp trong thư mục tep/.")


class Board(Disclosed):
    """The Ban Thanh tra nhân dân of the commune, or the board of one project."""

    type: BoardType = given("loai", "Loại ban", "Ban Thanh tra nhân dân hay ban của một dự án.")
    project: Annotated[RecordId, CodeOf("project")] | None = maybe(
        "du_an", "Dự án", "Mã dự án, giống tên tệp: DA-2026-01."
    )
    name: Text | None = maybe("ten", "Tên ban", "Khi cần ghi khác tên chung.")
    term: Term | None = maybe("nhiem_ky", "Nhiệm kỳ", "Từ ngày nào đến ngày nào.")
    dissolved: Day | None = maybe("ngay_giai_the", "Ngày giải thể", "Khi ban đã xong việc.")
    recognition: Document | None = maybe(
        "quyet_dinh", "Quyết định công nhận", "Văn bản của Mặt trận Tổ quốc xã."
    )
    announced: Day | None = maybe(
        "thong_bao_chu_dau_tu", "Báo cho chủ đầu tư", "Ngày báo kế hoạch, thành viên cho chủ đầu tư."
    )
    members: list[Member] = many("thanh_vien", "Thành viên", "Trưởng ban, phó trưởng ban, thành viên.")
    contact: Contact | None = maybe("lien_he", "Liên hệ", "Gặp ban ở đâu; chỉ ghi số công khai của ban.")
    plans: list[Plan] = many("ke_hoach", "Kế hoạch giám sát", "Mỗi kỳ một mục.")
    reports: list[Report] = many("bao_cao", "Báo cáo", "Mỗi kỳ một mục.")
    recommendations: list[Recommendation] = many("kien_nghi", "Kiến nghị", "Kiến nghị và trả lời.")

    def over(self, day: date) -> bool:
        """Whether the board has been dissolved by a day."""
        return self.dissolved is not None and self.dissolved <= day
