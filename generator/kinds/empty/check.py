"""Rules of the declarations: a known duty, once a period of a year at most, signed once it has begun."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from generator.core import Loc, Problem, Record
from generator.fields.period import Period
from generator.kinds import kinds
from generator.kinds._fulfilment import Answer
from generator.kinds._kind import Scope
from generator.kinds._references import meant
from generator.kinds.empty.model import Declaration, Declarations
from generator.province import Duty
from generator.province.duties import Moment, may_be_empty
from generator.words.dates import say_day

LONGEST = 366
"""Days of a period that can be declared empty."""


def check(scope: Scope) -> Iterable[Problem]:
    record = scope.commune.one("empty")
    if record:
        duties = {duty.id: duty for duty in scope.province.duties}
        told = {kind.name: kind.answered(scope) for kind in kinds()}
        for index, entry in enumerate(record.data.entries):
            yield from _unknown(record, ("khong_phat_sinh", index, "nghia_vu"), entry, set(duties))
            yield from _early(record, ("khong_phat_sinh", index, "ngay"), entry, scope.day)
            if entry.duty in duties:
                yield from _always(record, index, duties[entry.duty])
                yield from _there(record, index, entry, duties[entry.duty], told)
        yield from _twice(record)


def _unknown(
    record: Record[Declarations], loc: Loc, entry: Declaration, known: set[str]
) -> Iterable[Problem]:
    if entry.duty not in known:
        yield record.problem(
            "duty_unknown",
            loc,
            f"mã “{entry.duty}” không có trong nghia-vu.yml của tỉnh",
            meant(entry.duty, known) or "Xem mã ở trang “Công khai đến đâu”.",
        )


def _always(record: Record[Declarations], index: int, duty: Duty) -> Iterable[Problem]:
    if not may_be_empty(duty):
        yield record.problem(
            "cannot_be_empty",
            ("khong_phat_sinh", index, "nghia_vu"),
            f"việc này lúc nào cũng có: {duty.title}",
            "Bỏ mục này; công khai nội dung ấy.",
        )


def _there(
    record: Record[Declarations],
    index: int,
    entry: Declaration,
    duty: Duty,
    told: Mapping[str, tuple[Answer, ...]],
) -> Iterable[Problem]:
    """Nothing can be both declared empty and disclosed for the same time."""
    for kind, answers in told.items():
        for answer in answers:
            named = duty.id in answer.duties or (not answer.duties and kind in duty.kinds)
            if named and _within(answer, entry.period):
                yield record.problem(
                    "declared_but_there",
                    ("khong_phat_sinh", index, "ky"),
                    f"khai {duty.id} không phát sinh trong {entry.period}, nhưng đã có “{answer.record.id}”",
                    "Xóa mục này, hoặc xem lại kỳ.",
                )
                return


def _within(answer: Answer, period: Period) -> bool:
    if answer.period:
        return period.start <= answer.period.start and answer.period.end <= period.end
    day = answer.moments.get(Moment.DECIDED) or answer.posted
    return day is not None and period.start <= day <= period.end


def _early(record: Record[Declarations], loc: Loc, entry: Declaration, today: date) -> Iterable[Problem]:
    """Who signs before the period has begun cannot know yet; nobody can for more than a year."""
    if (entry.period.end - entry.period.start).days > LONGEST:
        yield record.problem(
            "declared_long",
            (*loc[:-1], "ky"),
            f"kỳ “{entry.period}” dài hơn một năm",
            "Khai từng tháng, từng quý hoặc từng năm.",
        )
    elif entry.day <= entry.period.start:
        yield record.problem(
            "declared_early",
            loc,
            f"ký ngày {say_day(entry.day)}, trước khi kỳ “{entry.period}” bắt đầu",
            "Xem lại kỳ hoặc ngày khai.",
        )
    elif entry.day > today:
        yield record.problem(
            "date_in_future", loc, f"ngày khai {say_day(entry.day)} chưa tới", "Xem lại ngày khai."
        )


def _twice(record: Record[Declarations]) -> Iterable[Problem]:
    seen: dict[tuple[str, Period], int] = {}
    for index, entry in enumerate(record.data.entries):
        first = seen.setdefault((entry.duty, entry.period), index)
        if first != index:
            yield record.problem(
                "declared_twice",
                ("khong_phat_sinh", index, "ky"),
                f"nghĩa vụ {entry.duty}, kỳ “{entry.period}” đã khai ở mục {first + 1}",
                "Xóa một trong hai mục.",
            )
