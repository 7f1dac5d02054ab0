"""Life events that lead a citizen to procedures (`su-kien.yml`)."""

from __future__ import annotations

from generator.fields.base import Model, given, maybe
from generator.fields.choice import Choice
from generator.fields.codes import RecordId
from generator.fields.text import Text


class Icon(Choice):
    """What is drawn beside an event's name; `site_templates/parts/hinh.html` draws them."""

    CHILD = "tre-em", "Trẻ em"
    RINGS = "nhan-cuoi", "Nhẫn cưới"
    CANDLE = "ngon-nen", "Ngọn nến"
    STAMP = "con-dau", "Con dấu"
    PENCIL = "but-chi", "Bút chì"
    HOUSE = "ngoi-nha", "Ngôi nhà"
    LAND = "manh-dat", "Mảnh đất"
    SHOP = "cua-hang", "Cửa hàng"
    HEART = "trai-tim", "Trái tim"
    BOOK = "quyen-sach", "Quyển sách"
    SHIELD = "la-chan", "Lá chắn"
    PAPER = "giay-to", "Giấy tờ"


class LifeEvent(Model):
    """A moment of life in the words people use: "Sinh con"."""

    id: RecordId = given("ma", "Mã", "Không dấu, dùng trong địa chỉ: sinh-con.")
    title: Text = given("ten", "Tên", "Lời người dân dùng: Sinh con.")
    lead: Text = given("mo_ta", "Mô tả", "Một câu: giấy tờ gì ở mục này.")
    icon: Icon = maybe("hinh", "Hình", "Hình vẽ cạnh tên; không ghi thì vẽ tờ giấy.", Icon.PAPER)


class LifeEvents(Model):
    """The file `su-kien.yml`."""

    events: list[LifeEvent] = given("su_kien", "Sự kiện", "Theo thứ tự hiện trên trang.")
