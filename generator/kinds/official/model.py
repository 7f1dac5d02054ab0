"""Which post does what for citizens (`can-bo.yml`; Luật 10/2022/QH15 Đ11 k4): tasks, not lives."""

from __future__ import annotations

from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import KnownProcedure, ThonId
from generator.fields.contact import Email, Phone
from generator.fields.text import Prose, Text
from generator.kinds._disclosure import Contact, Disclosed
from generator.kinds._people import PersonName


class PostType(Choice):
    """Whose tasks the law orders to be public."""

    ELECTED = "can_bo", "Cán bộ"
    CIVIL_SERVANT = "cong_chuc", "Công chức"
    PART_TIME = "khong_chuyen_trach", "Người hoạt động không chuyên trách"


class Post(Model):
    """One post: what it does for citizens, and where to find it. The name of its holder may be left out."""

    title: Text = given("chuc_danh", "Chức danh", "Ví dụ: Công chức tư pháp - hộ tịch.")
    type: PostType = given("loai", "Loại", "Cán bộ, công chức, người hoạt động không chuyên trách.")
    name: PersonName | None = maybe("ho_ten", "Họ tên", "Nếu công khai; không ghi ngày sinh.")
    division: Text | None = maybe("bo_phan", "Bộ phận", "Thuộc phòng, bộ phận nào.")
    thon: ThonId | None = maybe("thon", "Thôn", "Khi làm việc ở một thôn: mã thôn trong xa.yml.")
    tasks: list[Text] = many(
        "viec", "Lo việc gì cho dân", "Mỗi việc một dòng, nói bằng lời thường.", least=1
    )
    powers: Text | None = maybe("quyen_han", "Quyền hạn", "Được ký, được quyết định việc gì.")
    fields: list[Text] = many("linh_vuc", "Lĩnh vực thủ tục", "Tên lĩnh vực như trong danh mục: Hộ tịch.")
    procedures: list[KnownProcedure] = many(
        "thu_tuc", "Thủ tục", "Mã thủ tục; thủ tục mà thu-tuc.yml đã ghi chức danh này thì không phải ghi."
    )
    room: Text | None = maybe("phong", "Phòng", "Ví dụ: Phòng 103, tầng 1.")
    desk: Text | None = maybe("quay", "Quầy", "Quầy ở một cửa, ghi như trong xa.yml.")
    hours: Text | None = maybe("gio_gap", "Gặp lúc nào", "Ví dụ: giờ hành chính, trừ sáng thứ Ba.")
    phone: Phone | None = maybe("dien_thoai", "Điện thoại", "Số của cơ quan, không ghi số riêng.")
    email: Email | None = maybe("thu_dien_tu", "Thư điện tử", "Hộp thư công vụ.")


class Complaint(Model):
    """Where to go when an official does wrong, is late or makes trouble."""

    matter: Text = given("viec", "Khi nào", "Ví dụ: cán bộ có thái độ không đúng mực.")
    contact: Contact = given("noi_nhan", "Báo ai", "Chức vụ, điện thoại, thư điện tử của người nhận.")
    place: Text | None = maybe("dia_diem", "Ở đâu", "Phòng nào, hòm thư ở đâu.")


class Officials(Disclosed):
    """The file `can-bo.yml`."""

    posts: list[Post] = many("can_bo", "Cán bộ, công chức", "Mỗi chức danh một mục.", least=1)
    complaints: list[Complaint] = many("phan_anh", "Phản ánh về cán bộ", "Báo ai, bằng cách nào.")
    note: Prose | None = maybe(
        "ghi_chu", "Ghi chú", "Ai làm thay khi cán bộ đi vắng; điều bà con cần biết."
    )
