"""Plain accounts of procedures (`thu-tuc/<mã>.tom-tat.yml`), owned by people, never by the import."""

from __future__ import annotations

from generator.fields.base import Model, given, many, maybe
from generator.fields.codes import ProcedureCode, RecordId
from generator.fields.dates import Day
from generator.fields.text import Prose, Text


class Bring(Model):
    """One thing to bring, in plain words."""

    what: Text = given("giay_to", "Mang gì", "Tên giấy tờ theo lời thường.")
    note: Text | None = maybe("ghi_chu", "Ghi chú", "Bản chính hay sao, khi nào cần.")


class Summary(Model):
    """The plain account of a procedure, written by people; it never replaces the official text."""

    code: ProcedureCode = given("ma", "Mã thủ tục", "Trùng tên tệp.")
    short_name: Text = given("ten_thuong_goi", "Tên thường gọi", "Người dân gọi việc này là gì.")
    lead: Prose = given("tom_tat", "Tóm tắt", "Hai, ba câu, lời thường.")
    bring: list[Bring] = many("mang_theo", "Mang theo", "Những thứ cần mang.")
    notes: list[Text] = many("luu_y", "Lưu ý", "Điều hay bị quên, hạn phải nhớ.")
    events: list[RecordId] = many("su_kien", "Sự kiện", "Mã sự kiện trong su-kien.yml.")
    words: list[Text] = many("tu_khoa", "Từ hay dùng", "Từ người dân hay tìm.")
    written: Day = given("ngay_viet", "Ngày viết", "Ngày viết hoặc soát lại.")
