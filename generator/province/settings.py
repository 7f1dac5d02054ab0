"""Who the province is and where the sites stand (`tinh.yml`)."""

from __future__ import annotations

from generator.fields.base import Model, given, maybe
from generator.fields.contact import Link
from generator.fields.text import Text


class Settings(Model):
    """The file `tinh.yml`."""

    name: Text = given("ten", "Tên tỉnh", "Tên đầy đủ, ví dụ: Tỉnh Thái Nguyên.")
    code: Text = given("ma", "Mã tỉnh", "Mã tỉnh theo danh mục của Cục Thống kê.")
    base: Link | None = maybe(
        "dia_chi_goc",
        "Địa chỉ gốc",
        "Địa chỉ trang của tỉnh; trang mỗi xã nằm ngay dưới. Chưa có thì bỏ trống.",
    )

    @property
    def short_name(self) -> str:
        """Without its type: "Thái Nguyên"."""
        return self.name.removeprefix("Tỉnh ").removeprefix("Thành phố ")
