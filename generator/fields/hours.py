"""Times of day and office hours, read in the usual Vietnamese spellings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from itertools import pairwise
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

from generator.fields.base import refuse
from generator.fields.clock import (
    DOTTED,
    FITTING,
    PART,
    hour_of,
    is_twelve_hour,
    later,
    meant_by,
    read_clock,
)
from generator.fields.typed import is_read, number_like, quote, ways
from generator.words.dates import say_time

SPAN = re.compile(
    rf"(?:(?:buổi )?(?P<part>{PART}) ?:? ?)?(?:từ )?(?P<a>[^-]+?) ?(?:-|đến|tới) ?(?P<b>[^-]+)",
    re.IGNORECASE,
)
ENDING = re.compile(rf"({PART.replace('sáng|', '')})$")
"""The part of day after noon that stands after a time."""
SPLIT = re.compile(r" ?(?:;|,|\bvà\b) ?", re.IGNORECASE)
CLOCKS = re.compile(r"[0-9]{1,2} ?(?:[:hg]|giờ) ?(?:[0-9]{2})?")
WHOLE = f"Ghi cả giờ bắt đầu và kết thúc: {ways('7:30 - 11:30; 13:30 - 17:00')}"


@dataclass(frozen=True, order=True)
class Span:
    """A time of day from start to end."""

    start: time
    end: time

    def __str__(self) -> str:
        return f"{self.start:%H:%M} - {self.end:%H:%M}"

    def say(self) -> str:
        return f"{say_time(self.start)}\u00a0– {say_time(self.end)}"


@number_like
def read_hours(found: str) -> tuple[Span, ...]:
    """Hours in order: "7:30 - 11:30; 13:30 - 17:00", "sáng từ 7h30 đến 11h30, chiều 13h30-17h"."""
    text = found.lower()
    coloned = DOTTED.sub(r"\1:\2", text)
    if coloned != text and is_read(read_hours, coloned):
        raise refuse(
            "time_dot",
            f"ghi {quote(found)}, giữa giờ và phút không phải dấu hai chấm",
            f"Ghi: {ways(write_hours(read_hours(coloned)))}",
        )
    spans = tuple(_span(part) for part in SPLIT.split(found) if part)
    if not spans:
        raise _no_hours(found)
    _in_order(found, spans)
    _not_at_night(found, spans)
    return spans


def write_hours(spans: tuple[Span, ...]) -> str:
    return "; ".join(map(str, spans))


def _span(part: str) -> Span:
    ends = SPAN.fullmatch(part)
    if ends is None:
        raise _no_hours(part)
    word = (ends["part"] or "").lower()
    span = _ends(ends["a"], ends["b"], word)
    if not word:
        return _same_part(part, ends["a"].lower(), ends["b"].lower(), span)
    start = hour_of(span.start.hour, word, part)
    return Span(span.start.replace(hour=start), span.end.replace(hour=later(span.end.hour, word)))


def _ends(first: str, last: str, word: str) -> Span:
    """Both ends of a span; a refusal suggests the whole span, since a single time is no answer here."""
    try:
        return Span(read_clock(first), read_clock(last))
    except PydanticCustomError as error:
        end = meant_by(last)
        if error.type == "time_midnight":
            end = "11h59 đêm" if ENDING.search(last.lower()) else "23:59"
        whole = f"{word} {meant_by(first)} - {end}".strip()
        hint = f"Ghi: {ways(write_hours(read_hours(whole)))}" if is_read(read_hours, whole) else WHOLE
        raise refuse(error.type, (error.context or {}).get("message", ""), hint) from None


def _same_part(part: str, first: str, last: str, span: Span) -> Span:
    """ "2h - 5h chiều" is all in the afternoon: the last time's part of day goes for the first too.

    Refused where the first may as well be a morning hour: "4h - 7h tối", "6h - 17h chiều".
    """
    word = ENDING.search(last)
    if not word or re.search(PART, first) or not 1 <= span.start.hour <= 11:
        return span
    moved = span.start.replace(hour=span.start.hour + 12)
    over_midnight = span.end < span.start and word[1] == "đêm"
    if moved >= span.end and not over_midnight:
        return span
    if moved.hour in FITTING[word[1]] and not re.match("1[3-9]|2[0-3]", last):
        return Span(moved, span.end)
    if over_midnight:
        return span
    hint = f"Ghi theo 24 giờ: {ways(str(span), str(Span(moved, span.end)))}"
    raise refuse(
        "hours_ambiguous", f"ghi {quote(part)}, giờ đầu có thể là sáng, có thể là chiều, tối", hint
    )


def _in_order(found: str, spans: tuple[Span, ...]) -> None:
    """Each span ends after it starts, and the next starts no earlier than it ends."""
    clocks = [clock for span in spans for clock in (span.start, span.end)]
    reversed_ = next((span for span in spans if span.end <= span.start), None)
    if reversed_ is None and all(before.end <= after.start for before, after in pairwise(spans)):
        return
    meant = "" if re.search("đêm|sáng$", found, re.IGNORECASE) else _with_afternoon(clocks)
    hint = (
        f"Buổi chiều ghi theo 24 giờ: {ways(meant)}"
        if meant
        else "Ghi các khoảng giờ theo thứ tự trong ngày."
    )
    if reversed_ and meant and len(spans) == 1 and reversed_.start.hour >= 12:
        hint = f"Giờ ghi theo 24 giờ, giờ bắt đầu trước: {ways(meant, str(Span(reversed_.end, reversed_.start)))}"
    if reversed_ and not meant and len(spans) == 1:
        hint = f"Qua nửa đêm thì tách hai khoảng: {ways(_over_midnight(reversed_))}"
    if reversed_:
        raise refuse("hours_reversed", f"ghi {quote(found)}, giờ kết thúc không sau giờ bắt đầu", hint)
    raise refuse("hours_overlap", f"ghi {quote(found)}, các khoảng giờ chồng lên nhau", hint)


def _not_at_night(found: str, spans: tuple[Span, ...]) -> None:
    """ "1:30 - 5:00" alone is hardly meant for the night; "01:30" and "1h30 sáng" are."""
    if not is_twelve_hour(found):
        return
    day = tuple(Span(_after_noon(span.start), _after_noon(span.end)) for span in spans)
    hint = f"Ghi theo 24 giờ: {ways(write_hours(day), write_hours(spans))}"
    raise refuse("hours_ambiguous", f"ghi {quote(found)}, chưa rõ là đêm hay chiều", hint)


def _after_noon(clock: time) -> time:
    return clock.replace(hour=clock.hour + 12) if clock.hour < 12 else clock


def _with_afternoon(clocks: list[time]) -> str:
    """The hours with 12 added from where they fall back, if that puts them in order; else empty."""
    later: list[time] = []
    for clock in clocks:
        falls_back = bool(later) and clock <= later[-1] and clock.hour < 12
        later.append(clock.replace(hour=clock.hour + 12) if falls_back else clock)
    if any(after <= before for before, after in pairwise(later)):
        return ""
    return write_hours(tuple(Span(a, b) for a, b in zip(later[::2], later[1::2], strict=True)))


def _over_midnight(span: Span) -> str:
    return write_hours((Span(time(0), span.end), Span(span.start, time(23, 59))))


def _no_hours(found: str) -> Exception:
    """Suggests the hours that stand in the text, where they make whole spans."""
    clocks = [read_clock(text) for text in CLOCKS.findall(found.lower()) if is_read(read_clock, text)]
    meant = _with_afternoon(clocks) if clocks and len(clocks) % 2 == 0 else ""
    hint = f"Ghi: {ways(meant)}" if meant else WHOLE
    return refuse("hours_expected", f"cần là khoảng giờ, đang ghi {quote(found)}", hint)


Hours = Annotated[
    tuple[Span, ...], BeforeValidator(read_hours), PlainSerializer(write_hours, return_type=str)
]
