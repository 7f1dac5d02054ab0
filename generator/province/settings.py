"""Who the province is and where the sites stand (`tinh.yml`)."""

from __future__ import annotations

from generator.fields.base import Model, given, many, maybe
from generator.fields.contact import Email, Link, Phone
from generator.fields.text import Count, Text, YesNo
from generator.province.repositories import Repository


class ErrorDesk(Model):
    """Who hears of mistakes on the province's own pages."""

    office: Text = given("co_quan", "Cơ quan", "Ai nhận tin báo, ví dụ: Sở Khoa học và Công nghệ.")
    phone: Phone | None = maybe("dien_thoai", "Điện thoại", "Số của cơ quan.")
    email: Email | None = maybe("thu_dien_tu", "Thư điện tử", "Hộp thư của cơ quan.")


class Settings(Model):
    """The file `tinh.yml`."""

    name: Text = given("ten", "Tên tỉnh", "Tên đầy đủ, ví dụ: Tỉnh Thái Nguyên.")
    code: Text = given("ma", "Mã tỉnh", "Mã tỉnh theo danh mục của Cục Thống kê.")
    base: Link | None = maybe(
        "dia_chi_goc",
        "Địa chỉ gốc",
        "Địa chỉ trang của tỉnh; trang mỗi xã nằm ngay dưới. Chưa có thì bỏ trống.",
    )
    largest_file_mb: Count = maybe(
        "tep_lon_nhat_mb",
        "Tệp lớn nhất (MB)",
        "Mỗi tệp đính kèm của xã không lớn hơn mức này; theo nơi đặt trang. Bỏ trống là 25.",
        25,
    )

    rating: Link | None = maybe(
        "dia_chi_danh_gia",
        "Nơi đánh giá trang",
        "Phiếu hỏi chung của tỉnh; xã nào có phiếu riêng thì ghi trong xa.yml.",
    )
    errors: ErrorDesk | None = maybe(
        "noi_bao_sai_sot", "Nơi báo sai sót", "Ai nhận tin báo về trang chung của tỉnh."
    )
    silent_days: Count = maybe(
        "im_lang_ngay",
        "Lâu không đăng (ngày)",
        "Xã quá bấy nhiêu ngày không đăng, sửa gì thì tỉnh được báo. Bỏ trống là 45.",
        45,
    )
    repositories: list[Repository] = many(
        "kho_du_lieu", "Kho dữ liệu", "Kho git giữ dữ liệu của xã, để biểu mẫu trên trang ghi vào đó."
    )

    trial: YesNo = maybe(
        "thu_nghiem",
        "Dữ liệu thử",
        "Ghi “có” khi mọi số liệu do máy sinh ra để thử: trang nào cũng nói rõ, không ký được bản phát hành.",
        default=False,
    )

    @property
    def short_name(self) -> str:
        """Without its type: "Thái Nguyên"."""
        return self.name.removeprefix("Tỉnh ").removeprefix("Thành phố ")

    def repository_of(self, slug: str) -> Repository | None:
        """Where the data of a commune are kept: its own entry first, then the one of all; None where unsaid."""
        found = (each for wanted in (slug, None) for each in self.repositories if each.commune == wanted)
        return next(found, None)
