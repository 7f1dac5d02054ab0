"""Rules of the declarations: a known duty, once a period, signed when the period is over."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Loc, Problem, Record
from generator.fields.period import Period
from generator.kinds._kind import Scope
from generator.kinds._references import meant
from generator.kinds.empty.model import Declaration, Declarations
from generator.words.dates import say_day


def check(scope: Scope) -> Iterable[Problem]:
    record = scope.commune.one("empty")
    if record:
        known = {duty.id for duty in scope.province.duties}
        for index, entry in enumerate(record.data.entries):
            yield from _unknown(record, ("khong_phat_sinh", index, "nghia_vu"), entry, known)
            yield from _early(record, ("khong_phat_sinh", index, "ngay"), entry)
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


def _early(record: Record[Declarations], loc: Loc, entry: Declaration) -> Iterable[Problem]:
    """Who signs before the period is over cannot know yet."""
    if entry.day <= entry.period.start:
        yield record.problem(
            "declared_early",
            loc,
            f"ký ngày {say_day(entry.day)}, trước khi kỳ “{entry.period}” bắt đầu",
            "Xem lại kỳ hoặc ngày khai.",
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
