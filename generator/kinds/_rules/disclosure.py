"""Rules of the group `cong_khai` that every record has: decided, posted, shown, corrected, in this order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.core import Loc, Problem, Record
from generator.kinds._disclosure import Disclosed, Disclosure
from generator.kinds._kind import Scope
from generator.words.dates import say_day

GROUP = "cong_khai"
Dated = tuple[str, date | None, str]
"""The key of a day, the day, and what a sentence calls it."""


def check_disclosure(scope: Scope) -> Iterable[Problem]:
    for group in scope.commune.records.values():
        for record in group:
            if isinstance(record.data, Disclosed):
                found = record.data.disclosure
                yield from _ahead(record, found, scope.day)
                yield from _order(record, found)
                yield from _shown(record, found)
                yield from _decided(record, found)


def _ahead(record: Record[Any], found: Disclosure, day: date) -> Iterable[Problem]:
    """Told as done, and yet to come: suspicious only, for a site may be built for an earlier day."""
    days: list[tuple[Loc, date | None, str]] = [
        (("ngay_quyet_dinh",), found.decided, "ngày quyết định"),
        (("ngay_dang",), found.posted, "ngày đăng"),
        (("ngay_sua",), found.changed, "ngày sửa"),
        *((("dinh_chinh", n, "ngay"), c.day, "ngày đính chính") for n, c in enumerate(found.corrections)),
    ]
    for loc, value, name in days:
        if value and value > day:
            yield record.notice(
                "posted_in_future",
                (GROUP, *loc),
                f"{name} {say_day(value)} chưa tới, trang dựng cho ngày {say_day(day)}",
                "Xem lại ngày, nhất là năm.",
            )


def _order(record: Record[Any], found: Disclosure) -> Iterable[Problem]:
    """Nothing is changed or corrected before it was posted."""
    later: list[tuple[Loc, date | None, str]] = [
        (("ngay_sua",), found.changed, "ngày sửa"),
        *((("dinh_chinh", n, "ngay"), c.day, "ngày đính chính") for n, c in enumerate(found.corrections)),
    ]
    for loc, value, name in later:
        if value and found.posted and value < found.posted:
            yield record.problem(
                "dates_out_of_order",
                (GROUP, *loc),
                f"{name} {say_day(value)} trước ngày đăng {say_day(found.posted)}",
                "Ngày đăng là lần đăng đầu tiên; xem lại hai ngày này.",
            )


def _shown(record: Record[Any], found: Disclosure) -> Iterable[Problem]:
    for index, form in enumerate(found.forms):
        if form.since and form.until and form.until < form.since:
            yield record.problem(
                "dates_out_of_order",
                (GROUP, "hinh_thuc", index, "den_ngay"),
                f"{form.form.label.lower()} đến ngày {say_day(form.until)}, trước ngày bắt đầu "
                f"{say_day(form.since)}",
                "Xem lại tu_ngay, den_ngay.",
            )


def _decided(record: Record[Any], found: Disclosure) -> Iterable[Problem]:
    document = found.document.day if found.document else None
    decided = found.decided or document
    if found.posted and decided and decided > found.posted and not found.changed:
        yield record.notice(
            "posted_before_decided",
            (GROUP, "ngay_dang"),
            f"đăng ngày {say_day(found.posted)}, trước ngày quyết định {say_day(decided)}",
            "Nếu đã đăng bản dự thảo trước thì thêm ngay_sua là ngày đăng bản đã quyết.",
        )
    if found.decided and document and found.decided != document:
        yield record.notice(
            "decided_differs",
            (GROUP, "ngay_quyet_dinh"),
            f"ngày quyết định ghi {say_day(found.decided)}, văn bản kèm theo ghi {say_day(document)}",
            "Hai ngày này thường là một; sửa ngày gõ nhầm.",
        )
