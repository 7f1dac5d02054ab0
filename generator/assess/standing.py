"""Duties that must always be fulfilled: the profile, the procedures, the reception schedule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.assess.case import Case
from generator.assess.declared import declared
from generator.assess.words import add_kinds, add_where
from generator.kinds import kinds
from generator.kinds._fulfilment import Answer
from generator.kinds._kind import Kind
from generator.province import Duty
from generator.province.verdicts import Due, Fulfilment, Timeliness, Verdict


def standing(case: Case) -> Iterator[Verdict]:
    """One verdict; none on a day when no version is in force."""
    duty = case.today
    if duty is None:
        return
    missing = _missing(duty, case.answers)
    absent = _absent_kinds(duty, case.answers) if case.answers else ()
    if case.answers and not missing and not absent:
        yield _published(duty, case.answers)
    elif declaration := next((d for d in case.declared if d.period.end >= case.day), None):
        yield declared(case, duty, declaration, declaration.period)
    else:
        yield _absent(duty, case, missing, absent)


def _published(duty: Duty, answers: tuple[Answer, ...]) -> Verdict:
    days = [answer.posted for answer in answers if answer.posted]
    return Verdict(
        duty,
        Fulfilment.PUBLISHED,
        Timeliness.NONE,
        "Đang có trên trang",
        record=answers[0].record,
        posted=max(days, default=None),
    )


def _absent(duty: Duty, case: Case, missing: tuple[str, ...], absent: tuple[Kind[Any], ...]) -> Verdict:
    """Overdue at once: what must always be there has no other deadline than the law's first one."""
    since = _since(duty, case)
    limit = Due(duty.basis.since, since, _count(duty, since)) if since else None
    early = limit is not None and case.day <= limit.day
    late = (case.day - limit.day).days if limit and not early else 0
    record = case.answers[0].record if case.answers else None
    return Verdict(
        duty,
        Fulfilment.MISSING,
        Timeliness.DUE if early else Timeliness.OVERDUE,
        f"Còn thiếu: {', '.join((*missing, *(kind.title for kind in absent)))}"
        if record
        else "Chưa có gì trên trang này",
        record=record,
        due=limit,
        days=(limit.day - case.day).days if limit and early else late,
        mend=add_kinds(duty, absent) if absent else add_where(duty, record, missing),
    )


def _since(duty: Duty, case: Case) -> date | None:
    """The last day in time: the law's own first one, else the day the commune joined; unknown: None."""
    joined = max(case.joined, duty.basis.since) if case.joined else None
    if duty.first_due:
        return max(duty.first_due, case.joined or duty.first_due)
    return joined


def _count(duty: Duty, since: date) -> str:
    """What the last day in time rests on."""
    if since == duty.first_due:
        return "luật cho chuẩn bị đến ngày ấy"
    return "ngày luật có hiệu lực" if since == duty.basis.since else "ngày xã tham gia trang này"


def _missing(duty: Duty, answers: tuple[Answer, ...]) -> tuple[str, ...]:
    """Titles of the fields that the duty asks for and no record fills."""
    filled: set[str] = set()
    titles: dict[str, str] = {}
    for answer in answers:
        for info, value in _fields(answer.record.data):
            titles[info.alias] = info.title
            if value not in (None, [], ""):
                filled.add(info.alias)
    return tuple(titles.get(name, name) for name in duty.fields if name not in filled)


def _absent_kinds(duty: Duty, answers: tuple[Answer, ...]) -> tuple[Kind[Any], ...]:
    """The kinds that the duty wants each of and that answer nothing."""
    there = {answer.record.kind for answer in answers}
    wanted = set(duty.kinds) - there if duty.all_kinds else set()
    return tuple(kind for kind in kinds() if kind.name in wanted)


def _fields(data: Any) -> Iterator[tuple[Any, Any]]:
    for name, info in type(data).model_fields.items():
        yield info, getattr(data, name)
