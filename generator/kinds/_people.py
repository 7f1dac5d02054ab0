"""Lists of persons that the law orders to be public: few columns, and a day on which they go."""

from __future__ import annotations

from datetime import date

from generator.fields.base import Model, given, maybe
from generator.fields.codes import RecordId
from generator.fields.dates import Day
from generator.fields.money import Dong
from generator.fields.text import Text
from generator.kinds._disclosure import Disclosed


class PersonRow(Model):
    """One person of a list: the columns that the law orders, and no others."""

    name: Text = given("ho_ten", "Họ tên", "Họ và tên, không ghi gì thêm.")
    thon: RecordId | None = maybe("thon", "Thôn", "Mã thôn ghi trong xa.yml.")
    policy: Text | None = maybe("chinh_sach", "Chính sách", "Được hưởng chính sách, hỗ trợ nào.")
    amount: Dong | None = maybe("muc", "Mức", "Số tiền được hưởng.")
    day: Day | None = maybe("ngay", "Ngày", "Ngày chi, ngày quyết định.")


class PersonList(Disclosed):
    """A record that lists persons (Luật 91/2025/QH15): it is not listed anywhere, and it expires.

    A kind whose model inherits this has its pages kept out of search engines, A–Z and sitemap, its records
    out of what covers the whole province, and all of it out of the site after `keep_until`.
    """

    keep_until: Day = given(
        "giu_den", "Giữ đến ngày", "Ngày cuối cùng danh sách còn trên trang; sau ngày ấy tự gỡ."
    )
    keep_why: Text = given("ly_do_giu", "Lý do giữ đến ngày ấy", "Văn bản nào đòi, hoặc việc gì phải xong.")

    def expired(self, day: date) -> bool:
        """Whether the list has been taken down by a day."""
        return day > self.keep_until
