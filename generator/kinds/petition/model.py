"""What somebody asked the commune to look at, without saying who, and what was answered."""

from __future__ import annotations

from generator.fields.base import given, maybe
from generator.fields.choice import Choice
from generator.fields.codes import RecordId, ThonId
from generator.fields.dates import Day
from generator.fields.text import Prose, Text
from generator.kinds._disclosure import Disclosed, Reply


class Field(Choice):
    """What it is about."""

    ROADS = "duong_sa", "Đường sá, cầu cống"
    UTILITIES = "dien_nuoc", "Điện, nước"
    ENVIRONMENT = "moi_truong", "Môi trường, rác thải"
    LAND = "dat_dai", "Đất đai, xây dựng"
    SERVICE = "thu_tuc", "Thủ tục, cách phục vụ"
    SUPPORT = "ho_tro", "Hỗ trợ, chính sách"
    SCHOOL_HEALTH = "y_te_giao_duc", "Y tế, trường học"
    SAFETY = "an_ninh", "An ninh, trật tự"
    WRONG = "thong_tin_sai", "Thông tin đã công khai bị sai"
    OTHER = "khac", "Việc khác"


class Channel(Choice):
    """How it came in."""

    OFFICE = "tru_so", "Nói, nộp tại trụ sở"
    RECEPTION = "tiep_cong_dan", "Buổi tiếp công dân"
    PHONE = "dien_thoai", "Điện thoại, đường dây nóng"
    ONLINE = "qua_mang", "Qua mạng"
    THON = "hop_thon", "Họp thôn, qua Trưởng thôn"
    VOTERS = "cu_tri", "Tiếp xúc cử tri"
    BOX = "hom_thu", "Hòm thư góp ý"


class Petition(Disclosed):
    """One matter; complaints and denunciations (khiếu nại, tố cáo) have laws of their own and are not here."""

    id: RecordId = given("ma", "Mã", "Giống tên tệp, không đổi: 2026-014.")
    subject: Text = given("chu_de", "Việc gì", "Một câu; không nêu tên, số nhà của ai.")
    detail: Prose | None = maybe(
        "noi_dung", "Nội dung", "Kể rõ hơn; không nêu tên người gửi, người bị nói tới."
    )
    field: Field = given("linh_vuc", "Lĩnh vực", "Chọn trong danh sách.")
    thon: ThonId | None = maybe("thon", "Thôn", "Mã thôn ghi trong xa.yml; bỏ trống nếu cả xã.")
    received: Day = given("ngay_nhan", "Ngày nhận", "Ngày xã nhận được.")
    channel: Channel = given("kenh", "Nhận qua đâu", "Chọn trong danh sách.")
    promised: Day | None = maybe("hen_tra_loi", "Hẹn trả lời", "Ngày đã hẹn với người gửi, nếu có.")
    forwarded: Text | None = maybe("chuyen_toi", "Đã chuyển tới", "Cơ quan khác giải quyết, nếu có.")
    reply: Reply | None = maybe("tra_loi", "Trả lời", "Bỏ trống nếu chưa trả lời.")
