"""Duties that come with the calendar: due and overdue also where nothing was ever posted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.assess.case import Case
from generator.assess.cycles import periods
from generator.assess.deadlines import judge
from generator.assess.declared import declared
from generator.assess.forms import lacking
from generator.assess.words import add_where
from generator.fields.period import Period
from generator.kinds._fulfilment import Answer
from generator.province import Duty
from generator.province.duties import Moment
from generator.province.latest import LatestDay
from generator.province.verdicts import Due, Fulfilment, Timeliness, Verdict, due


def periodic(case: Case) -> Iterator[Verdict]:
    """One verdict a period, the newest first: those that are due, and those that records tell of."""
    expected = set(_expected(case))
    known = {answer.period for answer in case.answers if answer.period}
    others = {period for period in known if not any(_covers(period, each) for each in expected)}
    for period in sorted(expected | others, reverse=True):
        duty = _version(case, period)
        if duty:
            yield from _judge(case, duty, period)


def _version(case: Case, period: Period) -> Duty | None:
    """Of the day that sets the period's deadline going; else of its end."""
    return case.on(_moment(case, period)) or case.on(period.end) or case.on(period.start)


def _moment(case: Case, period: Period) -> date:
    """The last day that sets a period's deadline going, where the law's calendar has one; else its end."""
    latest = case.latest.latest
    return latest.of(period.end.year) if latest else period.end


def _covers(told: Period, period: Period) -> bool:
    """Whether what is told speaks for a period: six months to the end of June for the second quarter."""
    return told.end == period.end and told.start <= period.start


def _expected(case: Case) -> Iterator[Period]:
    """The periods since the commune joined, or of this year and the last where that is not told.

    Each version of the duty asks for those that its own time decides, also when it has ended since.
    """
    first, last = case.joined or date(case.day.year - 1, 1, 1), case.day + case.ahead
    for duty in case.versions:
        if duty.latest:
            yield from _by_calendar(case, duty, duty.latest, first, last)
        elif duty.cycle:
            found = periods(duty.cycle, duty.parts, first, last)
            yield from (p for p in found if _version(case, p) is duty and _moment(case, p) >= first)


def _by_calendar(case: Case, duty: Duty, latest: LatestDay, first: date, last: date) -> Iterator[Period]:
    """Years whose last day in time is not before the first, from the quarter on in which it is decided."""
    for year in range(first.year - 1, last.year + 2):
        period, moment = Period(date(year, 1, 1), date(year, 12, 31)), latest.of(year)
        limit = _due(case, duty, period, None) if case.on(moment) is duty else None
        opens = date(moment.year, (moment.month - 1) // 3 * 3 + 1, 1)
        if limit and limit.day >= first and opens <= last:
            yield period


def _judge(case: Case, duty: Duty, period: Period) -> Iterator[Verdict]:
    answers = [answer for answer in case.answers if answer.period and _covers(answer.period, period)]
    whole = [answer for answer in answers if not answer.missing]
    if whole:
        yield _published(case, duty, period, min(whole, key=lambda each: each.when))
    elif declaration := case.declaration_of(period):
        yield declared(case, duty, declaration, period, _due(case, duty, period, None))
    else:
        yield from _absent(case, duty, period, next(iter(answers), None))


def _published(case: Case, duty: Duty, period: Period, answer: Answer) -> Verdict:
    limit = _due(case, duty, period, answer)
    known = answer.posted is not None
    timeliness, days = (
        judge(answer.moments.get(Moment.HELD) or answer.posted, limit, case.day)
        if known
        else (Timeliness.UNKNOWN, 0)
    )
    return Verdict(
        duty,
        Fulfilment.PUBLISHED,
        timeliness if duty.deadline else Timeliness.NONE,
        "Đã công khai"
        if known
        else "Đã công khai, chưa ghi ngày đăng nên không tính được đúng hạn hay chậm",
        period=period,
        record=answer.record,
        posted=answer.posted,
        due=limit,
        days=days,
        lacking=lacking(duty, answer),
    )


def _absent(case: Case, duty: Duty, period: Period, part: Answer | None) -> Iterator[Verdict]:
    """Nothing yet, or a part: overdue, or due; silent while the day that the deadline counts from is to come."""
    limit, moment = _due(case, duty, period, None), _moment(case, period)
    waits = duty.deadline or duty.afterwards or period.start > case.day
    if limit is None and moment >= case.day and waits:
        return
    timeliness, days = judge(None, limit, case.day)
    yield Verdict(
        duty,
        Fulfilment.MISSING,
        timeliness,
        _why_absent(duty, limit, part),
        period=period,
        record=part.record if part else None,
        due=limit,
        days=days,
        mend=add_where(duty, None, period=period),
    )


def _why_absent(duty: Duty, limit: Due | None, part: Answer | None) -> str:
    if part:
        return f"Còn thiếu: {', '.join(part.missing)}"
    if limit or duty.deadline is None:
        return "Chưa có gì trên trang này"
    return "Chưa có; ngày bắt đầu tính hạn chỉ biết khi có văn bản"


def _due(case: Case, duty: Duty, period: Period, answer: Answer | None) -> Due | None:
    """From the end of the period, from a day that only the record knows, or from the last one of the law."""
    if duty.deadline is None:
        return None
    if duty.deadline.since is Moment.PERIOD_END:
        start: date | None = period.end
    else:
        start = answer.moments.get(duty.deadline.since) if answer else None
    if answer is None and start is None and duty.latest:
        limit = due(duty.latest.of(period.end.year), duty.deadline, case.scope.province.calendar)
        return replace(limit, count=f"{limit.count}, {duty.deadline.since.label} muộn nhất theo luật")
    return due(start, duty.deadline, case.scope.province.calendar) if start else None
