"""Rules of the commune's facts about procedures against the province's catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Loc, Problem, Record
from generator.kinds._kind import Scope
from generator.kinds.procedure.model import LocalProcedures, LocalRow
from generator.kinds.profile.model import Standing
from generator.province.procedures import InForce
from generator.words.dates import say_day
from generator.words.fold import nearest


def check(scope: Scope) -> Iterable[Problem]:
    record = scope.commune.one("procedure")
    if record is not None:
        codes = [row.code for row in record.data.rows]
        for index, row in enumerate(record.data.rows):
            loc: Loc = ("thu_tuc", index, "ma")
            if row.code in codes[:index]:
                yield record.problem(
                    "not_unique", loc, f"mã “{row.code}” có hai mục", "Gộp lại, mỗi thủ tục một mục."
                )
            yield from _row(record, loc, row, scope)
    if scope.commune.standing == Standing.OFFICIAL.value:
        yield from _without_row(record, scope)


def _row(record: Record[LocalProcedures], loc: Loc, row: LocalRow, scope: Scope) -> Iterable[Problem]:
    procedure = scope.province.procedures.get(row.code)
    if procedure is None:
        yield record.problem(
            "procedure_unknown",
            loc,
            f"mã “{row.code}” không có trong danh mục của tỉnh",
            _meant(row.code, scope),
        )
    elif procedure.in_force(scope.day) is InForce.ENDED and procedure.until:
        yield record.notice(
            "procedure_ended",
            loc,
            f"thủ tục “{row.code}” chỉ áp dụng đến hết ngày {say_day(procedure.until)}",
            "Bỏ mục này nếu xã không còn nhận.",
        )


def _meant(code: str, scope: Scope) -> str:
    close = nearest(code, scope.province.procedures)
    if close is None:
        return "Xem mã trong content/tinh/thu-tuc/."
    return f"Có phải là “{close}” ({scope.province.procedures[close].name[:80]})?"


def _without_row(record: Record[LocalProcedures] | None, scope: Scope) -> Iterable[Problem]:
    """One notice for all: where papers are received is what people look for first."""
    told = {row.code for row in record.data.rows} if record else set()
    missing = [
        code
        for code, procedure in sorted(scope.province.procedures.items())
        if code not in told and procedure.in_force(scope.day) is not InForce.ENDED
    ]
    at = record or scope.commune.one("profile")
    if missing and at:
        listed = ", ".join(missing[:5]) + (" …" if len(missing) > 5 else "")
        yield at.notice(
            "procedures_without_row",
            ("thu_tuc",),
            f"chưa nói nơi nộp của {len(missing)} thủ tục trong danh mục: {listed}",
            "Thêm mỗi thủ tục một mục vào thu-tuc.yml: xã nhận không, ở quầy nào.",
        )
