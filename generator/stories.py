"""What is to be told of each record that has a page, as it is written, and how many days the law has it read."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from generator.compose import compose
from generator.core import Draft, Record
from generator.fields.posting import PostingForm
from generator.kinds import kinds
from generator.kinds._disclosure import Disclosure, disclosure_of
from generator.kinds._fulfilment import Answer
from generator.kinds._kind import Kind, Scope
from generator.kinds._people import current
from generator.province import Duty
from generator.words.sentences import unmarked
from generator.words.unseen import seen


@dataclass(frozen=True)
class Story:
    """One record, told."""

    record: Record[Any]
    url: str
    """Address of its page inside the site."""
    title: str
    facts: tuple[str, ...]
    """Written as people write, without marks; the most important first, each on a line or several."""
    days: int
    """How many days in a row a duty has the loudspeakers read it; 0 where none does."""

    occasions: tuple[date, ...]
    """Days that nobody should miss."""

    @property
    def disclosure(self) -> Disclosure:
        return disclosure_of(self.record) or Disclosure()

    def is_on(self, day: date) -> bool:
        """Whether it is read on a day: within a run that is noted, in the first days after it was changed,
        and on an occasion and the day before. What no duty has read is news on the day of its posting alone.
        """
        if {day, day + timedelta(1)} & {*self.occasions}:
            return True
        span = timedelta(max(self.days, 1) - 1)
        forms = self.disclosure.forms
        runs = [form for form in forms if form.form is PostingForm.LOUDSPEAKER and form.since]
        if any(run.since <= day <= (run.until or run.since + span) for run in runs if run.since):
            return True
        changed = self.disclosure.last_changed
        return changed is not None and changed <= day <= changed + span


def stories(scope: Scope) -> tuple[Story, ...]:
    """Of every record that has a page, in the order of the pages; lists that have expired are gone."""
    return scope.once(_stories)


def duties_of(kind: Kind[Any], answer: Answer, scope: Scope) -> Iterator[Duty]:
    """The duties that an answer of a kind fulfils, as they are on the day."""
    if not answer.duties:
        yield from scope.province.duties_of(kind.name, scope.day)
    for id in answer.duties:
        if duty := scope.duty(id):
            yield duty


def _stories(scope: Scope) -> tuple[Story, ...]:
    return tuple(_each(current(scope)))


def _each(scope: Scope) -> Iterator[Story]:
    known: dict[str, Kind[Any]] = {kind.name: kind for kind in kinds()}
    days = _days(scope)
    seen: set[int] = set()
    for draft in scope.once(compose):
        kind, record = known.get(draft.kind), draft.record
        if kind and record and id(record) not in seen:
            seen.add(id(record))
            yield Story(
                record,
                draft.url,
                _line(draft.title),
                _facts(kind, draft, scope),
                days[id(record)],
                tuple(kind.occasions(record, scope)),
            )


def _facts(kind: Kind[Any], draft: Draft, scope: Scope) -> tuple[str, ...]:
    told = tuple(kind.spoken(draft.record, scope)) if draft.record else ()
    lines = (_lines(text) for text in told or (draft.title, draft.description))
    return tuple(filter(None, lines))


def _lines(text: str) -> str:
    """Without marks of Markdown and what no format has a place for; a full stop that is there stands once."""
    lines = filter(None, map(_line, unmarked(text).splitlines()))
    return "\n".join(line[:-1] if line.endswith(("..", "?.", "!.", ";.", ":.")) else line for line in lines)


def _line(text: str) -> str:
    """Nothing that a telephone or a console would obey instead of showing (Unicode categories Cc, Cf, Cs, Co)."""
    shown = (" " if unicodedata.category(sign).startswith("C") else sign for sign in seen(text))
    return " ".join("".join(shown).split())


def _days(scope: Scope) -> dict[int, int]:
    """By record: the most days that any duty that it answers has the loudspeakers read."""
    found: dict[int, int] = defaultdict(int)
    for kind in kinds():
        for answer in kind.answered(scope):
            for duty in duties_of(kind, answer, scope):
                found[id(answer.record)] = max(found[id(answer.record)], _read(duty))
    return found


def _read(duty: Duty) -> int:
    days = (form.days or 1 for form in duty.forms if form.form is PostingForm.LOUDSPEAKER)
    return max(days, default=0)
