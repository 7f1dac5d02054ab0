"""Rules of the petitions: days in order, no person named, no complaint; late answers are told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from generator.core import Loc, Problem, Record
from generator.kinds._dates import check_order, check_past
from generator.kinds._kind import Scope
from generator.kinds._naming import check_unnamed
from generator.kinds._references import unknown_thon
from generator.kinds.petition.model import Petition
from generator.kinds.petition.state import limit, state
from generator.words.dates import say_day
from generator.words.fold import fold
from generator.words.letters import small

COMPLAINT = re.compile(r"(don )?(khieu nai|to cao)\b")
"""How a folded subject begins that belongs to other laws."""


def check(scope: Scope) -> Iterable[Problem]:
    for record in scope.commune.all("petition"):
        yield from unknown_thon(record, ("thon",), record.data.thon, scope)
        yield from _days(record, scope.day)
        yield from _about_people(record)
        yield from _late(record, scope)


def _days(record: Record[Petition], day: date) -> Iterable[Problem]:
    petition = record.data
    answered = petition.reply.day if petition.reply else None
    places: tuple[tuple[Loc, date | None, bool], ...] = (
        (("ngay_nhan",), petition.received, True),
        (("hen_tra_loi",), petition.promised, False),
        (("tra_loi", "ngay"), answered, True),
    )
    for loc, value, done in places:
        early = tuple(check_order(record, loc, value, petition.received, "ngày nhận"))
        ahead = check_past(record, loc, value, day) if done else ()
        yield from early or ahead


def _about_people(record: Record[Petition]) -> Iterable[Problem]:
    petition = record.data
    if COMPLAINT.match(fold(petition.subject)):
        yield record.problem(
            "complaint_not_here",
            ("chu_de",),
            "là khiếu nại hoặc tố cáo, không phải phản ánh, kiến nghị",
            "Xóa tệp này; khiếu nại, tố cáo giải quyết theo thủ tục riêng và không đăng lên trang.",
        )
    reply = petition.reply
    yield from check_unnamed(
        record,
        (
            (("chu_de",), petition.subject),
            (("noi_dung",), petition.detail),
            (("tra_loi", "noi_dung"), reply.text if reply else None),
        ),
    )


def _late(record: Record[Petition], scope: Scope) -> Iterable[Problem]:
    found, last = state(record.data, scope), limit(record.data, scope)
    if found.late and found.open:
        said = found.say()
        yield record.notice("answer_overdue", (), small(said), "Trả lời rồi thì thêm tra_loi.")
    elif found.late:
        yield record.notice(
            "answer_late",
            ("tra_loi", "ngay"),
            f"trả lời chậm {found.late} ngày",
            "Nếu ngày trả lời ghi đúng thì để nguyên.",
        )
    if last and record.data.promised and record.data.promised > last:
        yield record.notice(
            "promise_over_limit",
            ("hen_tra_loi",),
            f"hẹn trả lời {say_day(record.data.promised)}, quy định chậm nhất {say_day(last)}",
            "Trang tính theo hạn sớm hơn.",
        )
