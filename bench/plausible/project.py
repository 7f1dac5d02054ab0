"""Projects that differ from commune to commune: what for, how much, how far, how late."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from plausible.manner import Manner, Way
from plausible.naming import IDS, NAMES
from plausible.province import Unit
from plausible.trees import Files

TODAY = date(2026, 11, 23)
MILLION = 10**6
WORKS = (
    (
        "Bê tông hóa đường",
        "giao_thong",
        2_400,
        "Đi lại được cả mùa mưa.",
        "Dài {length} km, mặt đường rộng 3,5 mét.",
    ),
    ("Sửa cầu", "giao_thong", 1_600, "Xe tải nhỏ qua được.", "Một nhịp, dài 12 mét, rộng 4 mét."),
    (
        "Kiên cố hóa kênh mương",
        "thuy_loi",
        1_900,
        "Đủ nước cho hai vụ lúa.",
        "Kênh bê tông dài {length} km.",
    ),
    (
        "Xây phòng học trường mầm non",
        "giao_duc",
        3_200,
        "Trẻ không phải học nhờ.",
        "Bốn phòng học, một tầng.",
    ),
    ("Sửa trạm y tế", "y_te", 1_300, "Có chỗ khám, chỗ chờ sạch sẽ.", "Sửa mái, lát nền sáu phòng."),
    (
        "Xây nhà văn hóa",
        "van_hoa",
        1_100,
        "Có chỗ họp, sinh hoạt chung.",
        "Nhà một tầng 120 m², sân 300 m².",
    ),
    (
        "Cấp nước sinh hoạt",
        "nuoc_sach_moi_truong",
        2_800,
        "Nhà nào cũng có nước sạch.",
        "Bể 60 m³, {length} km đường ống.",
    ),
    (
        "Chiếu sáng đường",
        "dien_chieu_sang",
        600,
        "Buổi tối đi lại an toàn.",
        "40 đèn trên {length} km đường.",
    ),
    (
        "Sửa chợ",
        "cho_thuong_mai",
        2_100,
        "Chỗ bán hàng khô ráo, có lối thoát khi cháy.",
        "Mái che 800 m², 42 chỗ bán.",
    ),
)
STATES = (("chuan_bi", 2), ("dang_thuc_hien", 5), ("hoan_thanh", 3), ("da_quyet_toan", 2), ("tam_dung", 1))
REASONS = (
    "Mưa lũ, nhà thầu phải nghỉ.",
    "Chưa bàn giao đủ mặt bằng.",
    "Vốn về chậm.",
    "Nhà thầu thiếu máy.",
)


def add_projects(files: Files, unit: Unit, manner: Manner, random: Random) -> None:
    """Some projects beside those that derive from the fictional commune's."""
    count = 1 if manner.way is Way.THIN else min(14, 1 + int(random.expovariate(1 / 4)))
    for number in range(11, 11 + count):
        tree = _project(number, unit, manner, random)
        files[f"du-an/{tree['ma']}.yml"] = tree


def _project(number: int, unit: Unit, manner: Manner, random: Random) -> dict[str, Any]:
    name, sector, price, aim, scope = random.choice(WORKS)
    state = random.choices([state for state, _ in STATES], [weight for _, weight in STATES])[0]
    thon = random.choice(list(IDS.values()))
    total = round(price * random.lognormvariate(0, 0.5) / 10) * 10 * MILLION + 50 * MILLION
    start = date(2026, 1, 5) + timedelta(random.randrange(-200, 120))
    decided = start - timedelta(random.randrange(40, 90))
    tree: dict[str, Any] = {
        "ma": f"DA-{decided.year}-{number}",
        "ten": f"{name} {list(NAMES.values())[list(IDS.values()).index(thon)]}, công trình số {number}",
        "tinh_trang": state,
        "linh_vuc": sector,
        "muc_tieu": aim,
        "quy_mo": scope.format(length=str(round(random.uniform(0.6, 4), 1)).replace(".", ",")),
        "quyet_dinh_dau_tu": {
            "so": f"{random.randint(5, 140)}/QĐ-UBND",
            "ngay": decided.isoformat(),
            "co_quan": f"UBND {unit.kind} {unit.short_name}",
            "trich_yeu": f"Phê duyệt công trình số {number}",
        },
        "chu_dau_tu": {"ten": f"UBND {unit.kind} {unit.short_name}", "dien_thoai": "0200 000 0001"},
        "thon": [thon],
        "toa_do": {
            "vi_do": f"{unit.latitude + random.uniform(-0.02, 0.02):.4f}",
            "kinh_do": f"{unit.longitude + random.uniform(-0.02, 0.02):.4f}",
        },
        "tong_muc_dau_tu": str(total),
        "nguon_von": _sources(total, random),
    }
    return tree | _course(state, total, start, random) | _posted(decided, manner, random)


def _sources(total: int, random: Random) -> list[dict[str, str]]:
    """Whole millions that add up to the total."""
    whole = total // MILLION
    names = random.choice(
        (("tinh", "xa"), ("trung_uong", "tinh", "xa"), ("tinh", "xa", "dan_gop"), ("xa",))
    )
    cuts = sorted(random.sample(range(1, whole), len(names) - 1))
    parts = [b - a for a, b in zip([0, *cuts], [*cuts, whole], strict=True)]
    return [
        {"nguon": name, "so_tien": str(part * MILLION)} for name, part in zip(names, parts, strict=True)
    ]


def _course(state: str, total: int, start: date, random: Random) -> dict[str, Any]:
    """Plan, work done and money paid, as far as the state goes."""
    length = random.randrange(120, 300)
    if state == "chuan_bi":
        begin = TODAY + timedelta(random.randrange(30, 120))
        times = {"khoi_cong_ke_hoach": begin, "hoan_thanh_ke_hoach": begin + timedelta(length)}
        return {"thoi_gian": {name: day.isoformat() for name, day in times.items()}}
    planned = start + timedelta(length)
    times = {
        "khoi_cong_ke_hoach": start,
        "khoi_cong_thuc_te": start + timedelta(random.choice((0, 0, 7, 16))),
    }
    times["hoan_thanh_ke_hoach"] = planned
    done = state in ("hoan_thanh", "da_quyet_toan")
    finish = min(planned + timedelta(random.choice((0, 0, -6, 12, 40))), TODAY - timedelta(40))
    if done:
        times["hoan_thanh_thuc_te"] = finish
    last = finish if done else TODAY - timedelta(random.randrange(5, 80))
    share = 100 if done else random.randint(15, 90)
    paid = total // 100 // MILLION * MILLION * (random.randint(90, 97) if done else max(5, share - 10))
    day = last.isoformat()
    found: dict[str, Any] = {
        "ke_hoach_von": [{"nam": str(year), "so_tien": str(total // 2)} for year in (2025, 2026)],
        "giai_ngan": {"so_tien": str(paid), "den_ngay": day},
        "thoi_gian": {name: when.isoformat() for name, when in times.items()},
        "khoi_luong": [
            {"ngay": (times["khoi_cong_thuc_te"] + timedelta(14)).isoformat(), "phan_tram": "8"},
            {"ngay": day, "phan_tram": str(share)},
        ],
        "goi_thau": [_package(total, times["khoi_cong_thuc_te"], random)],
    }
    if times["khoi_cong_thuc_te"] + timedelta(14) >= last:
        del found["khoi_luong"][0]
    if state == "tam_dung" or (planned < (finish if done else TODAY) and random.random() < 0.7):
        found["ly_do_cham"] = random.choice(REASONS)
    if state == "da_quyet_toan":
        found["quyet_toan"] = {"gia_tri": str(paid), "ngay": min(finish + timedelta(35), TODAY).isoformat()}
    return found


def _package(total: int, start: date, random: Random) -> dict[str, str]:
    price = total * 8 // 10 // MILLION * MILLION
    return {
        "ten": "Thi công xây dựng",
        "nha_thau": f"Công ty Xây dựng Thử {random.choice('ABCDEGHK')} (hư cấu)",
        "hinh_thuc": random.choice(("dau_thau_rong_rai", "chao_hang_canh_tranh", "chi_dinh_thau")),
        "gia_goi_thau": str(price),
        "gia_trung_thau": str(price * random.randint(93, 100) // 100),
        "so_hop_dong": f"{random.randint(1, 40):02}/{start.year}/HĐ-XD",
        "ngay_hop_dong": (start - timedelta(14)).isoformat(),
    }


def _posted(decided: date, manner: Manner, random: Random) -> dict[str, Any]:
    posted = decided + timedelta(random.randint(0, 5))
    disclosure: dict[str, Any] = {"ngay_quyet_dinh": decided.isoformat(), "ngay_dang": posted.isoformat()}
    if random.random() > manner.lacks:
        until = posted + timedelta(random.choice((30, 35, 45)))
        place = {
            "loai": "niem_yet",
            "noi": f"Trụ sở UBND và nhà văn hóa {random.choice(list(NAMES.values()))}",
        }
        days = {"tu_ngay": posted.isoformat(), "den_ngay": until.isoformat()}
        disclosure["hinh_thuc"] = [place | days]
    return {"cong_khai": disclosure}
