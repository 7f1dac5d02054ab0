"""What the loudspeakers of a commune read out: a script for each record, and one bulletin for the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from generator.compose import compose
from generator.core import Draft
from generator.fields.posting import PostingForm
from generator.kinds import kinds
from generator.kinds._disclosure import disclosure_of
from generator.kinds._kind import Scope
from generator.kinds._people import current
from generator.words.aloud import aloud
from generator.words.dates import say_long_day
from generator.words.letters import plain_spaces, small
from generator.words.sentences import short_sentences

A_MINUTE = 180
"""Syllables that a slow and clear voice reads."""
REPEATED = 2
"""Sentences that are said again at the end."""
LAST = timedelta(days=2)
"""From the first to the last of three days in a row (Luật 10/2022/QH15)."""


@dataclass(frozen=True)
class Script:
    """A text for the ear, a sentence a line."""

    url: str
    """Address of the page inside the site; empty for the bulletin."""
    title: str
    lines: tuple[str, ...]

    @property
    def seconds(self) -> int:
        """Reading time."""
        return round(sum(len(line.split()) for line in self.lines) * 60 / A_MINUTE)


def scripts(scope: Scope) -> tuple[Script, ...]:
    """One for each record that has a page, in the order of the pages."""
    return tuple(
        Script(draft.url, draft.title, tuple(_whole(told, draft, scope))) for draft, told in _told(scope)
    )


def bulletin(scope: Scope) -> Script:
    """What is to be read out on the day, each once; its first facts, since the whole stands on its own script."""
    found = [told for draft, told in _told(scope) if _is_on(draft, scope)]
    lines = [f"Bản tin công khai của {scope.commune.name}, {say_long_day(scope.day)}."]
    for number, told in enumerate(found, start=1):
        lines += [f"Tin thứ {number}.", *told]
    if not found:
        lines.append("Hôm nay không có tin mới.")
    return Script("", "Bản tin", tuple(_for_the_ear([*lines, *_end(None, scope)], scope)))


def _told(scope: Scope) -> Iterator[tuple[Draft, tuple[str, ...]]]:
    """The page of each record, and what is said of it."""
    spoken = {kind.name: kind.spoken for kind in kinds()}
    seen: set[int] = set()
    for draft in compose(current(scope)):
        if draft.record is not None and draft.kind in spoken and id(draft.record) not in seen:
            seen.add(id(draft.record))
            told = tuple(spoken[draft.kind](draft.record, scope))
            yield draft, told or (draft.title, draft.description)


def _is_on(draft: Draft, scope: Scope) -> bool:
    """Whether its run on the loudspeakers covers the day; where no run is written down, its first days."""
    disclosure = disclosure_of(draft.record)
    if disclosure is None:
        return False
    runs = [form for form in disclosure.forms if form.form is PostingForm.LOUDSPEAKER and form.since]
    if runs:
        return any(run.since <= scope.day <= (run.until or run.since + LAST) for run in runs if run.since)
    posted = disclosure.last_changed
    return posted is not None and posted <= scope.day <= posted + LAST


def _whole(told: Sequence[str], draft: Draft, scope: Scope) -> Iterator[str]:
    """Who speaks, the facts, the first of them again, where to read and ask."""
    opening = f"Đài truyền thanh {small(scope.commune.name)}."
    again = ("Xin nhắc lại.", *told[:REPEATED]) if len(told) > REPEATED else ()
    return _for_the_ear([opening, *told, *again, *_end(draft, scope)], scope)


def _end(draft: Draft | None, scope: Scope) -> Iterator[str]:
    contact = disclosure.contact if draft and (disclosure := disclosure_of(draft.record)) else None
    if contact and contact.phone:
        yield f"Hỏi thêm: {contact.post}, điện thoại {contact.phone}."
    yield f"Bà con xem đủ ở bảng tin và trang công khai của {scope.commune.office}."


def _for_the_ear(texts: Iterable[str], scope: Scope) -> Iterator[str]:
    known = tuple((a.short, a.meaning) for a in scope.province.words.abbreviations)
    for text in texts:
        yield from short_sentences(aloud(plain_spaces(text), known))
