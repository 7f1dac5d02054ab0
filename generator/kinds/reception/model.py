"""The reception schedule (`tiep-cong-dan.yml`; Luật Tiếp công dân 42/2013/QH13 Đ24 k2)."""

from __future__ import annotations

from generator.fields.attachment import Attachment
from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import RecordId
from generator.fields.contact import Link, Phone
from generator.fields.dates import Day, Hours, Year
from generator.fields.text import Count, Prose, Text
from generator.kinds._disclosure import Disclosed, Document
from generator.kinds.reception.rule import RuleField


class ChangeKind(Choice):
    """What is different about one session."""

    MOVED = "doi_ngay", "Dời ngày"
    SUBSTITUTE = "thay_nguoi", "Thay người tiếp"
    EXTRA = "them_buoi", "Thêm buổi"
    ONLINE = "truc_tuyen", "Tiếp trực tuyến"
    CONTENT = "noi_dung", "Ghi nội dung buổi tiếp"


class Regular(Model):
    """Reception on every working day, by staff."""

    days: Text = given("ngay", "Ngày tiếp", "Ví dụ: thứ Hai đến thứ Sáu, trừ ngày nghỉ.")
    hours: Hours = given("gio", "Giờ tiếp", "Ví dụ: 07:30 - 11:30; 13:30 - 17:00.")
    receiver: Text = given("nguoi_tiep", "Người tiếp", "Chức vụ, bộ phận.")


class Periodic(Model):
    """A rule of the head's sessions: which days, when, who, about what."""

    id: RecordId = given("ma", "Mã lịch", "Không dấu, ví dụ: chu-tich.")
    rule: RuleField = given("quy_tac", "Quy tắc", "Ví dụ: thứ Năm hằng tuần; ngày 15 hằng tháng.")
    hours: Hours = given("gio", "Giờ tiếp", "Ví dụ: 07:30 - 11:30.")
    receiver: Text = given("nguoi_tiep", "Người chủ trì", "Chức vụ người tiếp.")
    name: Text | None = maybe("ho_ten", "Họ tên", "Họ tên người tiếp.")
    attendees: list[Text] = many("thanh_phan", "Thành phần tham dự", "Những ai cùng dự.")
    content: Text | None = maybe("noi_dung", "Dự kiến nội dung", "Nội dung dự kiến của các buổi.")
    place: Text | None = maybe("noi_tiep", "Nơi tiếp", "Chỉ ghi khi khác nơi tiếp chung.")
    since: Day | None = maybe("tu_ngay", "Từ ngày", "Khi lịch này bắt đầu giữa năm.")
    until: Day | None = maybe("den_ngay", "Đến ngày", "Khi lịch này thôi giữa năm.")


class Change(Model):
    """What differs in one session, or a session outside the rules."""

    day: Day = given("ngay", "Ngày của buổi", "Ngày theo lịch, hoặc ngày của buổi thêm.")
    kind: ChangeKind = given(
        "loai", "Thay đổi gì", "Dời ngày, thay người, thêm buổi, trực tuyến, nội dung."
    )
    rule: RecordId | None = maybe("lich", "Thuộc lịch", "Mã lịch, khi một ngày có nhiều buổi.")
    new_day: Day | None = maybe("sang_ngay", "Dời sang ngày", "Ngày mới; chưa có thì bỏ trống.")
    hours: Hours | None = maybe("gio", "Giờ", "Khi khác giờ thường lệ.")
    receiver: Text | None = maybe("nguoi_tiep", "Người tiếp", "Người tiếp của buổi này.")
    attendees: list[Text] = many("thanh_phan", "Thành phần tham dự", "Khi khác thường lệ.")
    content: Text | None = maybe("noi_dung", "Dự kiến nội dung", "Nội dung của buổi này.")
    place: Text | None = maybe("noi_tiep", "Nơi tiếp", "Khi khác nơi thường lệ.")
    link: Link | None = maybe("lien_ket", "Liên kết dự trực tuyến", "Địa chỉ phòng họp trực tuyến.")
    reason: Text | None = maybe("ly_do", "Lý do", "Vì sao thay đổi.")
    posted: Day | None = maybe("ngay_dang", "Ngày thông báo", "Ngày đăng thay đổi này.")


class Held(Model):
    """What came of a session, without any person."""

    day: Day = given("ngay", "Ngày tiếp", "Ngày đã tiếp.")
    visits: Count = given("so_luot", "Số lượt người", "Bao nhiêu lượt người đến.")
    matters: Count | None = maybe("so_vu_viec", "Số vụ việc", "Bao nhiêu vụ việc.")
    conclusion: Prose | None = maybe("ket_luan", "Kết luận", "Tóm tắt kết luận, không nêu tên người dân.")


class YearPlan(Model):
    """The sessions of one year: rules, changes, and what came of them."""

    year: Year = given("nam", "Năm", "Lịch của năm nào.")
    since: Day | None = maybe("tu_ngay", "Từ ngày", "Khi lịch không bắt đầu từ 01/01.")
    until: Day | None = maybe("den_ngay", "Đến ngày", "Khi lịch không kéo dài hết năm.")
    rules: list[Periodic] = many("dinh_ky", "Lịch định kỳ", "Các lịch tiếp của người đứng đầu.", least=1)
    changes: list[Change] = many("dieu_chinh", "Điều chỉnh", "Dời ngày, thay người, thêm buổi …")
    held: list[Held] = many("da_tiep", "Đã tiếp", "Kết quả các buổi đã tiếp.")
    posted: Day | None = maybe("ngay_dang", "Ngày đăng", "Ngày đăng lịch của năm này.")
    document: Document | None = maybe("van_ban", "Văn bản", "Thông báo lịch của năm này.")


class Reception(Disclosed):
    """Where, when and by whom citizens are received."""

    place: Text = given("noi_tiep", "Nơi tiếp công dân", "Phòng, tầng, tòa nhà.")
    address: Text | None = maybe("dia_chi", "Địa chỉ", "Khi khác địa chỉ trụ sở.")
    phone: Phone | None = maybe("dien_thoai", "Điện thoại", "Số hỏi về tiếp công dân.")
    regular: Regular | None = maybe(
        "thuong_xuyen", "Tiếp thường xuyên", "Tiếp hằng ngày tại nơi tiếp công dân."
    )
    years: list[YearPlan] = many(
        "lich", "Lịch từng năm", "Mỗi năm một mục; thêm năm sau trước khi năm này hết.", least=1
    )
    bring: list[Text] = many("chuan_bi", "Nên mang theo", "Người dân nên chuẩn bị gì.")
    conduct: Prose | None = maybe("noi_quy", "Nội quy", "Nội quy nơi tiếp công dân.")
    process: Prose | None = maybe("quy_trinh", "Quy trình tiếp", "Các bước khi tới tiếp công dân.")
    file: Attachment | None = maybe("tep", "Tệp thông báo", "Bản thông báo đã ký, trong thư mục tep/.")
