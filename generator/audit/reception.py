"""Whom citizens can meet and call: reception, contacts, who answers, corrections, rating."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.audit.page import Page
from generator.audit.site import Site
from generator.audit.verdict import NONE, Fault, Judge, Tried, each, tried

RECEPTION, CONTACT = "tiep-cong-dan/", "lien-he/"
REPORT = "bao-sai-sot"
HEAD = "Chủ tịch UBND"


def _disclosed(site: Site, address: str) -> Page | None:
    """The page where the commune has posted something on it."""
    page = site.pages.get(address)
    return page if page in site.posted else None


def schedule_complete(site: Site, day: date) -> Tried:
    page = _disclosed(site, RECEPTION)
    if page is None:
        return NONE
    head = " ".join(value for term, value in page.terms if term.startswith(HEAD))
    lacks = {
        "thiếu nơi tiếp công dân": (page.term("Nơi tiếp"), False),
        "thiếu thời gian tiếp thường xuyên": (page.term("Ngày thường"), False),
        "thiếu lịch tiếp của Chủ tịch UBND": (head, False),
        "thiếu thành phần tham dự": ("Cùng dự" in head, True),
        "thiếu dự kiến nội dung": ("Dự kiến nội dung" in head, True),
    }
    return tried(1, (Fault(what, RECEPTION, slight) for what, (has, slight) in lacks.items() if not has))


def session_ahead(site: Site, day: date) -> Tried:
    page = _disclosed(site, RECEPTION)
    if page is None:
        return NONE
    ahead = any(session[:10] >= day.isoformat() for session in page.sessions)
    return tried(1, () if ahead else [Fault("mọi buổi tiếp ghi trên trang đã qua", RECEPTION)])


def contact_page(site: Site, day: date) -> Tried:
    if not site.joined:
        return NONE
    page = site.pages.get(CONTACT)
    if page is None:
        return tried(1, [Fault("không có trang Liên hệ", CONTACT)])
    ways = [link.href for link in page.links if link.area == "main"]
    lacks = {
        "thiếu địa chỉ trụ sở": page.term("Địa chỉ"),
        "thiếu số điện thoại": any(way.startswith("tel:") for way in ways),
        "thiếu giờ làm việc": page.term("Giờ làm việc"),
        "thiếu thư điện tử": any(way.startswith("mailto:") for way in ways),
    }
    slight = "thiếu thư điện tử"
    return tried(1, (Fault(what, CONTACT, what == slight) for what, has in lacks.items() if not has))


def contact_everywhere(site: Site, day: date) -> Tried:
    def test(page: Page) -> Iterator[Fault]:
        if not any(link.area == "footer" and _reaches(link.href) for link in page.links):
            yield Fault("cuối trang không có số điện thoại, thư điện tử", page.address)

    return each(site.full, test) if site.joined else NONE


def who_answers(site: Site, day: date) -> Tried:
    def test(page: Page) -> Iterator[Fault]:
        if not page.term("Hỏi ai"):
            footed = any(link.area == "footer" and _reaches(link.href) for link in page.links)
            said = (
                "chưa ghi hỏi ai, chỉ có số chung của UBND ở cuối trang" if footed else "không ghi hỏi ai"
            )
            yield Fault(said, page.address, slight=footed)

    return each(site.posted, test)


def _reaches(href: str) -> bool:
    return bool(re.match(r"(tel:\+?[0-9]{3}|mailto:[^@]+@.)", href))


def report_way(site: Site, day: date) -> Tried:
    """From every page a link to the place that tells how to report, and a way to do so there."""
    place = site.pages.get(CONTACT)
    if place is None or REPORT not in place.ids:
        return tried(1, [Fault("không có mục “Báo sai sót” ở trang Liên hệ", CONTACT)])
    told = REPORT in {heading.id for heading in place.headings}
    ways = any(_reaches(link.href) for link in place.links)

    def test(page: Page) -> Iterator[Fault]:
        ends = (link.href.partition("#") for link in page.links)
        if not any(id == REPORT and site.inside(page.address, path) == CONTACT for path, _, id in ends):
            yield Fault("không có lối báo sai sót", page.address)

    found = each(site.full, test)
    if told and (ways or not site.joined):
        return found
    return tried(
        found.concerned, (*found.faults, Fault("mục “Báo sai sót” không có số điện thoại, thư điện tử"))
    )


def corrections(site: Site, day: date) -> Tried:
    def test(page: Page) -> Iterator[Fault]:
        if not any(site.inside(page.address, link.href) == "dinh-chinh/" for link in page.links):
            yield Fault("không dẫn tới trang Đính chính", page.address)

    if "dinh-chinh/" not in site.pages:
        return tried(1, [Fault("không có trang Đính chính")])
    return each(site.full, test)


def rating(site: Site, day: date) -> Tried:
    """A way to rate the site, which lies elsewhere: the site itself keeps nothing."""
    if not site.joined:
        return NONE
    rated = [p for p in site.full if any("Đánh giá trang này" in link.text for link in p.links)]
    if not rated:
        return tried(1, [Fault("không trang nào có nút “Đánh giá trang này”")])
    missing = [page.address for page in site.posted if page not in rated]
    return tried(len(site.posted) or 1, (Fault("không có nút “Đánh giá trang này”", at) for at in missing))


JUDGES: dict[str, Judge] = {
    "TC-TCD-01": schedule_complete,
    "TC-TCD-02": session_ahead,
    "TC-LH-01": contact_page,
    "TC-LH-02": contact_everywhere,
    "TC-LH-03": who_answers,
    "TC-LH-04": report_way,
    "TC-LH-05": corrections,
    "TC-LH-06": rating,
}
