"""What a commune sends of a page: lines for a Zalo group, and two short messages that no network cuts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.compose import frame
from generator.kinds._kind import Scope
from generator.stories import Story, stories

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""Letters of one place each (3GPP TS 23.038, GSM 7 bit default alphabet)."""
GSM_TWICE = frozenset("^{}\\[~]|€")
"""Those of its extension table, which take two."""
PLAIN = str.maketrans({"đ": "d", "Đ": "D", "–": "-", "—": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...",
                       "²": "2", "³": "3", "•": "-", "×": "x"})  # fmt: skip
GSM_ROOM, UCS2_ROOM = 160, 70
LEAST = 12
"""Places that words need beside the link; with fewer, the message goes without it."""
ZALO_FACTS = 6
MORE = "..."


@dataclass(frozen=True)
class Short:
    """One SMS."""

    text: str
    count: int
    room: int
    linked: bool


@dataclass(frozen=True)
class Message:
    """What can be sent of one page."""

    url: str
    title: str
    zalo: str
    plain: Short
    """Without tone marks, GSM-7."""
    toned: Short
    """With tone marks, UCS-2."""
    link: str
    """In full; empty where the site has no address yet."""


def messages(scope: Scope) -> tuple[Message, ...]:
    """One for each record that has a page."""
    return messages_of(stories(scope), scope)


def messages_of(found: Iterable[Story], scope: Scope) -> tuple[Message, ...]:
    base = frame(scope, ()).base or ""
    return tuple(_message(story, base, scope) for story in found)


def _message(story: Story, base: str, scope: Scope) -> Message:
    link = f"{base}{story.url}" if base else ""
    office = scope.commune.office
    facts = [line for fact in story.facts for line in fact.splitlines()]
    zalo = "\n".join(filter(None, (office, *facts[:ZALO_FACTS], link and f"Xem đầy đủ: {link}")))
    plain = [unaccented(text) for text in (f"{office}: {facts[0]}", *facts[1:])]
    toned = [unicodedata.normalize("NFC", text) for text in (story.title, *facts[1:])]
    return Message(
        story.url,
        story.title,
        zalo,
        _short(plain, link if in_gsm(link) else "", GSM_ROOM, septets),
        _short(toned, link, UCS2_ROOM, ucs2_units),
        link,
    )


def unaccented(text: str) -> str:
    """Vietnamese without tone marks, in the letters that any telephone shows; others are left out."""
    plain = unicodedata.normalize("NFD", text.translate(PLAIN))
    return "".join(letter for letter in plain if letter in GSM or letter in GSM_TWICE)


def in_gsm(text: str) -> bool:
    return all(letter in GSM or letter in GSM_TWICE for letter in text)


def septets(text: str) -> int:
    """Places in the GSM 7 bit alphabet."""
    return sum(2 if letter in GSM_TWICE else 1 for letter in text)


def ucs2_units(text: str) -> int:
    """Places in UCS-2, as telephones count: a sign beyond the first plane takes two."""
    return len(text.encode("utf-16-be", "replace")) // 2


def _short(facts: Sequence[str], link: str, room: int, count: Callable[[str], int]) -> Short:
    """As many facts as fit, the first one cut between words where it must be; then the link, whole or not at all."""
    left = room - count(link) - 1
    linked = bool(link) and left >= LEAST
    words = " ".join(_fitting(facts, left if linked else room, count))
    text = f"{words} {link}".strip() if linked else words
    return Short(text, count(text), room, linked)


def _fitting(facts: Sequence[str], room: int, count: Callable[[str], int]) -> Iterator[str]:
    first = " ".join(facts[0].split())
    if count(first) > room:
        yield _cut(first, room, count)
        return
    yield first
    room -= count(first)
    for fact in facts[1:]:
        room -= count(fact) + 1
        if room < 0:
            return
        yield fact


def _cut(text: str, room: int, count: Callable[[str], int]) -> str:
    """Whole words, with three dots for the rest; empty where not even one fits."""
    words = text.split()
    while words and count(" ".join(words)) + len(MORE) > room:
        words.pop()
    return re.sub(r"[\s,;:.-]+$", "", " ".join(words)) + MORE if words else ""
