"""Rules of changed, moved and held sessions: each change once, onto a day that can be, results of real days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.core import Loc, Problem, Record
from generator.kinds._kind import Scope
from generator.kinds.reception.model import Change, ChangeKind, Reception, YearPlan
from generator.kinds.reception.session import Session
from generator.kinds.reception.sessions import nearest, sessions
from generator.words.dates import say_day, say_long_day


def check_changes(
    record: Record[Reception], loc: Loc, plan: YearPlan, spoken: list[list[Session]], scope: Scope
) -> Iterable[Problem]:
    regular = _sessions(record, plan.model_copy(update={"changes": []}), scope)
    for number, change in enumerate(plan.changes):
        at = (*loc, "dieu_chinh", number)
        yield from _twice(record, at, change, plan.changes[:number])
        yield from _moved(record, at, change, spoken[number], regular, scope)
        if change.posted and change.posted > scope.day:
            yield record.notice(
                "posted_in_future",
                (*at, "ngay_dang"),
                f"ngày thông báo {say_day(change.posted)} chưa tới, trang dựng cho ngày {say_day(scope.day)}",
                "Xem lại ngày, nhất là năm.",
            )
    yield from _held(record, loc, plan, _sessions(record, plan, scope))


def _sessions(record: Record[Reception], plan: YearPlan, scope: Scope) -> tuple[Session, ...]:
    return sessions(plan, record.data.place, scope.province.calendar)


def _twice(record: Record[Reception], loc: Loc, change: Change, before: list[Change]) -> Iterable[Problem]:
    """One session is changed in one way once, unless decided anew; the later line would quietly win."""
    same = [c for c in before if c.day == change.day and c.kind is change.kind and _one_rule(c, change)]
    if any(not _differs(change, c) for c in same):
        yield record.problem(
            "session_changed_twice",
            (*loc, "ngay"),
            f"buổi ngày {say_day(change.day)} đã có một mục “{change.kind.label}” ở bên trên",
            "Gộp làm một, hoặc ghi lich nói rõ buổi nào; đổi thêm lần nữa thì ghi ngay_dang của từng lần.",
        )


def _differs(change: Change, before: Change) -> bool:
    """Another extra session, the new day of what was put off, or a decision announced later."""
    if change.kind is ChangeKind.EXTRA:
        return change.hours != before.hours
    answers = change.new_day is not None and before.new_day is None and change.kind is ChangeKind.MOVED
    later = change.posted is not None and before.posted is not None and change.posted > before.posted
    return answers or later


def _one_rule(one: Change, other: Change) -> bool:
    return one.rule is None or other.rule is None or one.rule == other.rule


def _moved(
    record: Record[Reception],
    loc: Loc,
    change: Change,
    found: list[Session],
    regular: tuple[Session, ...],
    scope: Scope,
) -> Iterable[Problem]:
    new_day, at = change.new_day, (*loc, "sang_ngay")
    if new_day is None:
        return
    if change.kind is not ChangeKind.MOVED:
        yield record.problem(
            "new_day_unused",
            at,
            f"ghi dời sang {say_day(new_day)}, mà loại thay đổi là “{change.kind.label}”",
            f"Dời ngày thì ghi loai: {ChangeKind.MOVED.value}; không dời thì bỏ dòng sang_ngay.",
        )
        return
    if new_day == change.day and all(session.day == new_day for session in found):
        text = f"dời từ {say_day(change.day)} sang chính ngày ấy"
        yield record.problem("moved_nowhere", at, text, "Ghi ngày mới, hoặc bỏ mục này.")
    yield from _new_day(record, at, new_day, scope)
    own = {session.key for session in found}
    others = (s for s in regular if s.day == new_day and s.rule == (change.rule or s.rule))
    taken = next((s for s in others if s.key not in own), None)
    if taken and new_day != change.day:
        text = f"ngày {say_day(new_day)} vốn đã có buổi tiếp của {taken.receiver}"
        yield record.notice("moved_onto_session", at, text, "Hai buổi gộp làm một thì nói ở ly_do.")


def _new_day(record: Record[Reception], loc: Loc, new_day: date, scope: Scope) -> Iterable[Problem]:
    calendar = scope.province.calendar
    off = calendar.reason_off(new_day)
    if off:
        yield record.notice(
            "moved_to_day_off",
            loc,
            f"dời sang {say_long_day(new_day)} là ngày nghỉ ({off})",
            f"Ngày làm việc gần nhất sau đó: {say_long_day(calendar.next_working(new_day))}.",
        )


def _held(
    record: Record[Reception], loc: Loc, plan: YearPlan, found: tuple[Session, ...]
) -> Iterable[Problem]:
    days = [held.day for held in plan.held]
    known = {session.day for session in found}
    for number, held in enumerate(plan.held):
        at = (*loc, "da_tiep", number)
        if held.day in days[:number]:
            text = f"buổi ngày {say_day(held.day)} có hai kết quả"
            yield record.problem("not_unique", (*at, "ngay"), text, "Gộp làm một mục.")
        if held.day not in known:
            yield record.notice(
                "held_without_session",
                (*at, "ngay"),
                f"{say_long_day(held.day)} không có buổi tiếp nào theo lịch",
                _near(held.day, found),
            )
        if held.matters is not None and held.matters > held.visits:
            yield record.notice(
                "more_than_all",
                (*at, "so_vu_viec"),
                f"{held.matters} vụ việc, mà chỉ {held.visits} lượt người đến",
                "Có thể đã ghi ngược hai số.",
            )


def _near(day: date, found: tuple[Session, ...]) -> str:
    near = nearest(day, found)
    return (
        f"Các buổi gần nhất: {near}."
        if near
        else "Tiếp ngoài lịch thì thêm mục dieu_chinh, loai: them_buoi."
    )
