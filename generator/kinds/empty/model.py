"""The file `khong-phat-sinh.yml`."""

from __future__ import annotations

from typing import Annotated

from generator.fields.base import Model, given, many, maybe
from generator.fields.codes import CodeOf, RecordId
from generator.fields.dates import Day
from generator.fields.period import PeriodField
from generator.fields.text import Text


class Declaration(Model):
    """Nothing to disclose for one duty in one period, signed by name."""

    duty: Annotated[RecordId, CodeOf("duty")] = given(
        "nghia_vu", "Nghĩa vụ", "Mã nghĩa vụ trong nghia-vu.yml: THDC-11.9."
    )
    period: PeriodField = given("ky", "Kỳ", "Kỳ nào không phát sinh: quý III/2026; năm 2026.")
    person: Text = given("nguoi_khai", "Người chịu trách nhiệm", "Họ tên người chịu trách nhiệm lời khai.")
    post: Text = given("chuc_vu", "Chức vụ", "Chức vụ của người ấy.")
    day: Day = given("ngay", "Ngày khai", "Ngày ký lời khai.")
    note: Text | None = maybe("ghi_chu", "Ghi chú", "Vì sao không phát sinh, nếu cần nói thêm.")


class Declarations(Model):
    """Everything that a commune declares empty; each expires with its period."""

    entries: list[Declaration] = many("khong_phat_sinh", "Không phát sinh", "Các lời khai.", least=1)
