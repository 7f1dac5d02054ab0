"""The closed lists of a project: its field, its state, where money comes from, how a firm is chosen."""

from __future__ import annotations

from generator.fields.choice import Choice


class Sector(Choice):
    """What the works are for."""

    ROADS = "giao_thong", "Giao thông"
    IRRIGATION = "thuy_loi", "Thủy lợi"
    EDUCATION = "giao_duc", "Giáo dục"
    HEALTH = "y_te", "Y tế"
    CULTURE = "van_hoa", "Văn hóa, thể thao"
    WATER = "nuoc_sach_moi_truong", "Nước sạch, môi trường"
    POWER = "dien_chieu_sang", "Điện, chiếu sáng"
    MARKET = "cho_thuong_mai", "Chợ, thương mại"
    OFFICE = "tru_so", "Trụ sở làm việc"
    HOUSING = "nha_o_dan_cu", "Nhà ở, khu dân cư"
    FARMING = "nong_nghiep", "Nông nghiệp"
    OTHER = "khac", "Lĩnh vực khác"


class Status(Choice):
    """Where a project stands, as the commune declares it."""

    PREPARING = "chuan_bi", "Đang chuẩn bị"
    RUNNING = "dang_thuc_hien", "Đang thực hiện"
    PAUSED = "tam_dung", "Tạm dừng"
    DONE = "hoan_thanh", "Đã hoàn thành"
    SETTLED = "da_quyet_toan", "Đã quyết toán"
    STOPPED = "dung_han", "Dừng hẳn"

    @property
    def is_finished(self) -> bool:
        return self in (Status.DONE, Status.SETTLED)

    @property
    def is_open(self) -> bool:
        """Whether work is still to come."""
        return self in (Status.PREPARING, Status.RUNNING, Status.PAUSED)


class MoneySource(Choice):
    """Who gives the money."""

    STATE = "trung_uong", "Ngân sách trung ương"
    PROVINCE = "tinh", "Ngân sách tỉnh"
    COMMUNE = "xa", "Ngân sách xã"
    RESIDENTS = "dan_gop", "Nhân dân đóng góp"
    DONORS = "tai_tro", "Tài trợ"
    OTHER = "khac", "Nguồn khác"


class Procurement(Choice):
    """How the contractor was chosen (Luật Đấu thầu), with what it means for a reader."""

    OPEN = "dau_thau_rong_rai", "Đấu thầu rộng rãi (ai đủ điều kiện cũng được dự)"
    LIMITED = "dau_thau_han_che", "Đấu thầu hạn chế (chỉ một số nhà thầu được mời)"
    QUOTES = "chao_hang_canh_tranh", "Chào hàng cạnh tranh (so các báo giá)"
    APPOINTED = "chi_dinh_thau", "Chỉ định thầu (giao thẳng, không qua đấu thầu)"
    REPEATED = "mua_sam_truc_tiep", "Mua sắm trực tiếp (theo hợp đồng tương tự đã đấu thầu)"
    OWN_WORK = "tu_thuc_hien", "Tự thực hiện (chủ đầu tư tự làm)"
    COMMUNITY = "cong_dong", "Cộng đồng dân cư thực hiện (người dân nhận làm)"
    OTHER = "khac", "Cách khác"


class ClearanceState(Choice):
    """How far the land has been cleared."""

    NONE = "khong_thu_hoi", "Không phải thu hồi đất"
    PLANNED = "chua_lam", "Chưa làm"
    RUNNING = "dang_lam", "Đang làm"
    DONE = "da_xong", "Đã xong"


class Supervisor(Choice):
    """Who looks at the works; never a person's name."""

    BOARD = "ban_giam_sat_dau_tu", "Ban Giám sát đầu tư của cộng đồng"
    INSPECTION = "ban_thanh_tra_nhan_dan", "Ban Thanh tra nhân dân"
    FRONT = "mat_tran", "Mặt trận Tổ quốc, đoàn thể"
    COUNCIL = "hoi_dong_nhan_dan", "Hội đồng nhân dân"
    INVESTOR = "chu_dau_tu", "Chủ đầu tư"
    CONSULTANT = "tu_van", "Tư vấn giám sát"
    AUTHORITY = "co_quan_nha_nuoc", "Cơ quan nhà nước cấp trên"
    OTHER = "khac", "Đơn vị khác"
