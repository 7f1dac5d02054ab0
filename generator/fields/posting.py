"""Forms of publication that the law knows."""

from __future__ import annotations

from generator.fields.choice import Choice


class PostingForm(Choice):
    """Forms of publication (Luật 10/2022/QH15 Đ12 k1)."""

    NOTICEBOARD = "niem_yet", "Niêm yết"
    WEBSITE = "trang_thong_tin", "Cổng, trang thông tin điện tử"
    LOUDSPEAKER = "truyen_thanh", "Hệ thống truyền thanh"
    HEAD_OF_THON = "truong_thon", "Thông qua Trưởng thôn, Tổ trưởng tổ dân phố"
    LETTER = "gui_van_ban", "Gửi văn bản đến công dân"
    CONFERENCE = "hoi_nghi", "Hội nghị trao đổi, đối thoại"
    RECEPTION = "tiep_cong_dan", "Tiếp công dân, tiếp xúc cử tri, họp báo, thông cáo"
    ORGANISATIONS = "to_chuc_doan_the", "Thông qua Mặt trận, đoàn thể"
    NETWORK = "mang_xa_hoi", "Mạng viễn thông, mạng xã hội"
    OTHER = "khac", "Hình thức khác"
