"""Duties that must always be fulfilled: the profile, the procedures, the reception schedule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from generator.assess.case import Case
from generator.assess.deadlines import judge
from generator.assess.declared import declared
from generator.assess.forms import lacking
from generator.assess.words import add_kinds, add_where
from generator.kinds import kinds
from generator.kinds._fulfilment import Answer
from generator.kinds._kind import Kind
from generator.province import Duty
from generator.province.verdicts import Due, Fulfilment, Timeliness, Verdict
from generator.words.dates import say_day


def standing(case: Case) -> Iterator[Verdict]:
    """One verdict; none on a day when no version is in force."""
    duty = case.today
    if duty is None:
        return
    answers = tuple(answer for answer in case.answers if not answer.until or answer.until >= case.day)
    missing = _missing(duty, answers)
    absent = _absent_kinds(duty, answers) if answers else ()
    if answers and not missing and not absent:
        yield _published(duty, case, answers)
    elif declaration := next((d for d in case.declared if d.period.end >= case.day), None):
        yield declared(case, duty, declaration, declaration.period)
    else:
        yield _absent(duty, case, answers, missing, absent)


def _published(duty: Duty, case: Case, answers: tuple[Answer, ...]) -> Verdict:
    """In time or late by its first posting, for ever; where no first day is known it is there, and that is all."""
    told = sorted((answer for answer in case.answers if answer.posted), key=lambda each: each.when)
    limit = _limit(duty, case) if told else None
    timeliness, late = judge(told[0].posted, limit, case.day) if limit else (Timeliness.NONE, 0)
    shown = (told[0] if limit else told[-1]) if told else answers[0]
    return Verdict(
        duty,
        Fulfilment.PUBLISHED,
        timeliness,
        "Đang có trên trang",
        record=shown.record,
        posted=shown.posted,
        due=limit,
        days=late,
        lacking=lacking(duty, replace(answers[0], forms=tuple(f for a in answers for f in a.forms))),
    )


def _limit(duty: Duty, case: Case) -> Due | None:
    since = _since(duty, case)
    return Due(case.since_when(duty), since, _count(duty, case, since)) if since else None


def _absent(
    duty: Duty,
    case: Case,
    answers: tuple[Answer, ...],
    missing: tuple[str, ...],
    absent: tuple[Kind[Any], ...],
) -> Verdict:
    """Overdue at once: what must always be there has no other deadline than the law's first one."""
    limit = (None if answers else _ended(case)) or _limit(duty, case)
    early = limit is not None and case.day <= limit.day
    late = (case.day - limit.day).days if limit and not early else 0
    record = answers[0].record if answers else None
    return Verdict(
        duty,
        Fulfilment.MISSING,
        Timeliness.DUE if early else Timeliness.OVERDUE,
        f"Còn thiếu: {', '.join((*missing, *(kind.title for kind in absent)))}"
        if record
        else _why_nothing(case),
        record=record,
        due=limit,
        days=(limit.day - case.day).days if limit and early else late,
        mend=add_kinds(duty, absent) if absent else add_where(duty, record, missing),
    )


def _ended(case: Case) -> Due | None:
    """The last day of what was there and holds no longer."""
    last = max((answer.until for answer in case.answers if answer.until), default=None)
    return Due(last, last, "ngày cuối của bản đang có") if last and last < case.day else None


def _why_nothing(case: Case) -> str:
    ended = _ended(case)
    return f"Bản đang có đã hết hạn ngày {say_day(ended.day)}" if ended else "Chưa có gì trên trang này"


def _since(duty: Duty, case: Case) -> date | None:
    """The last day in time: the law's own first one, else the day the commune joined; unknown: None."""
    joined = max(case.joined, case.since_when(duty)) if case.joined else None
    if duty.first_due:
        return max(duty.first_due, case.joined or duty.first_due)
    return joined


def _count(duty: Duty, case: Case, since: date) -> str:
    """What the last day in time rests on."""
    if since == duty.first_due:
        return "luật cho chuẩn bị đến ngày ấy"
    return "ngày luật có hiệu lực" if since == case.since_when(duty) else "ngày xã tham gia trang này"


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
