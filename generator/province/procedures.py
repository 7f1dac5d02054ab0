"""The catalogue of administrative procedures: official text and, apart from it, plain summaries.

The official part (`thu-tuc/<mã>.yml`) is owned by the import from the national portal; the summary
(`thu-tuc/<mã>.tom-tat.yml`) is owned by people and never touched by an import. The parts follow
NĐ 63/2010/NĐ-CP Đ8 k2 and the portal's own record.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import ProcedureCode, RecordId
from generator.fields.contact import Link
from generator.fields.dates import Day
from generator.fields.money import Dong
from generator.fields.text import Count, Number, OfficialText, Text
from generator.words.money import say_number


class ChannelKind(Choice):
    """How papers are handed in."""

    DIRECT = "truc_tiep", "Trực tiếp"
    ONLINE = "truc_tuyen", "Trực tuyến"
    POSTAL = "buu_chinh", "Dịch vụ bưu chính"


class TimeUnit(Choice):
    """Units of a time limit; the portal sometimes gives a number without one."""

    WORKING_DAY = "ngay_lam_viec", "ngày làm việc"
    DAY = "ngay", "ngày"
    HOUR = "gio", "giờ"
    MONTH = "thang", "tháng"
    UNSTATED = "khong_ghi", "(nguồn không ghi đơn vị)"


class FeeState(Choice):
    """Four things that must not be mistaken for each other."""

    FREE = "mien_phi", "Miễn phí"
    AMOUNT = "co_muc", "Có mức thu"
    SEE_NOTE = "xem_ghi_chu", "Xem ghi chú"
    UNKNOWN = "chua_ro", "Chưa rõ"


class OnlineLevel(Choice):
    """How far the procedure can be done online."""

    FULL = "toan_trinh", "Toàn trình"
    PARTIAL = "mot_phan", "Một phần"
    UNSTATED = "co_nop_truc_tuyen", "Có nộp trực tuyến, nguồn không ghi mức độ"
    NONE = "khong", "Không nộp trực tuyến"
    UNKNOWN = "chua_ro", "Chưa rõ"


class InForce(Enum):
    """What a procedure is on a given day."""

    FUTURE = "future"
    CURRENT = "current"
    ENDED = "ended"


class TimeLimit(Model):
    """How long it takes: a number with its unit, or what the source says in words."""

    number: Number | None = maybe("so", "Số", "Số ngày, có thể lẻ như 7,5.")
    unit: TimeUnit | None = maybe("don_vi", "Đơn vị", "Ngày làm việc, ngày, giờ, tháng.")
    note: OfficialText | None = maybe("ghi_chu", "Ghi chú", "Lời của nguồn về thời hạn.")

    def say(self) -> str:
        """ "7,5 ngày làm việc"; empty where the source gives no number."""
        if self.number is None:
            return ""
        number = self.number.normalize()
        digits = say_number(int(number) if number == number.to_integral() else Decimal(number))
        return f"{digits} {self.unit.label if self.unit else TimeUnit.UNSTATED.label}"


class Fee(Model):
    """One fee: free, an amount, "see the note", or unknown."""

    state: FeeState = given("trang_thai", "Có thu không", "Miễn phí, có mức, xem ghi chú, chưa rõ.")
    name: Text | None = maybe("loai", "Loại", "Phí hay lệ phí.")
    amount: Dong | None = maybe("muc", "Mức thu", "Đồng.")
    note: OfficialText | None = maybe("ghi_chu", "Ghi chú", "Lời của nguồn về mức thu.")


class Channel(Model):
    """One way of handing in, with its own time limit and fees; no fee listed means unknown."""

    kind: ChannelKind = given("kenh", "Cách nộp", "Nộp bằng cách nào.")
    limit: TimeLimit | None = maybe("thoi_han", "Thời hạn", "Thời hạn giải quyết.")
    fees: list[Fee] = many("phi", "Phí, lệ phí", "Bỏ trống khi nguồn không nói.")
    note: OfficialText | None = maybe("mo_ta", "Mô tả", "Lời của nguồn về cách nộp.")


class CaseLimit(Model):
    """A time limit that holds for a case of the procedure."""

    case: OfficialText = given("ten", "Trường hợp", "Tên trường hợp.")
    limit: TimeLimit = given("thoi_han", "Thời hạn", "Thời hạn giải quyết.")


class Form(Model):
    """A form to fill in."""

    name: Text = given("ten", "Tên mẫu", "Tên mẫu đơn, tờ khai.")
    link: Link | None = maybe("lien_ket", "Liên kết", "Nơi tải mẫu, nếu nguồn có.")


class Paper(Model):
    """A paper of the dossier; none in original or copy means a note of the source."""

    name: OfficialText = given("ten", "Tên giấy tờ", "Như nguồn ghi.")
    originals: Count = maybe("ban_chinh", "Bản chính", "Số bản.", default=0)
    copies: Count = maybe("ban_sao", "Bản sao", "Số bản.", default=0)
    forms: list[Form] = many("mau", "Mẫu đơn", "Mẫu đơn, tờ khai kèm theo.")


class Case(Model):
    """The papers of one case, or under one heading of the source."""

    name: OfficialText | None = maybe("truong_hop", "Trường hợp", "Bỏ trống nếu chỉ có một.")
    papers: list[Paper] = many("giay_to", "Giấy tờ", "Giấy tờ phải nộp, xuất trình.")


class Step(Model):
    """One step, or one part of the source's account of the steps."""

    name: OfficialText | None = maybe("ten", "Tên bước", "Nếu nguồn đặt tên.")
    text: OfficialText = given("noi_dung", "Nội dung", "Như nguồn ghi.")


class LegalBasis(Model):
    """A document that the procedure rests on."""

    number: Text | None = maybe("so_hieu", "Số hiệu", "Ví dụ: 123/2015/NĐ-CP.")
    name: OfficialText = given("ten", "Tên văn bản", "Như nguồn ghi.")


class Publication(Model):
    """The decision that published the procedure."""

    number: Text | None = maybe("so", "Số quyết định", "Số, ký hiệu quyết định.")
    day: Day | None = maybe("ngay", "Ngày", "Ngày quyết định.")
    issuer: Text | None = maybe("co_quan", "Cơ quan công bố", "Bộ, UBND tỉnh.")


class Procedure(Model):
    """One procedure as its official source gives it."""

    code: ProcedureCode = given("ma", "Mã thủ tục", "Mã quốc gia: 1.001193.")
    name: OfficialText = given("ten", "Tên thủ tục", "Như nguồn ghi.")
    portal_id: RecordId | None = maybe(
        "id_cong", "Mã trên Cổng", "Mã riêng của Cổng Dịch vụ công quốc gia, để dẫn thẳng tới trang gốc."
    )
    fields: list[Text] = many("linh_vuc", "Lĩnh vực", "Hộ tịch, Chứng thực, Đất đai …")
    levels: list[Text] = many("cap_thuc_hien", "Cấp thực hiện", "Cấp xã, cấp tỉnh …")
    audience: list[Text] = many("doi_tuong", "Ai được làm", "Đối tượng thực hiện.")
    publication: Publication | None = maybe("quyet_dinh_cong_bo", "Quyết định công bố", "Số, ngày.")
    executing: list[Text] = many(
        "co_quan_thuc_hien", "Cơ quan thực hiện", "Cơ quan làm việc này; nguồn bỏ trống thì để trống."
    )
    deciding: list[Text] = many(
        "co_quan_quyet_dinh",
        "Cơ quan có thẩm quyền quyết định",
        "Cơ quan quyết định, khác nơi chỉ tiếp nhận.",
    )
    coordinating: list[Text] = many("co_quan_phoi_hop", "Cơ quan phối hợp", "Nếu có.")
    receiving: OfficialText | None = maybe("noi_tiep_nhan", "Nơi tiếp nhận", "Theo nguồn.")
    online: OnlineLevel = maybe(
        "truc_tuyen", "Làm trực tuyến", "Mức độ dịch vụ công trực tuyến.", default=OnlineLevel.UNKNOWN
    )
    channels: list[Channel] = many("cach_thuc", "Cách nộp", "Thời hạn và phí theo từng cách.")
    case_limits: list[CaseLimit] = many(
        "thoi_han_truong_hop", "Thời hạn theo trường hợp", "Khi thời hạn khác nhau theo trường hợp."
    )
    dossier: list[Case] = many("ho_so", "Hồ sơ", "Giấy tờ theo từng trường hợp.")
    steps: list[Step] = many("trinh_tu", "Trình tự thực hiện", "Như nguồn ghi.")
    results: list[OfficialText] = many("ket_qua", "Kết quả", "Giấy tờ nhận được.")
    conditions: OfficialText | None = maybe("yeu_cau", "Yêu cầu, điều kiện", "Nếu có.")
    basis: list[LegalBasis] = many("can_cu", "Căn cứ pháp lý", "Văn bản làm căn cứ.")
    note: OfficialText | None = maybe("ghi_chu", "Ghi chú của nguồn", "Nếu có.")
    since: Day | None = maybe("hieu_luc_tu", "Áp dụng từ", "Ngày bắt đầu áp dụng.")
    until: Day | None = maybe("hieu_luc_den", "Áp dụng đến", "Ngày cuối áp dụng.")
    updated: Day | None = maybe("nguon_cap_nhat", "Nguồn cập nhật", "Ngày nguồn sửa.")
    fetched: Day = given("ngay_nhap", "Ngày nhập", "Ngày lấy từ nguồn về.")
    source: Text = given("nguon", "Nguồn", "Lấy từ đâu.")

    def in_force(self, day: date) -> InForce:
        """Judged by the dates alone; unknown ends are open."""
        if self.since and day < self.since:
            return InForce.FUTURE
        return InForce.ENDED if self.until and self.until < day else InForce.CURRENT
