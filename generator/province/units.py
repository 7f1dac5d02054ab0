"""The register of units: code, name, fixed slug, former units (`don-vi.yml`)."""

from __future__ import annotations

from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import RecordId, UnitCode
from generator.fields.contact import Coordinate
from generator.fields.text import Number, Text, YesNo


class UnitType(Choice):
    """The types of commune-level units since 1 July 2025."""

    COMMUNE = "xa", "xã"
    WARD = "phuong", "phường"
    SPECIAL_ZONE = "dac_khu", "đặc khu"


class FormerUnit(Model):
    """A unit that went into today's one on 1 July 2025."""

    name: Text = given("ten", "Tên cũ", "Tên đầy đủ cả loại đơn vị.")
    within: Text = given("thuoc", "Thuộc", "Huyện, thành phố và tỉnh trước ngày 01/07/2025.")
    in_part: YesNo = maybe(
        "mot_phan", "Một phần", "Ghi “có” khi chỉ một phần đơn vị cũ nhập vào.", default=False
    )


class Unit(Model):
    """One commune of the register; the code is its key, the slug never changes."""

    code: UnitCode = given("ma", "Mã đơn vị", "5 chữ số theo danh mục của Cục Thống kê.")
    name: Text = given("ten", "Tên đơn vị", "Tên đầy đủ cả loại đơn vị.")
    slug: RecordId = given("slug", "Tên trên địa chỉ", "Không dấu, cố định, không trùng trong tỉnh.")
    former: list[FormerUnit] = many("tien_than", "Đơn vị cũ", "Các đơn vị nhập lại thành.")
    area: Number | None = maybe("dien_tich_km2", "Diện tích", "Ki-lô-mét vuông.")
    latitude: Coordinate | None = maybe("vi_do", "Vĩ độ", "Độ thập phân, WGS 84.")
    longitude: Coordinate | None = maybe("kinh_do", "Kinh độ", "Độ thập phân, WGS 84.")
    resolution: Text | None = maybe("nghi_quyet", "Nghị quyết", "Nghị quyết sắp xếp đơn vị.")
    fictional: YesNo = maybe(
        "hu_cau", "Hư cấu", "Chỉ xã mẫu ghi “có”: không tính vào các xã thật.", default=False
    )

    @property
    def kind(self) -> str:
        """xã, phường or đặc khu: the first word of the name (two for đặc khu)."""
        return "đặc khu" if self.name.startswith("Đặc khu") else self.name.split()[0].lower()

    @property
    def short_name(self) -> str:
        """The name without its type: "Phú Đình"."""
        return self.name[len(self.kind) + 1 :]


class Register(Model):
    """The file `don-vi.yml`."""

    units: list[Unit] = given("don_vi", "Đơn vị", "Các xã, phường, đặc khu của tỉnh.")
