"""Rules of the documents: what they name is there, a newer one replaces an older one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.core import Problem, Record
from generator.kinds._kind import Scope
from generator.kinds._references import meant
from generator.kinds._withdrawn import told_withdrawn
from generator.kinds.document.model import OfficialDocument
from generator.words.dates import say_day

OLD = 30
"""Years; a document that a commune makes public today is seldom older."""


def check(scope: Scope) -> Iterable[Problem]:
    records = scope.commune.all("document")
    known = {record.data.id: record.data for record in records}
    duties = {duty.id for duty in scope.province.duties if duty.family}
    for record in records:
        yield from _check_duties(record, duties)
        yield from _check_replaced(record, known, scope)
        yield from _check_dates(record, scope.day)


def _check_duties(record: Record[OfficialDocument], known: set[str]) -> Iterable[Problem]:
    for index, id in enumerate(record.data.duties):
        if id not in known:
            yield record.problem(
                "duty_unknown",
                ("nghia_vu", index),
                f"mã “{id}” không phải việc công khai nào trong nghia-vu.yml của tỉnh",
                meant(id, known) or "Xem mã ở trang “Công khai đến đâu”.",
            )


def _check_replaced(
    record: Record[OfficialDocument], known: dict[str, OfficialDocument], scope: Scope
) -> Iterable[Problem]:
    for index, id in enumerate(record.data.replaces):
        loc = ("thay_the", index)
        if id not in known or id == record.data.id:
            gone = told_withdrawn(f"van-ban/{id}.yml", scope.commune)
            yield record.problem(
                "document_unknown",
                loc,
                f"không có văn bản “{id}” trong van-ban/",
                (f"Văn bản này {gone}; xóa dòng này." if gone else "")
                or meant(id, [name for name in known if name != record.data.id])
                or "Ghi mã (tên tệp, không có .yml) của văn bản cũ.",
            )
        elif known[id].day > record.data.day:
            yield record.problem(
                "replaces_newer",
                loc,
                f"văn bản “{id}” ngày {say_day(known[id].day)}, sau văn bản này ({say_day(record.data.day)})",
                "Xem lại ngày hai văn bản, hoặc ghi thay_the ở văn bản mới hơn.",
            )


def _check_dates(record: Record[OfficialDocument], today: date) -> Iterable[Problem]:
    document = record.data
    posted = document.disclosure.posted
    decided = document.disclosure.decided
    if decided and decided != document.day:
        yield record.notice(
            "decided_differs",
            ("ngay",),
            f"ngày văn bản là {say_day(document.day)}, cong_khai ghi ngày quyết định {say_day(decided)}",
            "Hai ngày này thường là một; sửa ngày gõ nhầm.",
        )
    elif posted and posted < document.day and not decided:
        yield record.problem(
            "posted_before_decided",
            ("cong_khai", "ngay_dang"),
            f"đăng {say_day(posted)}, trước ngày văn bản ({say_day(document.day)})",
            "Xem lại hai ngày.",
        )
    if document.day > today or document.day.year < today.year - OLD:
        yield record.notice(
            "dates_suspicious", ("ngay",), f"ngày văn bản là {say_day(document.day)}", "Xem lại năm."
        )
    if document.until and document.until < document.starts:
        yield record.problem(
            "dates_out_of_order",
            ("hieu_luc_den",),
            f"hết hiệu lực {say_day(document.until)}, trước ngày bắt đầu",
            "Xem lại hai ngày.",
        )
