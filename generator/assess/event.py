"""Duties that something sets going: never overdue without a record, late for ever with one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.assess.case import Case
from generator.assess.deadlines import judge
from generator.assess.declared import declared
from generator.assess.forms import lacking
from generator.assess.words import add_where
from generator.kinds._fulfilment import Answer
from generator.kinds.empty.model import Declaration
from generator.province import Duty
from generator.province.verdicts import Fulfilment, Timeliness, Verdict, due
from generator.words.dates import say_day


def event(case: Case) -> Iterator[Verdict]:
    """One verdict a record, the newest first; without any, whether there was nothing to disclose."""
    whole = [answer for answer in case.answers if not answer.missing]
    found = [verdict for answer in whole if (verdict := _published(case, answer))]
    if case.today:
        found += [_incomplete(case.today, answer) for answer in case.answers if answer.missing]
    newest = max(case.declared, key=lambda declaration: declaration.period.end, default=None)
    holds = newest if newest and newest.period.end >= case.day and not _denied(newest, found) else None
    if case.today and holds:
        yield declared(case, case.today, holds, holds.period)
    yield from sorted(found, key=lambda verdict: verdict.posted or date.min, reverse=True)
    if case.today and not (found or holds):
        yield _nothing(case.today, newest)


def _published(case: Case, answer: Answer) -> Verdict | None:
    """Judged by the version of its own time; what is older than the law is there, and has no deadline."""
    duty, start = case.set_going(answer)
    if duty is None:
        return _older(case, answer)
    limit = due(start, duty.deadline, case.scope.province.calendar) if start and duty.deadline else None
    known = limit is not None and answer.posted is not None
    timeliness, days = judge(answer.posted, limit, case.day) if known else (Timeliness.UNKNOWN, 0)
    return Verdict(
        duty,
        Fulfilment.PUBLISHED,
        timeliness if duty.deadline else Timeliness.NONE,
        _why(duty, start, answer.posted),
        record=answer.record,
        part=answer.name,
        posted=answer.posted,
        due=limit,
        days=days,
        lacking=lacking(duty, answer),
    )


def _incomplete(duty: Duty, answer: Answer) -> Verdict:
    """Something happened, and what the law wants with it is not there; no law says by which day."""
    why = f"Còn thiếu: {', '.join(answer.missing)}"
    own = answer.record.kind in duty.kinds
    mend = add_where(duty, answer.record, answer.missing) if own else add_where(duty, None)
    return Verdict(duty, Fulfilment.MISSING, Timeliness.UNKNOWN, why, record=answer.record, mend=mend)


def _older(case: Case, answer: Answer) -> Verdict | None:
    """Public before the law ordered it; None on a day when no version is in force."""
    duty = case.today
    why = "Đã công khai, có từ trước ngày căn cứ này có hiệu lực nên không tính hạn theo căn cứ này"
    state, none = Fulfilment.PUBLISHED, Timeliness.NONE
    return Verdict(duty, state, none, why, record=answer.record, posted=answer.posted) if duty else None


def _why(duty: Duty, start: date | None, posted: date | None) -> str:
    if duty.deadline is None or (start and posted):
        return "Đã công khai"
    lacks = "ngày đăng" if start else duty.deadline.since.label
    return f"Đã công khai, chưa ghi {lacks} nên không tính được đúng hạn hay chậm"


def _denied(declaration: Declaration, found: Iterable[Verdict]) -> bool:
    """Whether something was disclosed in the period that was declared empty."""
    period = declaration.period
    return any(verdict.posted and period.start <= verdict.posted <= period.end for verdict in found)


def _nothing(duty: Duty, newest: Declaration | None) -> Verdict:
    """A declaration holds while its period lasts; then nobody knows again whether there was anything."""
    why = (
        f"Lời khai không phát sinh đã hết hạn ngày {say_day(newest.period.end)}"
        if newest
        else "Chưa có nội dung, cũng chưa có lời khai không phát sinh"
    )
    return Verdict(duty, Fulfilment.MISSING, Timeliness.UNKNOWN, why, mend=add_where(duty, None))
