"""What programs read: the list of duties, open data, licence, the day of building."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from generator.audit.disclosed import DAY
from generator.audit.page import Page
from generator.audit.site import DUTIES, Site
from generator.audit.verdict import NONE, Fault, Judge, Tried, each, tried
from generator.words.dates import say_day

LICENCE = re.compile(r"https://creativecommons\.org/licenses/by/4\.0/")
LICENCE_NAME = "CC-BY-4.0"
BUILT = re.compile(rf"Trang dựng ngày ({DAY.pattern})")
FRESH, OLD = timedelta(days=7), timedelta(days=31)
"""A site is built every day; after a week the counts of days on it mislead, after a month it is left alone."""
STATES = frozenset({"da_cong_khai", "khong_phat_sinh", "chua_co", "khong_ap_dung"})


def _duties(site: Site) -> list[dict[str, Any]]:
    found = site.json(DUTIES).get("nghia_vu")
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def duties_page(site: Site, day: date) -> Tried:
    """The page tells of each duty that the machine-readable list has."""
    duties = _duties(site)
    page = site.pages.get("cong-khai/")
    if page is None:
        return tried(1, [Fault("không có trang “Công khai đến đâu”", "cong-khai/")])
    told = [each for each in duties if each.get("ma")]
    missing = sorted({str(each["ma"]) for each in told if str(each["ma"]).lower() not in page.ids})
    faults = (
        [Fault(f"trang không nói tới nghĩa vụ {', '.join(missing[:5])}", page.address)] if missing else []
    )
    return tried(max(1, len({str(each["ma"]) for each in told})), faults)


def duties_list(site: Site, day: date) -> Tried:
    duties = _duties(site)
    if not duties:
        return tried(1, [Fault("không có hoặc không đọc được danh sách nghĩa vụ cho máy", DUTIES)])
    return tried(len(duties), _wrong_duties(site, duties))


def _wrong_duties(site: Site, duties: list[dict[str, Any]]) -> Iterator[Fault]:
    for duty in duties:
        code = str(duty.get("ma"))
        if site.joined and duty.get("tinh_trang") not in STATES:
            yield Fault("nghĩa vụ không ghi tình trạng", f"{DUTIES}: {code}")
        named = [duty.get("dia_chi"), *(duty.get("du_lieu") or ())]
        for address in filter(None, named):
            path = str(address).partition("#")[0]
            if not site.holds(path):
                yield Fault("danh sách nghĩa vụ dẫn tới chỗ không có", path)


def package(site: Site, day: date) -> Tried:
    """Each table that the Data Package names: there, unchanged, readable (Data Package 2.0)."""
    resources = site.json("datapackage.json").get("resources")
    if not isinstance(resources, list) or not resources:
        missing = "không có hoặc không đọc được danh mục dữ liệu mở"
        return tried(1, [Fault(missing, "datapackage.json")]) if site.joined else NONE
    return tried(len(resources), (fault for each in resources for fault in _wrong_table(site, each)))


def _wrong_table(site: Site, resource: object) -> Iterator[Fault]:
    told = resource if isinstance(resource, dict) else {}
    path = str(told.get("path"))
    content = site.content(path)
    if not content:
        yield Fault("thiếu bảng dữ liệu", path)
        return
    if told.get("hash") not in (None, f"sha256:{sha256(content).hexdigest()}"):
        yield Fault("bảng dữ liệu không khớp mã kiểm tra của danh mục", path)
    fields = (told.get("schema") or {}).get("fields") if isinstance(told.get("schema"), dict) else None
    if isinstance(fields, list) and path.endswith(".csv"):
        names = [field.get("name") for field in fields if isinstance(field, dict)]
        if names != _heads(content):
            yield Fault("tên cột của bảng khác danh mục", path)


def _heads(content: bytes) -> list[str]:
    first = content.decode("utf-8-sig", "replace")[:100_000]
    try:
        return next(csv.reader(io.StringIO(first)), [])
    except csv.Error:
        return []


def data_beside(site: Site, day: date) -> Tried:
    """The data beside a page say the same day of posting as the page; those that offer none are not asked."""

    def test(page: Page) -> Iterator[Fault]:
        path = f"{page.address}du-lieu.json"
        if not (found := site.json(path)):
            yield Fault("dữ liệu của trang thiếu hoặc không đọc được", page.address)
            return
        about = found.get("cong_khai")
        day_told = about.get("ngay_dang") if isinstance(about, dict) else None
        shown = page.term("Đăng lên trang")
        if isinstance(day_told, str) and DAY.fullmatch(shown) and shown != _said(day_told):
            yield Fault("ngày đăng trên trang khác trong dữ liệu", page.address)

    def offered(page: Page) -> bool:
        return any(link.href == "du-lieu.json" for link in page.links)

    return each(filter(offered, site.posted), test)


def _said(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def licence(site: Site, day: date) -> Tried:
    def test(page: Page) -> Iterator[Fault]:
        if not any(link.area == "footer" and LICENCE.match(link.href) for link in page.links):
            yield Fault("cuối trang không ghi giấy phép dùng lại", page.address)

    found = each(site.full, test)
    licences = site.json("datapackage.json").get("licenses")
    named = (
        [each.get("name") for each in licences if isinstance(each, dict)]
        if isinstance(licences, list)
        else []
    )
    if not site.joined or LICENCE_NAME in named:
        return found
    return tried(
        found.concerned, (*found.faults, Fault("danh mục dữ liệu mở không ghi giấy phép", slight=True))
    )


def built_lately(site: Site, day: date) -> Tried:
    home = site.pages.get("")
    built = BUILT.search(home.footer) if home else None
    if not built:
        return tried(1, [Fault("cuối trang đầu không ghi ngày dựng trang")])
    told = str(site.json(DUTIES).get("ngay") or "")
    iso = _iso_day(built[1])
    if iso is None or iso > day:
        return tried(1, [Fault(f"ngày dựng trang ({built[1]}) ở sau ngày xét")])
    age = day - iso
    faults = (
        [Fault(f"trang dựng từ {say_day(iso)}, đã {age.days} ngày", slight=age <= OLD)]
        if age > FRESH
        else []
    )
    if told and told != iso.isoformat():
        faults.append(Fault(f"ngày dựng trên trang khác ngày trong {DUTIES}"))
    return tried(1, faults)


def _iso_day(written: str) -> date | None:
    try:
        return date.fromisoformat("-".join(reversed(written.split("/"))))
    except ValueError:
        return None


JUDGES: dict[str, Judge] = {
    "TC-NV-01": duties_page,
    "TC-NV-02": duties_list,
    "TC-DL-01": package,
    "TC-DL-02": data_beside,
    "TC-GP-01": licence,
    "TC-MOI-01": built_lately,
}
