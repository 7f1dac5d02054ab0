"""Life events that lead a citizen to procedures (`su-kien.yml`)."""

from __future__ import annotations

from generator.fields.base import Model, given
from generator.fields.codes import RecordId
from generator.fields.text import Text


class LifeEvent(Model):
    """A moment of life in the words people use: "Sinh con"."""

    id: RecordId = given("ma", "Mã", "Không dấu, dùng trong địa chỉ: sinh-con.")
    title: Text = given("ten", "Tên", "Lời người dân dùng: Sinh con.")
    lead: Text = given("mo_ta", "Mô tả", "Một câu: giấy tờ gì ở mục này.")


class LifeEvents(Model):
    """The file `su-kien.yml`."""

    events: list[LifeEvent] = given("su_kien", "Sự kiện", "Theo thứ tự hiện trên trang.")
