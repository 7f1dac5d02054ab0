"""What sections say: procedures, projects, the introduction, days of posting, the quarter's list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.audit.page import Page
from generator.audit.site import Site
from generator.audit.verdict import NONE, Fault, Judge, Tried, each, tried
from generator.words.fold import fold

PROCEDURE = re.compile(r"thu-tuc/\d\.\d{6}/")
"""By the national code (NĐ 224/2026, Điều 15)."""
PROJECT = re.compile(r"du-an/[^/]+/")
NATIONAL = "https://dichvucong.gov.vn/"
ORDER = ("noi-nop", "ho-so", "cach-nop", "trinh-tu", "co-quan", "ket-qua", "yeu-cau", "can-cu", "ban-goc")
"""Sections of a procedure, as its page has them."""
UNKNOWN = ("chua ro", "chua cong khai tren trang nay", "nguon khong ghi")
DAY = re.compile(r"\d\d/\d\d/\d{4}")
INTRODUCTION = {
    "tu-nhien": "điều kiện tự nhiên",
    "dia-gioi": "bản đồ địa giới hành chính",
    "lich-su": "lịch sử",
    "van-hoa": "truyền thống văn hóa",
    "di-tich": "di tích, danh thắng",
}


def _procedures(site: Site) -> list[Page]:
    return [page for page in site.full if PROCEDURE.fullmatch(page.address)]


def _fact(page: Page, term: str, name: str) -> Iterator[Fault]:
    """A fact of the strip on top: missing, or said to be unknown."""
    value = page.term(term)
    if not value:
        yield Fault(f"thiếu {name}", page.address)
    elif fold(value).startswith(UNKNOWN):
        yield Fault(f"{name} ghi là chưa rõ", page.address, slight=True)


def time_and_fee(site: Site, day: date) -> Tried:
    def test(page: Page) -> Iterator[Fault]:
        yield from _fact(page, "Bao lâu", "thời hạn giải quyết")
        yield from _fact(page, "Bao nhiêu tiền", "phí, lệ phí")

    return each(_procedures(site), test)


def where_to_go(site: Site, day: date) -> Tried:
    def test(page: Page) -> Iterator[Fault]:
        yield from _fact(page, "Nộp ở đâu", "nơi nộp")
        called = any(link.area != "header" and link.href.startswith("tel:") for link in page.links)
        if not called:
            yield Fault("không có số điện thoại để hỏi", page.address)

    return each(_procedures(site), test) if site.joined else NONE


def sheet_in_order(site: Site, day: date) -> Tried:
    def test(page: Page) -> Iterator[Fault]:
        found = [heading.id for heading in page.headings if heading.id in ORDER]
        if missing := [id for id in ORDER if id not in found]:
            yield Fault(f"thiếu mục {', '.join(missing)}", page.address)
        elif found != list(ORDER):
            yield Fault("các mục không theo thứ tự chung", page.address)

    return each(_procedures(site), test)


def original(site: Site, day: date) -> Tried:
    def test(page: Page) -> Iterator[Fault]:
        if not any(link.href.startswith(NATIONAL) for link in page.links):
            yield Fault("không dẫn tới bản gốc trên Cổng Dịch vụ công quốc gia", page.address)

    return each(_procedures(site), test)


def projects(site: Site, day: date) -> Tried:
    def test(page: Page) -> Iterator[Fault]:
        has = {
            "thiếu tổng mức đầu tư": page.term("Tổng mức đầu tư"),
            "thiếu nguồn vốn": "Tiền ở đâu ra" in page.text,
            "thiếu thời gian thực hiện": "thoi-gian" in page.ids,
            "thiếu tiến độ, giải ngân": "den-dau" in page.ids,
        }
        yield from (Fault(what, page.address) for what, there in has.items() if not there)

    return each((p for p in site.posted if PROJECT.fullmatch(p.address)), test)


def introduction(site: Site, day: date) -> Tried:
    page = site.pages.get("gioi-thieu/")
    if page is None or page not in site.posted:
        return NONE
    missing = [name for id, name in INTRODUCTION.items() if id not in page.ids]
    faults = (
        [Fault(f"thiếu {', '.join(missing)}", page.address, slight=len(missing) < 3)] if missing else []
    )
    if not any(site.inside(page.address, link.href) == "lanh-dao/" for link in page.links):
        faults.append(Fault("không dẫn tới trang lãnh đạo, bộ máy", page.address))
    return tried(1, faults)


def posted_day(site: Site, day: date) -> Tried:
    def test(page: Page) -> Iterator[Fault]:
        found = DAY.fullmatch(page.term("Đăng lên trang"))
        if not found:
            yield Fault("chưa ghi ngày đăng", page.address)
        elif _iso(found[0]) > day.isoformat():
            yield Fault("ngày đăng ở sau ngày xét", page.address)

    return each(site.posted, test)


def _iso(written: str) -> str:
    """05/11/2026 → 2026-11-05"""
    return "-".join(reversed(written.split("/")))


def quarter_list(site: Site, day: date) -> Tried:
    """The list of the quarter that ended last, where something had been posted by then."""
    ended = date(day.year, (day.month - 1) // 3 * 3 + 1, 1).isoformat()
    days = [_iso(page.term("Đăng lên trang")) for page in site.posted]
    if not any(posted < ended for posted in days):
        return NONE
    year, quarter = (day.year, (day.month - 1) // 3) if day.month > 3 else (day.year - 1, 4)
    address = f"danh-sach-cong-khai/{year}-quy-{quarter}/"
    page = site.pages.get(address)
    empty = page is not None and not DAY.search(page.text)
    fault = Fault(f"{'chưa có gì trong' if empty else 'chưa có'} danh sách quý {quarter}/{year}", address)
    return tried(1, [fault] if empty or page is None else [])


JUDGES: dict[str, Judge] = {
    "TC-TT-01": time_and_fee,
    "TC-TT-02": where_to_go,
    "TC-TT-03": sheet_in_order,
    "TC-TT-04": original,
    "TC-DA-01": projects,
    "TC-GT-01": introduction,
    "TC-MOI-02": posted_day,
    "TC-NV-03": quarter_list,
}
