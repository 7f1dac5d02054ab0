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
from generator.fields.clock import DOTTED, PART, hour_of, later, meant_by, read_clock
from generator.fields.typed import is_read, number_like, quote, ways
from generator.words.dates import say_time

SPAN = re.compile(
    rf"(?:(?:buổi )?(?P<part>{PART}) ?:? ?)?(?:từ )?(?P<a>[^-]+?) ?(?:-|đến|tới) ?(?P<b>[^-]+)",
    re.IGNORECASE,
)
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
    return spans


def write_hours(spans: tuple[Span, ...]) -> str:
    return "; ".join(map(str, spans))


def _span(part: str) -> Span:
    ends = SPAN.fullmatch(part)
    if ends is None:
        raise _no_hours(part)
    span, word = _ends(ends["a"], ends["b"]), (ends["part"] or "").lower()
    if not word:
        return span
    start = hour_of(span.start.hour, word, part)
    return Span(span.start.replace(hour=start), span.end.replace(hour=later(span.end.hour, word)))


def _ends(first: str, last: str) -> Span:
    """Both ends of a span; a refusal suggests the whole span, since a single time is no answer here."""
    try:
        return Span(read_clock(first), read_clock(last))
    except PydanticCustomError as error:
        whole = f"{meant_by(first)} - {meant_by(last)}"
        hint = f"Ghi: {ways(whole)}" if is_read(read_hours, whole) else WHOLE
        raise refuse(error.type, (error.context or {}).get("message", ""), hint) from None


def _in_order(found: str, spans: tuple[Span, ...]) -> None:
    """Each span ends after it starts, and the next starts no earlier than it ends."""
    clocks = [clock for span in spans for clock in (span.start, span.end)]
    reversed_ = next((span for span in spans if span.end <= span.start), None)
    if reversed_ is None and all(before.end <= after.start for before, after in pairwise(spans)):
        return
    meant = _with_afternoon(clocks)
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
