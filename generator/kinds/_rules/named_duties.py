"""Documents that say which duties they fulfil: of a period when the duty has periods, and not in place of figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.core import Loc, Problem, Record
from generator.kinds._kind import Scope
from generator.province import Duty
from generator.province.duties import Family


def check_named_duties(scope: Scope) -> Iterable[Problem]:
    """Notices: a document does count for the duty that it names, whatever that is."""
    known = {duty.id: duty for duty in scope.province.duties if duty.basis.in_force(scope.day)}
    for record in scope.commune.all("document"):
        for index, id in enumerate(record.data.duties):
            duty = known.get(id)
            if duty and duty.family:
                yield from _check(record, ("nghia_vu", index), duty)


def _check(record: Record[Any], loc: Loc, duty: Duty) -> Iterable[Problem]:
    if "document" not in duty.kinds:
        yield record.notice(
            "duty_by_document",
            loc,
            f"nghĩa vụ {duty.id} có mẫu riêng, một văn bản không thay được số liệu",
            "Ghi nội dung vào mẫu của nghĩa vụ ấy (xem Công khai đến đâu); văn bản thì đính vào tệp đó.",
        )
    if duty.family is Family.PERIODIC and record.data.period is None:
        yield record.notice(
            "duty_no_period_told",
            loc,
            f"nghĩa vụ {duty.id} tính theo kỳ, văn bản chưa ghi kỳ nào nên chưa được tính",
            "Thêm ky, ví dụ ky: quý III/2026 hoặc ky: năm 2026.",
        )
