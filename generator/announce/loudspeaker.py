"""What the loudspeakers of a commune read out: a script for each record, and one bulletin for the day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.kinds._kind import Scope
from generator.kinds._spoken import when
from generator.stories import Story, stories
from generator.words.aloud import aloud
from generator.words.letters import small
from generator.words.sentences import short_sentences, without_addresses

A_MINUTE = 180
"""Syllables that a slow and clear voice reads."""
STEP = 5
"""Seconds to which a reading time is rounded up."""
REPEATED = 2
"""Facts of a record that are said again at the end."""


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
        exact = sum(len(line.split()) for line in self.lines) * 60 / A_MINUTE
        return int(-(-exact // STEP) * STEP)

    @property
    def length(self) -> str:
        """ "khoảng 1 phút 10 giây" """
        minutes, seconds = divmod(self.seconds, 60)
        parts = [f"{minutes} phút"] * bool(minutes) + [f"{seconds} giây"] * bool(seconds)
        return f"khoảng {' '.join(parts)}"


def scripts(scope: Scope) -> tuple[Script, ...]:
    """One for each record that has a page, in the order of the pages."""
    return tuple(script_of(story, scope) for story in stories(scope))


def script_of(story: Story, scope: Scope) -> Script:
    """Who speaks, the facts, the first of them again, whom to ask, where to read."""
    station = f"Đài truyền thanh {small(scope.commune.name)}."
    again = ("Xin nhắc lại.", *story.facts[:REPEATED])
    texts = (station, *story.facts, *again, *_whom_to_ask(story), _where(scope))
    return Script(story.url, story.title, tuple(_for_the_ear(texts, scope)))


def bulletin(scope: Scope) -> Script:
    """What is to be read out on the day, each once, and the first fact of each again."""
    found = [story for story in stories(scope) if story.is_on(scope.day)]
    texts = [f"Đài truyền thanh {small(scope.commune.name)}.", f"Bản tin công khai, {when(scope.day)}."]
    texts += [] if found else ["Hôm nay không có tin mới."]
    for number, story in enumerate(found, start=1):
        texts += [f"Tin thứ {'nhất' if number == 1 else number}.", *story.facts]
    texts += (
        ["Xin nhắc lại các tin chính.", *(fact for story in found for fact in story.facts[:REPEATED])]
        if found
        else []
    )
    return Script("", "Bản tin trong ngày", tuple(_for_the_ear([*texts, _where(scope)], scope)))


def place_of(scope: Scope) -> str:
    """The first sentence about the loudspeakers in `xa.yml`; empty where nothing is told."""
    profile = scope.commune.one("profile")
    found = profile.data.loudspeaker if profile else None
    return re.split(r"(?<=\w)\.(?:\s|$)", found.note)[0] if found and found.note else ""


def _whom_to_ask(story: Story) -> Iterator[str]:
    contact = story.disclosure.contact
    if contact and contact.phone:
        yield f"Bà con hỏi thêm: {contact.post}."
        yield f"Điện thoại {contact.phone}."


def _where(scope: Scope) -> str:
    return f"Bà con xem đầy đủ trên trang công khai của {scope.commune.office}."


def _for_the_ear(texts: Iterable[str], scope: Scope) -> Iterator[str]:
    known = tuple((a.short, a.meaning) for a in scope.province.words.abbreviations)
    for text in texts:
        yield from short_sentences(aloud(without_addresses(text), known, scope.day.year))
