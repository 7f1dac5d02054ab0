"""Rules of the commune's facts about procedures against the province's catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core import Loc, Problem, Record
from generator.kinds._kind import Scope
from generator.kinds._references import meant, unknown_procedure
from generator.kinds.procedure.model import LocalProcedures, LocalRow
from generator.kinds.profile.model import Standing
from generator.province.procedures import InForce
from generator.words.dates import say_day
from generator.words.fold import fold


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
            yield from _desk(record, ("thu_tuc", index), row, scope)
    if scope.commune.standing == Standing.OFFICIAL.value:
        yield from _without_row(record, scope)


def _row(record: Record[LocalProcedures], loc: Loc, row: LocalRow, scope: Scope) -> Iterable[Problem]:
    procedure = scope.province.procedures.get(row.code)
    yield from unknown_procedure(record, loc, row.code, scope)
    if procedure and procedure.in_force(scope.day) is InForce.ENDED and procedure.until:
        yield record.notice(
            "procedure_ended",
            loc,
            f"thủ tục “{row.code}” chỉ áp dụng đến hết ngày {say_day(procedure.until)}",
            "Bỏ mục này nếu xã không còn nhận.",
        )


def _desk(record: Record[LocalProcedures], loc: Loc, row: LocalRow, scope: Scope) -> Iterable[Problem]:
    """A desk is one of those in `xa.yml`, and a procedure that is not received has none."""
    profile = scope.commune.one("profile")
    one_stop = profile.data.one_stop if profile else None
    known = [desk.name for desk in one_stop.counters] if one_stop else []
    if row.desk and known and fold(row.desk) not in map(fold, known):
        yield record.notice(
            "desk_unknown",
            (*loc, "quay"),
            f"ghi “{row.desk}”, mục mot_cua trong xa.yml không có quầy này",
            meant(row.desk, known) or f"Các quầy trong xa.yml: {', '.join(known)}.",
        )
    if row.desk and not row.received:
        yield record.notice(
            "desk_without_reception",
            (*loc, "quay"),
            f"ghi “{row.desk}” mà tiep_nhan là “không”",
            "Xã có nhận thì ghi có; không nhận thì bỏ dòng quay.",
        )


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
