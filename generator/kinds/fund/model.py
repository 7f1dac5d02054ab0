"""A fund, or what residents and sponsors give (Luật 10/2022/QH15 Đ11 k5): collected, spent, left."""

from __future__ import annotations

from generator.fields.attachment import Attachment
from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import RecordId
from generator.fields.dates import Day
from generator.fields.money import Dong
from generator.fields.period import PeriodField
from generator.fields.text import Prose, Text, YesNo
from generator.kinds._disclosure import Contact, Disclosed, Document


class FundType(Choice):
    """What kind of money it is."""

    FUND = "quy", "Quỹ"
    CONTRIBUTION = "dong_gop", "Khoản Nhân dân đóng góp"
    SPONSORSHIP = "tai_tro", "Khoản tài trợ, ủng hộ"


class Expense(Model):
    """Something that the money was spent on."""

    day: Day = given("ngay", "Ngày chi", "Ngày trả tiền.")
    what: Text = given("noi_dung", "Chi việc gì", "Không nêu tên người được hỗ trợ.")
    amount: Dong = given("so_tien", "Số tiền", "Đồng.")
    document: Document | None = maybe("van_ban", "Văn bản", "Quyết định chi, biên bản.")


class InKind(Model):
    """Things or work that were given in place of money."""

    what: Text = given("noi_dung", "Hiện vật, ngày công", "Ví dụ: xi măng; ngày công.")
    quantity: Text = given("so_luong", "Số lượng", "Ví dụ: 12 tấn; 240 công.")
    value: Dong | None = maybe("tri_gia", "Trị giá", "Tính ra đồng, nếu có.")
    organisation: Text | None = maybe("to_chuc", "Tổ chức góp", "Chỉ ghi tên tổ chức, không ghi tên người.")


class Donor(Model):
    """An organisation that gave money; persons are never named."""

    name: Text = given("ten", "Tên tổ chức", "Chỉ ghi tên tổ chức, không ghi tên người.")
    amount: Dong = given("so_tien", "Số tiền", "Đồng.")


class Campaign(Model):
    """One period or campaign of collecting and spending."""

    period: PeriodField = given("ky", "Kỳ, đợt", "Ví dụ: năm 2026; 01/06/2026 - 31/08/2026.")
    target: Dong | None = maybe("muc_tieu", "Cần thu", "Số tiền định thu.")
    carried: Dong = maybe("ky_truoc", "Kỳ trước chuyển sang", "Còn lại của kỳ trước.", default=0)
    collected: Dong = given("da_thu", "Đã thu", "Tiền đã thu trong kỳ.")
    spent: Dong = given("da_chi", "Đã chi", "Tiền đã chi trong kỳ.")
    remaining: Dong | None = maybe("con_lai", "Còn lại", "Bỏ trống, máy tính; ghi thì máy đối chiếu.")
    expenses: list[Expense] = many("khoan_chi", "Các khoản chi", "Mỗi khoản một mục.")
    goods: list[InKind] = many("hien_vat", "Hiện vật, ngày công", "Không tính vào tiền.")
    donors: list[Donor] = many("to_chuc_ung_ho", "Tổ chức ủng hộ", "Chỉ tổ chức, không nêu tên người.")

    @property
    def left(self) -> int:
        """What should be left, in đồng; below zero where more was spent than there was."""
        return self.carried + self.collected - self.spent


class Oversight(Model):
    """One look of a board at the money."""

    board: Text = given("ban", "Ban nào", "Ví dụ: Ban Thanh tra nhân dân xã Mẫu.")
    day: Day = given("ngay", "Ngày", "Ngày giám sát.")
    findings: Prose = given("ket_qua", "Kết quả", "Thấy gì, kiến nghị gì, đã sửa chưa.")
    file: Attachment | None = maybe("tep", "Biên bản", "Tệp trong thư mục tep/.")


class Fund(Disclosed):
    """One fund or contribution with all its campaigns."""

    id: RecordId = given("ma", "Mã", "Giống tên tệp, không đổi: den-on-dap-nghia.")
    name: Text = given("ten", "Tên", "Tên quỹ hoặc khoản đóng góp.")
    type: FundType = given("loai", "Loại", "Quỹ, đóng góp hay tài trợ.")
    purpose: Prose = given("muc_dich", "Để làm gì", "Một hai câu dễ hiểu.")
    voluntary: YesNo = given("tu_nguyen", "Tự nguyện", "Ghi “có” nếu ai góp bao nhiêu cũng được.")
    rate: Text | None = maybe("muc_gop", "Mức góp", "Đã thống nhất góp bao nhiêu; tự nguyện thì bỏ trống.")
    basis: Document | None = maybe("can_cu", "Căn cứ", "Quyết định, nghị quyết, biên bản họp dân.")
    keeper: Contact | None = maybe("nguoi_giu", "Ai giữ tiền", "Bộ phận giữ quỹ; không ghi số tài khoản.")
    campaigns: list[Campaign] = many("dot", "Từng kỳ, từng đợt", "Mỗi kỳ, mỗi đợt một mục.")
    oversight: list[Oversight] = many("giam_sat", "Giám sát", "Ban nào đã xem, kết quả.")
