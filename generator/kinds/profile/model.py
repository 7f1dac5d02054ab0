"""Who the commune is and how to reach it (`xa.yml`; NĐ 224/2026/NĐ-CP Đ9 k1c)."""

from __future__ import annotations

from generator.fields.attachment import Picture
from generator.fields.base import Model, given, many, maybe
from generator.fields.choice import Choice
from generator.fields.codes import RecordId, UnitCode
from generator.fields.contact import Coordinate, Email, Link, Phone
from generator.fields.dates import Day, Hours
from generator.fields.text import Count, Number, Prose, Text
from generator.kinds._disclosure import Contact, Disclosed


class Standing(Choice):
    """How far the site is the commune's own."""

    OFFICIAL = "chinh_thuc", "Chính thức"
    MIRROR = "ban_sao", "Bản sao"
    PREPARED = "cho_tiep_nhan", "Chờ tiếp nhận"


class Amenity(Choice):
    """What a one-stop centre offers while waiting (Kế hoạch 188/KH-UBND, 1.5)."""

    PARKING = "cho_de_xe", "Chỗ để xe"
    SEATS = "ghe_ngoi", "Ghế ngồi chờ"
    COOLING = "quat_dieu_hoa", "Quạt, điều hòa"
    WATER = "nuoc_uong", "Nước uống"
    BOOKS = "tu_sach", "Tủ sách, báo"
    WIFI = "wifi", "Wifi không mật khẩu"
    COPIER = "may_photo", "Máy photo"
    SCANNER = "may_scan", "Máy scan"
    RATING = "may_danh_gia", "Thiết bị đánh giá hài lòng"
    RAMP = "loi_xe_lan", "Lối đi cho xe lăn"


class ThonType(Choice):
    """What a community below the commune is called here."""

    THON = "thon", "Thôn"
    XOM = "xom", "Xóm"
    BAN = "ban", "Bản"
    TO = "to_dan_pho", "Tổ dân phố"


class OpenDays(Model):
    """Hours on some days of the week."""

    days: Text = given("ngay", "Ngày", "Ví dụ: Thứ Hai đến thứ Sáu.")
    hours: Hours = given("gio", "Giờ", "Ví dụ: 07:30 - 11:30; 13:30 - 17:00.")


class Office(Model):
    """The seat of the People's Committee."""

    address: Text = given("dia_chi", "Địa chỉ", "Địa chỉ trụ sở.")
    latitude: Coordinate | None = maybe("vi_do", "Vĩ độ", "Độ thập phân: 21.5942.")
    longitude: Coordinate | None = maybe("kinh_do", "Kinh độ", "Độ thập phân: 105.8481.")
    phone: Phone | None = maybe("dien_thoai", "Điện thoại", "Số của trụ sở.")
    email: Email | None = maybe("thu_dien_tu", "Thư điện tử", "Hộp thư của UBND.")
    hours: list[OpenDays] = many("gio_lam_viec", "Giờ làm việc", "Giờ làm việc của trụ sở.")


class Counter(Model):
    """One desk of the one-stop centre."""

    name: Text = given("ten", "Tên quầy", "Ví dụ: Quầy 1.")
    matters: Text = given("viec", "Nhận việc gì", "Ví dụ: Hộ tịch, chứng thực.")


class OneStop(Model):
    """The centre where papers are handed in (NĐ 118/2025/NĐ-CP)."""

    name: Text = given("ten", "Tên", "Ví dụ: Trung tâm Phục vụ hành chính công xã …")
    address: Text | None = maybe("dia_chi", "Địa chỉ", "Khi khác địa chỉ trụ sở.")
    phone: Phone | None = maybe("dien_thoai", "Điện thoại", "Số của trung tâm.")
    hours: list[OpenDays] = many("gio_lam_viec", "Giờ nhận hồ sơ", "Giờ nhận và trả hồ sơ.")
    counters: list[Counter] = many("quay", "Các quầy", "Quầy nào nhận việc gì.")
    amenities: list[Amenity] = many("tien_nghi", "Tiện nghi", "Những thứ có phục vụ người dân.")
    note: Text | None = maybe("ghi_chu", "Ghi chú", "Ví dụ: nhận hồ sơ tại nhà cho người già yếu.")


class Hotline(Model):
    """A number to call about one matter."""

    matter: Text = given("viec", "Việc", "Gọi số này về việc gì.")
    phone: Phone = given("so", "Số điện thoại", "Số của cơ quan.")
    note: Text | None = maybe("ghi_chu", "Ghi chú", "Giờ trực, ai nghe máy.")


class Loudspeaker(Model):
    """The commune's loudspeaker system."""

    hours: Hours | None = maybe("gio_phat", "Giờ phát", "Ví dụ: 05:30 - 06:00; 17:00 - 17:30.")
    note: Text | None = maybe("mo_ta", "Mô tả", "Bao nhiêu cụm loa, ở đâu.")


class Leader(Model):
    """A leader of the commune: post, duties, short biography."""

    name: Text = given("ho_ten", "Họ tên", "Họ và tên.")
    post: Text = given("chuc_vu", "Chức vụ", "Ví dụ: Chủ tịch UBND xã.")
    duties: Text | None = maybe("nhiem_vu", "Nhiệm vụ", "Phụ trách những việc gì.")
    life: Prose | None = maybe("tieu_su", "Tiểu sử tóm tắt", "Trình độ, quá trình công tác.")
    phone: Phone | None = maybe("dien_thoai", "Điện thoại", "Số công vụ.")
    email: Email | None = maybe("thu_dien_tu", "Thư điện tử", "Hộp thư công vụ.")


class Division(Model):
    """A part of the commune's administration."""

    name: Text = given("ten", "Tên", "Ví dụ: Văn phòng HĐND và UBND.")
    duties: Text | None = maybe("nhiem_vu", "Nhiệm vụ", "Lo những việc gì.")
    phone: Phone | None = maybe("dien_thoai", "Điện thoại", "Số của bộ phận.")


class Boundaries(Model):
    """The map of the administrative boundaries."""

    picture: Picture | None = maybe("tep", "Ảnh bản đồ", "Ảnh trong thư mục tep/.")
    text: Text = given("mo_ta", "Mô tả", "Giáp những đâu; đọc thay cho ảnh.")


class Figures(Model):
    """Area and people, with the day they were counted."""

    area: Number | None = maybe("dien_tich_km2", "Diện tích", "Ki-lô-mét vuông.")
    households: Count | None = maybe("so_ho", "Số hộ", "Số hộ dân.")
    people: Count | None = maybe("so_nguoi", "Số người", "Số nhân khẩu.")
    day: Day | None = maybe("ngay_chot", "Ngày chốt số liệu", "Số liệu tính đến ngày nào.")


class Heritage(Model):
    """A monument, a landscape, a festival."""

    name: Text = given("ten", "Tên", "Tên di tích, danh thắng, lễ hội.")
    rank: Text | None = maybe("xep_hang", "Xếp hạng", "Ví dụ: di tích cấp tỉnh.")
    place: Text | None = maybe("dia_diem", "Địa điểm", "Ở thôn nào.")
    text: Prose | None = maybe("mo_ta", "Mô tả", "Vài câu giới thiệu.")


class HeadOfThon(Model):
    """The elected head of a thôn, with the official telephone only."""

    name: Text = given("ho_ten", "Họ tên", "Họ và tên.")
    phone: Phone | None = maybe("dien_thoai", "Điện thoại", "Số công khai cho việc thôn.")


class Thon(Model):
    """One thôn, xóm, bản or tổ dân phố; boards, votes and posters refer to its id."""

    id: RecordId = given("ma", "Mã", "Không dấu, không đổi: thon-doi-che.")
    name: Text = given("ten", "Tên", "Không ghi loại: Đồi Chè.")
    type: ThonType = given("loai", "Loại", "Thôn, xóm, bản, tổ dân phố.")
    head: HeadOfThon | None = maybe("truong_thon", "Trưởng thôn", "Trưởng thôn, tổ trưởng.")
    households: Count | None = maybe("so_ho", "Số hộ", "Số hộ dân.")
    house: Text | None = maybe("nha_van_hoa", "Nhà văn hóa", "Ở đâu.")
    noticeboard: Text | None = maybe("noi_niem_yet", "Nơi niêm yết", "Bảng tin của thôn ở đâu.")

    @property
    def full_name(self) -> str:
        return f"{self.type.label} {self.name}"


class Profile(Disclosed):
    """The file `xa.yml`: only the code and the standing must be there."""

    code: UnitCode = given("ma", "Mã đơn vị", "5 chữ số: 05602.")
    standing: Standing = given("tinh_trang", "Tình trạng", "Chính thức, bản sao hay chờ tiếp nhận.")
    joined: Day | None = maybe(
        "tham_gia_tu", "Tham gia từ", "Ngày bắt đầu công khai ở đây; hạn trước ngày này không tính."
    )
    base: Link | None = maybe("dia_chi_goc", "Địa chỉ gốc", "Tên miền riêng của xã, nếu có.")
    rating: Link | None = maybe(
        "dia_chi_danh_gia",
        "Nơi đánh giá trang",
        "Phiếu hỏi bà con có hài lòng với trang này không, nếu có.",
    )
    office: Office | None = maybe("tru_so", "Trụ sở", "Địa chỉ, điện thoại, giờ làm việc.")
    one_stop: OneStop | None = maybe("mot_cua", "Một cửa", "Trung tâm Phục vụ hành chính công.")
    hotlines: list[Hotline] = many("duong_day_nong", "Đường dây nóng", "Gọi số nào về việc gì.")
    zalo: Link | None = maybe("zalo", "Zalo", "Trang Zalo của xã.")
    facebook: Link | None = maybe("facebook", "Facebook", "Trang Facebook của xã.")
    loudspeaker: Loudspeaker | None = maybe("truyen_thanh", "Truyền thanh", "Loa truyền thanh.")
    focal: Contact | None = maybe(
        "dau_moi_thong_tin", "Đầu mối cung cấp thông tin", "Ai trả lời yêu cầu cung cấp thông tin."
    )
    leaders: list[Leader] = many("lanh_dao", "Lãnh đạo", "Lãnh đạo HĐND, UBND.")
    divisions: list[Division] = many("bo_may", "Tổ chức bộ máy", "Các phòng, bộ phận.")
    boundaries: Boundaries | None = maybe("ban_do", "Bản đồ địa giới", "Bản đồ địa giới hành chính.")
    figures: Figures | None = maybe("so_lieu", "Số liệu", "Diện tích, số hộ, số người.")
    nature: Prose | None = maybe("dieu_kien_tu_nhien", "Điều kiện tự nhiên", "Đất, nước, khí hậu.")
    history: Prose | None = maybe("lich_su", "Lịch sử", "Lịch sử hình thành.")
    culture: Prose | None = maybe("van_hoa", "Truyền thống văn hóa", "Phong tục, lễ hội, nghề.")
    heritage: list[Heritage] = many("di_tich", "Di tích, danh thắng", "Di tích, danh thắng.")
    thon: list[Thon] = many("thon", "Thôn, tổ dân phố", "Các thôn, xóm, bản, tổ dân phố.")

    def thon_called(self, id: str) -> Thon | None:
        return next((thon for thon in self.thon if thon.id == id), None)
