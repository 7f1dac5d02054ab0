"""What must hang on which noticeboard, since when and until when (Luật 10/2022/QH15 Đ13 k2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from generator.core import Record
from generator.fields.posting import PostingForm
from generator.kinds import kinds
from generator.kinds._disclosure import Posting, disclosure_of
from generator.kinds._fulfilment import Answer
from generator.kinds._kind import Scope
from generator.kinds._people import current
from generator.kinds._thon import thon_of
from generator.paper.noticeboards import NoticeBoard, boards, meant
from generator.province import Duty, say_basis
from generator.province.duties import Board, Family, RequiredForm
from generator.stories import duties_of

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Hanging:
    """One record on one board, for one duty."""

    board: NoticeBoard
    record: Record[Any]
    duty: Duty
    form: RequiredForm
    since: date | None
    """The day that is noted, else the day of posting; None where neither is known."""
    until: date | None
    """The last day; None for what hangs always."""
    noted: bool
    """Whether the record tells that it was hung on this board."""

    def is_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def hangings(scope: Scope) -> tuple[Hanging, ...]:
    """On every board, of every record that was posted by the day, also those whose days are over."""
    return scope.once(_hangings)


def hangings_of(record: Record[Any], scope: Scope) -> tuple[Hanging, ...]:
    return scope.once(_by_record).get(id(record), ())


def _by_record(scope: Scope) -> dict[int, tuple[Hanging, ...]]:
    found: defaultdict[int, list[Hanging]] = defaultdict(list)
    for hanging in hangings(scope):
        found[id(hanging.record)].append(hanging)
    return {id: tuple(parts) for id, parts in found.items()}


def say_bases(duties: Iterable[Duty]) -> str:
    """The articles, one below the other; what nobody has read in a copy says so."""
    bases = {say_basis(duty.basis): duty.basis.doubt for duty in duties}
    return "\n".join(f"{basis} ({doubt})" if doubt else basis for basis, doubt in bases.items())


def runs(record: Record[Any]) -> list[Posting]:
    """Every notice that a record tells of, the first one first; those without a day before all."""
    disclosure = disclosure_of(record)
    told = [form for form in disclosure.forms if form.form is PostingForm.NOTICEBOARD] if disclosure else []
    return sorted(told, key=lambda run: run.since or date.min)


def _hangings(scope: Scope) -> tuple[Hanging, ...]:
    return tuple(_each(current(scope)))


def _each(scope: Scope) -> Iterator[Hanging]:
    for kind in kinds():
        found: dict[tuple[str, str], list[tuple[Answer, Hanging]]] = {}
        for answer in kind.answered(scope):
            for duty in duties_of(kind, answer, scope):
                for hanging in _on_boards(answer, duty, scope):
                    found.setdefault((hanging.board.id, duty.id), []).append((answer, hanging))
        for pairs in found.values():
            yield from _newest_alone(pairs)


def _on_boards(answer: Answer, duty: Duty, scope: Scope) -> Iterator[Hanging]:
    """None where the duty wants no notice of this commune, or what answers it is to come or holds no longer."""
    form = next((form for form in duty.forms if form.form is PostingForm.NOTICEBOARD), None)
    unit = scope.province.units[scope.commune.code].kind
    if form is None or not duty.binds_unit(unit):
        return
    if (answer.posted and answer.posted > scope.day) or (answer.until and answer.until < scope.day):
        return
    known, own = boards(scope), thon_of(answer.record)
    answer = replace(answer, posted=_posted(answer, scope.day))
    places = [(run, meant(run.place, known, own)) for run in _serving(answer, form, scope.day)]
    for board in known:
        if board.thon and own and board.thon not in own:
            continue
        if form.hangs_at(Board.THON if board.thon else Board.HEADQUARTERS):
            there = [run for run, ids in places if board.id in ids]
            yield from _hanging(board, answer, (duty, form), there)


def _posted(answer: Answer, day: date) -> date | None:
    """The day from which it must hang: also its results hang for all the days (Luật 10/2022/QH15 Đ11 k11)."""
    return answer.renewed if answer.renewed and answer.renewed <= day else answer.posted


def _serving(answer: Answer, form: RequiredForm, day: date) -> Iterator[Posting]:
    """The noted runs that hang after the posting; what was posted later is on no paper that hung before."""
    for run in runs(answer.record):
        if run.since and run.since <= day:
            renewed = answer.posted and answer.posted == answer.renewed
            known = run.since if renewed else _last_day(run, form.days) or date.max
            if known >= (answer.posted or date.min):
                yield run


def _hanging(
    board: NoticeBoard, answer: Answer, wanted: tuple[Duty, RequiredForm], serving: list[Posting]
) -> Iterator[Hanging]:
    """By the run that ends last, else from the day of posting; none where no day is known to count from."""
    duty, form = wanted
    run = max(
        serving,
        key=lambda run: (_last_day(run, form.days) or date.max, run.until or date.max),
        default=None,
    )
    since = run.since if run else answer.posted
    if since or not form.days:
        until = _last_day(run or Posting.model_construct(since=since), form.days)
        yield Hanging(board, answer.record, duty, form, since, until, bool(run))


def _last_day(run: Posting, days: int | None) -> date | None:
    """None for what hangs always; never before the law's days have passed."""
    if days is None or run.since is None:
        return None
    return max(run.until or run.since, run.since + (days - 1) * DAY)


def _newest_alone(pairs: list[tuple[Answer, Hanging]]) -> Iterator[Hanging]:
    """Of what comes every period and hangs always, the newest takes the place of the one before."""
    first = pairs[0][1]
    if first.duty.family is not Family.PERIODIC or first.form.days:
        yield from (hanging for _, hanging in pairs)
        return
    ordered = sorted(pairs, key=lambda pair: pair[0].period.end if pair[0].period else pair[0].when)
    for (_, hanging), (_, newer) in pairwise(ordered):
        yield replace(hanging, until=newer.since - DAY if newer.since else None)
    yield ordered[-1][1]
