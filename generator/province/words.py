"""Words (`tu-ngu.yml`): abbreviations, and how people say what papers write."""

from __future__ import annotations

from generator.fields.base import Model, given, many
from generator.fields.text import Text


class Abbreviation(Model):
    """Letters that stand for a name: UBND."""

    short: Text = given("chu", "Chữ viết tắt", "Viết hoa như trên giấy tờ: UBND.")
    meaning: Text = given("nghia", "Nghĩa", "Viết đầy đủ: Ủy ban nhân dân.")


class Saying(Model):
    """What people say and what papers write of the same thing."""

    said: list[Text] = many("bao_noi", "Bà con nói", "Cách nói thường ngày: sổ đỏ, bìa đỏ.", least=1)
    written: list[Text] = many(
        "giay_ghi",
        "Giấy tờ ghi",
        "Tên trang có một trong các cụm từ này thì tìm được bằng lời nói ở trên;"
        " dấu … thay cho chữ gì cũng được ở giữa.",
        least=1,
    )


class Words(Model):
    """The file `tu-ngu.yml`."""

    abbreviations: list[Abbreviation] = many("viet_tat", "Viết tắt", "Chữ viết tắt hay gặp trên các trang.")
    sayings: list[Saying] = many("goi_khac", "Gọi khác", "Lời thường ngày và lời trên giấy tờ.")
