"""One record of the flattened list (Vietnamese keys, merged from copies of the portal)."""

from __future__ import annotations

import re
from typing import Any

from generator.imports.procedures.basis import split_bases
from generator.imports.procedures.fees import fee
from generator.imports.procedures.findings import Doubt, Notes
from generator.imports.procedures.limits import limit, speaks_of_time
from generator.imports.procedures.mapped import Mapped, catalogue, state_is_over
from generator.imports.procedures.portal import PORTAL, check_type, online_level
from generator.imports.procedures.reader import Reader
from generator.imports.procedures.text import each_once
from generator.province.procedures import ChannelKind
from generator.words.fold import fold

CHANNELS = {fold(kind.label): kind for kind in ChannelKind}
ADDRESS = re.compile(r"https?://dichvucong\.gov\.vn/thu-tuc-hanh-chinh/([\w-]+)/?")
USELESS = frozenset(
    {
        "loai_thu_tuc",  # who may regulate it, of no use to a citizen
        "nhom",  # how those who merged the copies sorted them
        "can_cu_so_hieu_doan",  # numbers guessed from the glued text, often wrong
        "cach_thuc.don_vi_khong_ro",  # the same as an empty unit
        "ket_qua.ma",
    }
)
"""Keys known to be of no use here; any other key that holds something is reported."""


def map_flat(record: dict[str, Any], notes: Notes) -> Mapped:
    """The catalogue's record of a flattened one."""
    read = Reader(record, notes)
    tree = {**_heading(read), **_ways(read, notes), **_contents(read, notes)}
    over = state_is_over(read.text("trang_thai_danh_muc"), notes)
    check_type(read.text("loai"), notes)
    read.done(USELESS)
    return Mapped(notes.code, catalogue(tree, notes), over, notes, direct=False)


def _heading(read: Reader) -> dict[str, Any]:
    """What it is, whom it is for, who does it, and whose copy this is."""
    decision = {"so": "so_quyet_dinh", "ngay": "ngay_quyet_dinh", "co_quan": "co_quan_cong_bo"}
    return {
        "ma": read.text("ma"),
        "ten": read.text("ten"),
        "id_cong": _portal_id(read),
        "linh_vuc": each_once(read.texts("linh_vuc")),
        "cap_thuc_hien": each_once(read.texts("cap_thuc_hien")),
        "doi_tuong": each_once(read.texts("doi_tuong")),
        "quyet_dinh_cong_bo": {ours: read.text(theirs) for ours, theirs in decision.items()},
        "co_quan_thuc_hien": each_once(read.texts("co_quan_thuc_hien")),
        "co_quan_quyet_dinh": each_once(read.texts("co_quan_tham_quyen")),
        "co_quan_phoi_hop": each_once(read.texts("co_quan_phoi_hop")),
        "noi_tiep_nhan": read.text("dia_chi_tiep_nhan"),
        "nguon_cap_nhat": read.text("cap_nhat"),
        "nguon": _source(read),
    }


def _ways(read: Reader, notes: Notes) -> dict[str, Any]:
    """How to hand in, how long it takes, what it costs."""
    channels = [_channel(channel, notes) for channel in read.each("cach_thuc")]
    return {
        "truc_tuyen": online_level(False, False, channels).value,
        "cach_thuc": channels,
        "thoi_han_truong_hop": [_case_limit(case, notes) for case in read.each("thoi_han_truong_hop")],
    }


def _contents(read: Reader, notes: Notes) -> dict[str, Any]:
    """Papers, steps, results and what they rest on."""
    return {
        "ho_so": [_case(case) for case in read.each("thanh_phan_ho_so")],
        "trinh_tu": [_step(step) for step in read.each("trinh_tu")],
        "ket_qua": each_once([result.text("ten") for result in read.each("ket_qua")]),
        "yeu_cau": read.text("yeu_cau_dieu_kien"),
        "can_cu": _bases(read, notes),
    }


def _portal_id(read: Reader) -> str:
    address = read.text("url")
    found = ADDRESS.fullmatch(address)
    if address and not found:
        read.notes.add(Doubt.VALUE, "địa chỉ không phải của Cổng Dịch vụ công quốc gia", address)
    return found[1] if found else ""


def _source(read: Reader) -> str:
    """Readers should know that the portal was not asked itself; by what programs, is nothing to them."""
    read.text("nguon")
    return f"{PORTAL}, qua bản chép lại"


def _channel(channel: Reader, notes: Notes) -> dict[str, Any]:
    kind = CHANNELS.get(fold(found := channel.text("hinh_thuc")))
    if kind is None:
        notes.add(Doubt.VALUE, f"cách nộp “{found}”, chưa đưa vào")
    said, words = channel.text("thoi_han_van_ban"), channel.text("mo_ta")
    timed = speaks_of_time(words)
    number, unit = channel.number("thoi_han"), channel.text("don_vi")
    return {
        "kenh": kind.value if kind else "",
        "thoi_han": limit(number, unit, [said, words] if timed else [said], notes),
        "phi": [_fee(item, notes) for item in channel.each("phi")],
        "mo_ta": "" if timed else words,
    }


def _fee(item: Reader, notes: Notes) -> dict[str, Any]:
    """`cong_ghi` is what the portal's page shows for 0; it shows "Miễn phí" beside any note."""
    shown = item.text("cong_ghi")
    if fold(shown) not in ("", "mien phi"):
        notes.add(Doubt.VALUE, f"Cổng ghi phí “{shown}”")
    return fee(item.number("muc"), item.text("mo_ta"), item.text("loai"), notes)


def _case_limit(case: Reader, notes: Notes) -> dict[str, Any]:
    found = limit(case.number("so"), case.text("don_vi"), [], notes)
    return {"ten": case.text("ten"), "thoi_han": found}


def _case(case: Reader) -> dict[str, Any]:
    papers = case.each("giay_to")
    return {"truong_hop": case.text("truong_hop"), "giay_to": [_paper(paper) for paper in papers]}


def _paper(paper: Reader) -> dict[str, Any]:
    return {
        "ten": paper.text("ten"),
        "ban_chinh": paper.text("ban_chinh"),
        "ban_sao": paper.text("ban_sao"),
        "mau": [{"ten": name} for name in paper.texts("mau")],
    }


def _step(step: Reader) -> dict[str, Any]:
    name, words = step.text("ten"), step.text("mo_ta")
    return {"ten": name if words else "", "noi_dung": words or name}


def _bases(read: Reader, notes: Notes) -> list[dict[str, str]]:
    listed = [{"so_hieu": item.text("so_hieu"), "ten": item.text("ten")} for item in read.each("can_cu")]
    glued = read.text("can_cu_van_ban_phang")
    if listed or not glued:
        return listed
    bases = split_bases(glued)
    notes.add(Doubt.BASIS, "cần soát lại với bản gốc", f"{len(bases)} phần")
    return bases
