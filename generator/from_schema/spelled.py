"""How a value is written, in a few words with an example, by the form of its value."""

from __future__ import annotations

from collections.abc import Mapping

from generator.from_schema.inputs import Form

SPELLED: Mapping[Form, str] = {
    Form.DAY: "Ngày, như 05/11/2026.",
    Form.CLOCK: "Giờ, như 07:30.",
    Form.HOURS: "Khoảng giờ, như 07:30 - 11:30; 13:30 - 17:00.",
    Form.PERIOD: "Kỳ, như: quý III/2026; tháng 9/2026; năm 2026.",
    Form.MONEY: "Số tiền tính bằng đồng; ghi được 1.250.000.000 hoặc 1,25 tỷ.",
    Form.PERCENT: "Phần trăm, như 62,5%.",
    Form.CODE: "Mã: chữ không dấu, chữ số, gạch nối.",
    Form.FILE: "Đường dẫn tệp đã chép vào thư mục tep/ của xã.",
    Form.PICTURE: "Đường dẫn ảnh đã chép vào thư mục tep/ của xã.",
    Form.LINK: "Địa chỉ bắt đầu bằng https://",
}
"""Forms that go without saying are not here."""
