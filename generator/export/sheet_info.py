"""The last sheet of a workbook: what the file is, of which day, from whom, under which licence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.core import LICENCE_TOLD, Site
from generator.export.columns import columns
from generator.export.section import Section
from generator.words.dates import say_day


def about(section: Section, site: Site) -> Iterator[tuple[str, str]]:
    yield "Bảng", section.kind.title
    yield "Nguồn", f"{site.name}, {site.above}"
    yield "Số liệu tính đến ngày", say_day(site.day)
    yield "Địa chỉ trang", f"{site.base or ''}{section.kind.section}"
    yield "Giấy phép", LICENCE_TOLD
    if site.notice:
        yield "Lưu ý", site.notice
    yield "", ""
    yield "Tên cột", "Nghĩa của cột"
    for column in columns(section.model):
        yield column.heading, column.description
