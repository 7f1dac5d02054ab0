"""Rules of a board's life: periods told once, nothing done outside its term, no member twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pydantic import TypeAdapter, ValidationError

from generator.core import Loc, Problem, Record
from generator.fields.period import Period, PeriodField
from generator.kinds._kind import Scope
from generator.kinds.board.model import Board, Plan, Report, Role
from generator.words.dates import say_day
from generator.words.fold import fold

READ: TypeAdapter[Period] = TypeAdapter(PeriodField)


def check_life(record: Record[Board], scope: Scope) -> Iterable[Problem]:
    yield from _periods(record, "ke_hoach", record.data.plans)
    yield from _periods(record, "bao_cao", record.data.reports)
    yield from _too_soon(record)
    yield from _term(record)
    yield from _members(record, scope)


def period_of(text: str) -> Period | None:
    """The period that free words name; None for "từ khởi công đến nghiệm thu" and the like."""
    try:
        return READ.validate_python(text)
    except ValidationError:
        return None


def _periods(record: Record[Board], key: str, found: Sequence[Plan | Report]) -> Iterable[Problem]:
    """A period has one plan and one report; a quarter within a year is not the same period."""
    names = [period_of(each.period) or fold(each.period) for each in found]
    for index, name in enumerate(names):
        loc: Loc = (key, index, "ky")
        if name in names[:index]:
            yield record.problem(
                "not_unique",
                loc,
                f"kỳ “{found[index].period}” đã có ở mục thứ {names.index(name) + 1}",
                "Mỗi kỳ một mục; gộp lại.",
            )
            continue
        for other in names[:index]:
            if isinstance(name, Period) and isinstance(other, Period) and _cross(name, other):
                yield record.notice(
                    "periods_overlap",
                    loc,
                    f"kỳ {name} chồng một phần lên kỳ {other}",
                    "Xem lại kỳ của hai mục.",
                )


def _cross(one: Period, other: Period) -> bool:
    """Whether two periods share days and neither holds the other."""
    inside = one.start <= other.start and other.end <= one.end
    around = other.start <= one.start and one.end <= other.end
    return one.overlaps(other) and not inside and not around


def _too_soon(record: Record[Board]) -> Iterable[Problem]:
    for index, report in enumerate(record.data.reports):
        period, loc = period_of(report.period), ("bao_cao", index, "ngay")
        if period and report.day < period.start:
            yield record.problem(
                "dates_out_of_order",
                loc,
                f"báo cáo ngày {say_day(report.day)}, trước khi kỳ {report.period} bắt đầu "
                f"({say_day(period.start)})",
                "Xem lại kỳ hoặc ngày.",
            )
        elif period and report.day < period.end:
            yield record.notice(
                "report_too_soon",
                loc,
                f"báo cáo ngày {say_day(report.day)}, kỳ {report.period} đến {say_day(period.end)} mới hết",
                "Xem lại kỳ hoặc ngày.",
            )


def _term(record: Record[Board]) -> Iterable[Problem]:
    """What a board does, it does within its term; the board before may have done it, hence a notice."""
    board = record.data
    since = board.term.since if board.term else None
    for loc, day, what in _deeds(board):
        if since and day < since:
            text = f"{what} ngày {say_day(day)}, trước khi ban bắt đầu {say_day(since)}"
            yield record.notice("outside_term", loc, text, "Xem lại ngày hoặc nhiệm kỳ.")
        elif board.dissolved and day > board.dissolved:
            text = f"{what} ngày {say_day(day)}, sau khi ban giải thể {say_day(board.dissolved)}"
            yield record.notice("outside_term", loc, text, "Xem lại ngày hoặc ngày giải thể.")


def _deeds(board: Board) -> Iterable[tuple[Loc, date, str]]:
    for index, report in enumerate(board.reports):
        yield ("bao_cao", index, "ngay"), report.day, "báo cáo"
    for index, asked in enumerate(board.recommendations):
        yield ("kien_nghi", index, "ngay"), asked.day, "kiến nghị"


def _members(record: Record[Board], scope: Scope) -> Iterable[Problem]:
    members = record.data.members
    keys = [(member.name.casefold(), member.thon) for member in members]
    profile = scope.commune.one("profile")
    leaders = {leader.name.casefold(): leader for leader in profile.data.leaders} if profile else {}
    for index, (name, _) in enumerate(keys):
        loc: Loc = ("thanh_vien", index, "ho_ten")
        if keys[index] in keys[:index]:
            text = f"“{members[index].name}” đã có ở dòng thứ {keys.index(keys[index]) + 1}"
            yield record.notice("person_twice", loc, text, "Một người thì bỏ bớt một dòng.")
        if name in leaders:
            text = f"“{members[index].name}” trùng tên {leaders[name].post} trong xa.yml"
            hint = "Cán bộ, công chức xã không được là thành viên; hai người trùng tên thì giữ nguyên."
            yield record.notice("member_is_official", loc, text, hint)
    heads = [index for index, member in enumerate(members) if member.role is Role.HEAD]
    for index in heads[1:]:
        text = f"có {len(heads)} người ghi trưởng ban"
        loc = ("thanh_vien", index, "vai_tro")
        yield record.notice("two_heads", loc, text, "Một ban một trưởng ban.")
