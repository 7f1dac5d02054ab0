"""One document that the commune makes public."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from generator.fields.attachment import Attachment
from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import CodeOf, DocumentNumber, RecordId
from generator.fields.contact import Link
from generator.fields.dates import Day
from generator.fields.period import PeriodField
from generator.fields.text import Prose, Text
from generator.kinds._disclosure import Disclosed
from generator.province.duties import Moment


class DocumentType(Choice):
    """What the document is."""

    DECISION = "quyet_dinh", "Quyết định"
    RESOLUTION = "nghi_quyet", "Nghị quyết"
    NOTICE = "thong_bao", "Thông báo"
    PLAN = "ke_hoach", "Kế hoạch"
    REPORT = "bao_cao", "Báo cáo"
    RULES = "quy_che", "Quy chế, nội quy"
    CONCLUSION = "ket_luan", "Kết luận"
    LIST = "danh_sach", "Danh sách"
    OTHER = "khac", "Văn bản khác"


class Milestone(Model):
    """A day that a deadline of the law counts from, where that is not the day of the document."""

    moment: Moment = given("loai", "Mốc", "Mốc luật đếm từ đó.")
    day: Day = given("ngay", "Ngày", "Ngày của mốc ấy.")


class OfficialDocument(Disclosed):
    """Number, date, issuer, summary and file; what it replaces, and which duties it fulfils."""

    id: RecordId = given("ma", "Mã", "Giống tên tệp, không đổi: 2026-12-qd-ubnd.")
    type: DocumentType = given("loai", "Loại văn bản", "Quyết định, thông báo, kế hoạch …")
    number: DocumentNumber | None = maybe("so", "Số, ký hiệu", "Ví dụ: 12/QĐ-UBND.")
    day: Day = given("ngay", "Ngày văn bản", "Ngày ký, ban hành.")
    issuer: Text = given("co_quan", "Cơ quan ban hành", "Ví dụ: UBND xã Mẫu.")
    subject: Text = given("trich_yeu", "Trích yếu", "Văn bản về việc gì.")
    summary: Prose = given("tom_tat", "Nội dung chính", "Vài câu dễ hiểu: ai cần biết, điều gì thay đổi.")
    file: Attachment | None = maybe("tep", "Tệp", "Tệp trong thư mục tep/.")
    link: Link | None = maybe("lien_ket", "Liên kết", "Nơi đăng bản gốc.")
    since: Day | None = maybe("hieu_luc_tu", "Hiệu lực từ", "Bỏ trống nếu từ ngày ký.")
    until: Day | None = maybe("hieu_luc_den", "Hiệu lực đến", "Bỏ trống nếu không định ngày.")
    replaces: list[Annotated[RecordId, CodeOf("document")]] = many(
        "thay_the", "Thay thế", "Mã các văn bản cũ trong van-ban/."
    )
    duties: list[Annotated[RecordId, CodeOf("duty")]] = many(
        "nghia_vu", "Nghĩa vụ", "Mã các nghĩa vụ văn bản này làm tròn."
    )
    period: PeriodField | None = maybe("ky", "Kỳ", "Khi văn bản của một kỳ: quý III/2026.")
    milestones: list[Milestone] = many("moc", "Mốc thời gian", "Chỉ ghi khi luật đếm hạn từ ngày khác.")

    @property
    def moments(self) -> Mapping[Moment, date]:
        return {milestone.moment: milestone.day for milestone in self.milestones}

    @property
    def starts(self) -> date:
        """The first day on which it is in force."""
        return self.since or self.day

    def in_force(self, day: date) -> bool:
        """Whether it is in force on a day by its own dates, whatever replaces it."""
        return self.starts <= day and (self.until is None or day <= self.until)
