"""What people with disabilities need, as far as it can be told without a browser (WCAG 2.2 A and AA)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.audit.page import Page
from generator.audit.site import Site
from generator.audit.verdict import Fault, Judge, Tried, each

ZOOM = re.compile(r"maximum-scale\s*=\s*([0-9.]+)")


def language(site: Site, day: date) -> Tried:
    """3.1.1"""

    def test(page: Page) -> Iterator[Fault]:
        if page.lang.lower().partition("-")[0] != "vi":
            yield Fault("không khai tiếng Việt (lang)", page.address)

    return each(site.pages.values(), test)


def titles(site: Site, day: date) -> Tried:
    """2.4.2"""
    count = Counter(page.title for page in site.full)

    def test(page: Page) -> Iterator[Fault]:
        if not page.title:
            yield Fault("không có tên trang (title)", page.address)
        elif count[page.title] > 1 and not page.bare:
            yield Fault("tên trang trùng trang khác", page.address)

    return each(site.pages.values(), test)


def headings(site: Site, day: date) -> Tried:
    """1.3.1, 2.4.6"""

    def test(page: Page) -> Iterator[Fault]:
        levels = [heading.level for heading in page.headings]
        if levels.count(1) != 1:
            yield Fault("không có đúng một tiêu đề lớn (h1)", page.address)
        elif any(after > before + 1 for before, after in pairwise(levels)):
            yield Fault("tiêu đề nhảy cấp", page.address)
        if not all(heading.text for heading in page.headings):
            yield Fault("có tiêu đề trống", page.address)

    return each(site.pages.values(), test)


def named(site: Site, day: date) -> Tried:
    """1.1.1, 1.3.1, 2.4.4, 4.1.2"""

    def test(page: Page) -> Iterator[Fault]:
        yield from (
            Fault(f"có {kind} không có tên gọi", page.address) for kind in dict.fromkeys(page.nameless)
        )

    return each(site.pages.values(), test)


def tables(site: Site, day: date) -> Tried:
    """1.3.1"""

    def test(page: Page) -> Iterator[Fault]:
        if page.bare_tables:
            yield Fault("có bảng không có ô tiêu đề", page.address)

    return each(site.pages.values(), test)


def phones(site: Site, day: date) -> Tried:
    """1.4.4, 1.4.10"""

    def test(page: Page) -> Iterator[Fault]:
        view = page.metas.get("viewport", "").lower().replace(" ", "")
        most = ZOOM.search(view)
        if "width=device-width" not in view:
            yield Fault("không vừa màn hình điện thoại (viewport)", page.address)
        elif "user-scalable=no" in view or "user-scalable=0" in view or (most and _number(most[1]) < 2):
            yield Fault("chặn phóng to chữ", page.address)

    return each(site.pages.values(), test)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


JUDGES: dict[str, Judge] = {
    "TC-TC-01": language,
    "TC-TC-02": titles,
    "TC-TC-03": headings,
    "TC-TC-04": named,
    "TC-TC-05": tables,
    "TC-TC-06": phones,
}
