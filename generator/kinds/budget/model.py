"""One publication of the commune's budget at one stage (NĐ 73/2026/NĐ-CP Đ36 k3): a table, and plain words."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

from generator.fields.attachment import Attachment
from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import RecordId
from generator.fields.dates import Day, Year
from generator.fields.figure import Figure
from generator.fields.period import Period
from generator.fields.text import Count, Number, Prose, Text, YesNo
from generator.kinds._disclosure import Disclosed, Document


class Stage(Choice):
    """Where in its year the budget stands."""

    DRAFT = "du_toan_trinh", "Dự toán trình Hội đồng nhân dân"
    DECIDED = "du_toan_quyet_dinh", "Dự toán đã quyết định"
    QUARTER = "thuc_hien_3_thang", "Thực hiện 3 tháng"
    HALF = "thuc_hien_6_thang", "Thực hiện 6 tháng"
    NINE = "thuc_hien_9_thang", "Thực hiện 9 tháng"
    YEAR = "thuc_hien_nam", "Thực hiện cả năm"
    SETTLED = "quyet_toan", "Quyết toán"

    @property
    def is_plan(self) -> bool:
        """Whether nothing has been collected or spent yet."""
        return self in (Stage.DRAFT, Stage.DECIDED)


MONTHS = {Stage.QUARTER: 3, Stage.HALF: 6, Stage.NINE: 9}
"""How far into the year the figures of a stage go; the others speak of all of it."""


class MoneyUnit(Choice):
    """What the figures of the tables count."""

    DONG = "dong", "đồng"
    THOUSAND = "nghin_dong", "nghìn đồng"
    MILLION = "trieu_dong", "triệu đồng"


FACTORS = {MoneyUnit.DONG: 1, MoneyUnit.THOUSAND: 10**3, MoneyUnit.MILLION: 10**6}


class Side(Choice):
    """What a table counts."""

    REVENUE = "thu", "Thu"
    EXPENDITURE = "chi", "Chi"
    OTHER = "khac", "Bảng khác"


class Against(Choice):
    """What a published rate compares with."""

    PLAN = "du_toan", "dự toán"
    PREVIOUS = "nam_truoc", "năm trước"


class PublishedRate(Model):
    """A rate as the report printed it; it is compared with the figures, never used."""

    against: Against = given("so_voi", "So với", "So với dự toán hay năm trước.")
    percent: Number = given("ty_le", "Tỷ lệ đã công bố", "Chép đúng như báo cáo, không ghi dấu %: 112,5.")


class Indicator(Model):
    """One line of a table."""

    number: Text | None = maybe("stt", "Số thứ tự", "Như trong biểu: A, I, 1.")
    name: Text = given("ten", "Chỉ tiêu", "Tên như trong biểu.")
    level: Count = maybe("cap", "Cấp", "1 là tổng, 2 là mục trong tổng, 3 là mục nhỏ hơn.", default=1)
    planned: Figure | None = maybe("du_toan", "Dự toán", "Số dự toán của năm ngân sách.")
    actual: Figure | None = maybe("thuc_hien", "Thực hiện", "Số đã thu, đã chi, hoặc số quyết toán.")
    previous: Figure | None = maybe("nam_truoc", "Năm trước", "Cùng kỳ, hoặc cả năm trước.")
    partial: YesNo = maybe(
        "trong_do", "Chỉ nêu một phần", "Ghi “có” nếu các mục con chưa kể hết.", default=False
    )
    rates: list[PublishedRate] = many(
        "ty_le_cong_bo", "Tỷ lệ đã công bố", "Khi báo cáo có ghi tỷ lệ; máy tính lại để đối chiếu."
    )

    def compared(self, against: Against) -> tuple[Decimal | None, Decimal | None]:
        """What a rate is made of: the part and the whole; a plan is itself compared with the year before."""
        if against is Against.PLAN:
            return self.actual, self.planned
        return (self.planned if self.actual is None else self.actual), self.previous


class Table(Model):
    """Indicators under each other, each with its level."""

    side: Side = given("phan", "Phần", "Thu, chi, hay bảng khác.")
    title: Text | None = maybe("ten", "Tên bảng", "Bỏ trống thì trang ghi Thu, Chi.")
    form: Text | None = maybe("mau_bieu", "Mẫu biểu", "Số biểu ghi ở góc, theo quy định của tỉnh.")
    rows: list[Indicator] = many("chi_tieu", "Chỉ tiêu", "Mỗi dòng của biểu một mục.", least=1)


class Budget(Disclosed):
    """The budget of one year at one stage."""

    id: RecordId = given("ma", "Mã", "Giống tên tệp, không đổi: 2026-6-thang.")
    stage: Stage = given("giai_doan", "Giai đoạn", "Dự toán, thực hiện hay quyết toán.")
    year: Year = given("nam", "Năm ngân sách", "Bốn chữ số: 2026.")
    summary: Prose = given("tom_tat", "Nói bằng lời thường", "Một đoạn: thu, chi được bao nhiêu, vì sao.")
    unit: MoneyUnit = maybe("don_vi", "Đơn vị của các bảng", "Bỏ trống là đồng.", default=MoneyUnit.DONG)
    tables: list[Table] = many("bang", "Bảng số liệu", "Bảng thu, bảng chi và bảng khác.")
    explanation: Attachment | None = maybe("thuyet_minh", "Báo cáo thuyết minh", "Tệp trong thư mục tep/.")
    session: Day | None = maybe(
        "ngay_khai_mac", "Ngày khai mạc kỳ họp HĐND", "Hạn đăng dự toán tính từ đây."
    )
    reported: Day | None = maybe("ngay_bao_cao", "Ngày gửi báo cáo", "Ngày ký báo cáo gửi HĐND, cấp trên.")
    decision: Document | None = maybe(
        "quyet_dinh", "Nghị quyết, quyết định", "Văn bản quyết định, phê chuẩn."
    )

    @property
    def period(self) -> Period:
        """What the figures speak of: the whole year, or from its first day to the end of a month."""
        month = MONTHS.get(self.stage, 12)
        return Period(date(self.year, 1, 1), date(self.year, month, monthrange(self.year, month)[1]))

    @property
    def decided(self) -> date | None:
        return self.decision.day if self.decision else None

    def dong(self, figure: Decimal) -> int:
        """A figure of the tables in đồng."""
        return int(figure * FACTORS[self.unit])

    def table(self, side: Side) -> Table | None:
        return next((table for table in self.tables if table.side is side), None)
