"""One duty in all its versions, with everything that speaks to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from generator.core import Record
from generator.fields.period import Period
from generator.kinds import kinds
from generator.kinds._fulfilment import Answer
from generator.kinds._kind import Scope
from generator.kinds.empty.model import Declaration, Declarations
from generator.province import Duty
from generator.province.duties import Moment


@dataclass(frozen=True)
class Case:
    """What is judged together: the versions of a duty, the answers, the declarations."""

    scope: Scope
    versions: tuple[Duty, ...]
    answers: tuple[Answer, ...]
    declared: tuple[Declaration, ...]
    record: Record[Declarations] | None
    """The file that the declarations stand in."""
    joined: date | None
    ahead: timedelta
    """How far after the day periods are still looked at."""

    @property
    def day(self) -> date:
        return self.scope.day

    @property
    def unit_type(self) -> str:
        """ "xã", "phường" """
        return self.scope.province.units[self.scope.commune.code].kind

    @property
    def today(self) -> Duty | None:
        return self.on(self.day)

    @property
    def latest(self) -> Duty:
        """The version that names the duty where a day has none of its own."""
        return max(self.versions, key=lambda duty: duty.basis.since)

    def on(self, day: date) -> Duty | None:
        """The version in force on a day: an old record is judged by the rule of its time."""
        return next((duty for duty in self.versions if duty.basis.in_force(day)), None)

    def since_when(self, duty: Duty) -> date:
        """The first day of a duty: versions that follow each other without a gap are one duty."""
        first = duty.basis.since
        for older in sorted(self.versions, key=lambda each: each.basis.since, reverse=True):
            until = older.basis.until
            if older.basis.since < first and until and until >= first - timedelta(1):
                first = older.basis.since
        return first

    def set_going(self, answer: Answer) -> tuple[Duty | None, date | None]:
        """The version that a record set going, and the day; each version counts from a moment of its own."""
        for duty in self.versions:
            start = answer.moments.get(duty.deadline.since if duty.deadline else Moment.DECIDED)
            if start and duty.basis.in_force(start):
                return duty, start
        return self.on(answer.posted or self.day), None

    def declaration_of(self, period: Period) -> Declaration | None:
        """What declares a whole period empty."""
        covering = (
            d for d in self.declared if d.period.start <= period.start and period.end <= d.period.end
        )
        return next(covering, None)


def cases(scope: Scope, ahead: int = 0) -> Iterator[Case]:
    """Each duty that is judged, in the order of `nghia-vu.yml`."""
    answers = _answers(scope)
    record = scope.commune.one("empty")
    profile = scope.commune.one("profile")
    for versions in _versions(scope.province.duties):
        duty = versions[0]
        yield Case(
            scope,
            versions,
            tuple(_of(versions, answers, scope.day)),
            tuple(d for d in (record.data.entries if record else ()) if d.duty == duty.id),
            record,
            profile.data.joined if profile else None,
            timedelta(ahead),
        )


def _versions(duties: Iterable[Duty]) -> Iterator[tuple[Duty, ...]]:
    judged = [duty for duty in duties if duty.family]
    places = {id: place for place, id in reversed(list(enumerate(duty.id for duty in judged)))}
    ordered = sorted(judged, key=lambda duty: (places[duty.id], duty.basis.since))
    return (tuple(group) for _, group in groupby(ordered, key=lambda duty: duty.id))


def _answers(scope: Scope) -> Mapping[str, tuple[Answer, ...]]:
    return {kind.name: kind.answered(scope) for kind in kinds()}


def _of(
    versions: tuple[Duty, ...], answers: Mapping[str, tuple[Answer, ...]], day: date
) -> Iterator[Answer]:
    """What the kinds of a duty disclose, and whatever names the duty itself."""
    named = {kind for duty in versions for kind in duty.kinds}
    for kind, found in answers.items():
        for answer in found:
            if answer.posted and answer.posted > day:
                continue  # not public yet
            if versions[0].id in answer.duties or (not answer.duties and kind in named):
                yield answer
