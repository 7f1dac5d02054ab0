"""What people say and ask, and what the commune answers: petitions, consultations, days of reception."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from plausible.manner import Manner, Way
from plausible.naming import IDS, NAMES
from plausible.trees import Files, changed

TODAY = date(2026, 11, 23)
MATTERS = (
    ("duong_sa", "Đường {place} nhiều ổ gà", "Xã đã lấp đá tạm, năm 2027 đổ bê tông."),
    ("duong_sa", "Rãnh thoát nước ở {place} bị tắc", "Xã đã nạo vét xong."),
    ("dien_nuoc", "Điện yếu vào buổi tối ở {place}", "Điện lực hẹn thay máy biến áp trong quý."),
    ("dien_nuoc", "Nước sinh hoạt ở {place} chảy ít", "Đã thay đoạn ống vỡ."),
    ("moi_truong", "Rác để lâu ở {place}", "Xe gom rác nay đi hai buổi một tuần."),
    ("moi_truong", "Mùi chuồng trại ở {place}", "Đã kiểm tra, chủ hộ làm lại hố ủ trong 30 ngày."),
    ("thu_tuc", "Chờ lâu ở quầy đất đai", "Thêm một người nhận hồ sơ vào sáng thứ Hai."),
    ("thu_tuc", "Xin nhận hồ sơ ngoài giờ", "Sáng thứ Bảy có người nhận hồ sơ hộ tịch, chứng thực."),
    ("ho_tro", "Hỏi bao giờ chi hỗ trợ sau lũ", "Danh sách đã duyệt, chi trong tháng."),
    ("y_te_giao_duc", "Lịch tiêm phòng nên báo trước", "Từ tháng sau loa báo trước ba ngày."),
    ("an_ninh", "Xe chạy nhanh qua cổng trường", "Đã đặt biển và gờ giảm tốc."),
    (
        "dat_dai",
        "Hỏi quy hoạch đường ở {place}",
        "Mời xem bản đồ ở phòng một cửa; bản chụp đăng trên trang.",
    ),
)
WAYS = ("tru_so", "tiep_cong_dan", "dien_thoai", "qua_mang", "hop_thon", "cu_tri", "hom_thu")
PLANS = (
    ("Chỗ đặt điểm tập kết rác ở {place}", "dau_tu", "Xã định làm điểm tập kết rác rộng 200 m²."),
    (
        "Dự thảo quy chế thực hiện dân chủ",
        "quy_che_dan_chu",
        "Quy chế nói việc nào dân bàn, dân quyết định.",
    ),
    ("Quy hoạch khu dân cư {place}", "quy_hoach_xay_dung", "Bản vẽ đường, lô đất, chỗ trồng cây."),
    ("Cách dùng nước tự chảy ở {place}", "loi_ich_cong_dong", "Chia buổi lấy nước, mức góp thay ống."),
    ("Kế hoạch dùng quỹ đất công ích", "dat_dai", "Cho thuê ba thửa, tiền thuê dùng sửa kênh."),
    ("Phân luồng xe ở chợ {place}", "loi_ich_cong_dong", "Xe tải không vào chợ từ 6 giờ đến 9 giờ."),
)
DAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu")
TOLD = (
    "Việc đất đai giao Phòng Kinh tế trả lời trong 10 ngày.",
    "Trả lời ngay tại buổi tiếp.",
    "Một việc hướng dẫn gửi Tòa án, các việc khác trả lời ngay.",
    "Giao Văn phòng xác minh, báo lại trong 15 ngày.",
)
SLOW = {Way.EXCELLENT: 5, Way.STEADY: 9, Way.FAULTY: 9, Way.THIN: 12, Way.SILENT: 12, Way.LATE: 18}


def with_voices(files: Files, manner: Manner, random: Random) -> None:
    """Petitions and consultations of its own beside those that derive; its own day of reception."""
    for number in range(31, 31 + int(random.expovariate(1 / 7))):
        files[f"kien-nghi/2026-{number:03}.yml"] = _petition(number, manner, random)
    for number in range(11, 11 + int(random.expovariate(1 / 1.5))):
        files[f"lay-y-kien/LYK-2026-{number}.yml"] = _consultation(number, manner, random)
    day = random.randrange(5)
    if day != DAYS.index("Năm"):
        _receive_on(files, day, random)


def _petition(number: int, manner: Manner, random: Random) -> dict[str, Any]:
    field, subject, answer = random.choice(MATTERS)
    index = random.randrange(len(IDS))
    received = TODAY - timedelta(random.randrange(2, 320))
    tree: dict[str, Any] = {
        "ma": f"2026-{number:03}",
        "chu_de": f"{subject.format(place=list(NAMES.values())[index])}, lần {number - 30}",
        "linh_vuc": field,
        "thon": list(IDS.values())[index],
        "ngay_nhan": received.isoformat(),
        "kenh": random.choice(WAYS),
        "hen_tra_loi": (received + timedelta(15)).isoformat(),
    }
    answered = received + timedelta(1 + int(random.gammavariate(2, SLOW[manner.way] / 2)))
    if answered <= TODAY and random.random() > manner.lacks / 3:
        tree["tra_loi"] = {"ngay": answered.isoformat(), "noi_dung": answer}
    posted = min(TODAY, received + timedelta(random.randrange(0, 4)))
    return tree | {"cong_khai": {"ngay_dang": posted.isoformat()}}


def _consultation(number: int, manner: Manner, random: Random) -> dict[str, Any]:
    name, matter, content = random.choice(PLANS)
    start = TODAY - timedelta(random.randrange(3, 240))
    end = start + timedelta(random.choice((21, 30, 30, 35, 45)))
    tree: dict[str, Any] = {
        "ma": f"LYK-2026-{number}",
        "ten": f"{name.format(place=random.choice(list(NAMES.values())))}, lần {number - 10}",
        "khoan": matter,
        "cap_quyet_dinh": "xa",
        "ai_quyet_dinh": "UBND cấp xã",
        "noi_dung": content,
        "tu_ngay": start.isoformat(),
        "den_ngay": end.isoformat(),
        "hinh_thuc_lay": [{"loai": "phieu_ho"}, {"loai": "hom_thu"}][: random.randint(1, 2)],
        "noi_nhan": {"bo_phan": "Phòng Kinh tế", "dien_thoai": "0200 000 0007"},
    }
    summed = end + timedelta(random.randrange(4, 14))
    if summed < TODAY and random.random() > manner.lacks:
        tree["tong_hop"] = _summary(summed, random)
    posted: dict[str, Any] = {"ngay_dang": start.isoformat()}
    if random.random() > manner.lacks:
        days = {"tu_ngay": start.isoformat(), "den_ngay": max(end, start + timedelta(30)).isoformat()}
        short = {"tu_ngay": start.isoformat(), "den_ngay": (start + timedelta(4)).isoformat()}
        board = {"loai": "niem_yet", "noi": "Trụ sở UBND và các nhà văn hóa", **days}
        posted["hinh_thuc"] = [board, {"loai": "truyen_thanh", "noi": "6 cụm loa", **short}]
    return tree | {"cong_khai": posted}


def _summary(day: date, random: Random) -> dict[str, Any]:
    agreed, partly, explained = random.randint(20, 300), random.randint(0, 90), random.randint(0, 40)
    groups = (
        (agreed, "Đồng ý như dự thảo", "tiep_thu", "Giữ như dự thảo."),
        (partly, "Làm nhưng giảm mức góp", "mot_phan", "Hộ nghèo, hộ cận nghèo được giảm một nửa."),
        (explained, "Chưa nên làm năm nay", "giai_trinh", "Vốn đã có, để sang năm thì phải trả lại."),
    )
    told = [
        {"y_kien": opinion, "so_y_kien": str(count), "ket_qua": result, "tra_loi": answer}
        for count, opinion, result, answer in groups
        if count
    ]
    return {
        "ngay": day.isoformat(),
        "ngay_dang": min(TODAY, day + timedelta(2)).isoformat(),
        "so_y_kien": str(agreed + partly + explained),
        "nhom": told,
    }


def _receive_on(files: Files, day: int, random: Random) -> None:
    """The chairman receives on another day of the week, wherever that is said."""

    def moved(key: str, value: Any) -> Any:
        return value.replace("hứ Năm", f"hứ {DAYS[day]}") if isinstance(value, str) else value

    for name in ("can-bo.yml", "tiep-cong-dan.yml"):
        files[name] = changed(files[name], moved)
    for year in files["tiep-cong-dan.yml"]["lich"]:
        year.pop("dieu_chinh", None)
        last = TODAY - timedelta((TODAY.weekday() - day) % 7 or 7)
        days = [last - timedelta(7 * week) for week in range(random.randint(4, 16))]
        year["da_tiep"] = [_session(each, random) for each in reversed(days)]


def _session(day: date, random: Random) -> dict[str, str]:
    people = 1 + int(random.expovariate(1 / 4))
    matters = str(random.randint(1, people))
    return {
        "ngay": day.isoformat(),
        "so_luot": str(people),
        "so_vu_viec": matters,
        "ket_luan": random.choice(TOLD),
    }
