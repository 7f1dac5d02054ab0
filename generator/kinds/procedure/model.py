"""What a commune says of the province's procedures (`thu-tuc.yml`), and what the data files hold."""

from __future__ import annotations

from generator.fields.base import Model, given, many, maybe
from generator.fields.codes import KnownProcedure
from generator.fields.contact import Phone
from generator.fields.text import OfficialText, Text, YesNo
from generator.kinds._disclosure import Disclosed
from generator.province import Procedure, Summary


class LocalRow(Model):
    """One procedure of the catalogue as this commune handles it."""

    code: KnownProcedure = given("ma", "Mã thủ tục", "Như trong danh mục của tỉnh: 1.001193.")
    received: YesNo = given("tiep_nhan", "Có nhận hồ sơ", "Ghi có hoặc không.")
    desk: Text | None = maybe("quay", "Quầy", "Ví dụ: Quầy 1.")
    post: Text | None = maybe("chuc_vu", "Ai nhận hồ sơ", "Chức vụ, không cần họ tên.")
    phone: Phone | None = maybe("dien_thoai", "Điện thoại hỏi", "Số của cơ quan.")
    note: Text | None = maybe("ghi_chu", "Ghi chú", "Giờ nhận riêng; xã không nhận thì nộp ở đâu.")


class LocalProcedures(Disclosed):
    """The commune's own facts about procedures; what is in the law stands in the catalogue."""

    rows: list[LocalRow] = many(
        "thu_tuc", "Thủ tục", "Mỗi thủ tục một mục: xã nhận không, ở quầy nào, ai nhận.", least=1
    )

    def row_of(self, code: str) -> LocalRow | None:
        return next((row for row in self.rows if row.code == code), None)


class Published(Model):
    """The data file of a procedure page: official text, plain summary and local facts, kept apart."""

    official: Procedure = given("ban_goc", "Bản gốc", "Như Cổng Dịch vụ công quốc gia.")
    summary: Summary | None = maybe("tom_tat", "Tóm tắt", "Không thay bản gốc.")
    local: LocalRow | None = maybe("tai_xa", "Tại xã", "Xã nhận không, ở đâu.")


class Line(Model):
    """One procedure as a line of the section's table."""

    code: Text = given("ma", "Mã", "Mã thủ tục.")
    name: OfficialText = given("ten", "Tên", "Như nguồn ghi.")
    short_name: Text | None = maybe("ten_thuong_goi", "Tên thường gọi", "Theo tóm tắt.")
    field: OfficialText = given("linh_vuc", "Lĩnh vực", "Như nguồn ghi.")
    time: OfficialText = given("thoi_han", "Thời hạn", "Theo từng cách nộp.")
    fee: OfficialText = given("phi", "Phí, lệ phí", "Theo từng cách nộp.")
    online: Text = given("truc_tuyen", "Làm trực tuyến", "Mức độ.")
    received: Text = given("tiep_nhan", "Tiếp nhận ở xã", "Có, không, chưa công khai.")
    desk: Text | None = maybe("quay", "Quầy", "Quầy nhận.")
    phone: Text | None = maybe("dien_thoai", "Điện thoại", "Số hỏi.")
    link: Text = given("lien_ket", "Liên kết", "Bản gốc, hoặc trang tìm của Cổng.")
