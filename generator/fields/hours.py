"""Times of day and office hours, read in the usual Vietnamese spellings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from itertools import pairwise
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

from generator.fields.base import refuse
from generator.fields.typed import is_read, number_like, quote, ways
from generator.words.dates import say_time

PART = r"sáng|trưa|chiều|tối|đêm"
CLOCK = re.compile(
    rf"(?P<h>[0-9]{{1,2}}) ?(?:[:hg]|giờ) ?(?:(?P<m>[0-9]{{2}})(?: ?(?:phút|ph|p|')|:00)?|(?P<half>rưỡi))?"
    rf"(?: ?(?P<part>{PART}))?"
)
DOTTED = re.compile(r"(?<![0-9.,])([0-9]{1,2})[.,]([0-9]{2})(?![0-9:hg]| ?giờ)")
BARE = re.compile(r"([0-9]{1,2}?)([0-9]{2})?")
ENGLISH = re.compile(r"([0-9]{1,2})(?::([0-9]{2}))?(?::00)? ?([ap])\.?m\.?")
SPAN = re.compile(
    rf"(?:(?:buổi )?(?P<part>{PART}) ?:? ?)?(?:từ )?(?P<a>[^-]+?) ?(?:-|đến|tới) ?(?P<b>[^-]+)",
    re.IGNORECASE,
)
SPLIT = re.compile(r" ?(?:;|,|\bvà\b) ?", re.IGNORECASE)
CLOCKS = re.compile(r"[0-9]{1,2} ?(?:[:hg]|giờ) ?(?:[0-9]{2})?")
EXAMPLE = "7:30 - 11:30; 13:30 - 17:00"
AFTERNOON = {"trưa": range(1, 3), "chiều": range(1, 7), "tối": range(5, 12), "đêm": range(9, 12)}
"""Hours of the 12-hour clock to which 12 is added after each word."""
FITTING = {
    "sáng": range(12), "trưa": range(10, 15), "chiều": range(12, 19), "tối": range(17, 24),
    "đêm": (*range(18, 24), *range(5)),
}  # fmt: skip


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
def read_clock(found: str) -> time:
    """A time: 7:30, 7h30, 7g30, 7 giờ 30 phút, 7 giờ rưỡi, 19h, 2 giờ chiều.

    A part of the day is read because, with the limits of `FITTING`, it leaves one meaning only.
    """
    parts = CLOCK.fullmatch(found.lower())
    if parts is None:
        raise _no_clock(found, found.lower())
    hour, minute = int(parts["h"]), 30 if parts["half"] else int(parts["m"] or 0)
    if (hour, minute) == (24, 0):
        hint = f"Hết ngày ghi {ways('23:59')}, đầu ngày ghi {ways('0:00')}."
        raise refuse("time_midnight", f"ghi {quote(found)}, đồng hồ không có 24 giờ", hint)
    if hour > 23 or minute > 59:
        hint = "Giờ từ 0 đến 23, phút từ 00 đến 59."
        raise refuse("time_impossible", f"ghi {quote(found)}, không có giờ này", hint)
    return time(_hour(hour, parts["part"], found), minute)


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
    span, word = Span(read_clock(ends["a"]), read_clock(ends["b"])), (ends["part"] or "").lower()
    if not word:
        return span
    start = _hour(span.start.hour, word, part)
    return Span(span.start.replace(hour=start), span.end.replace(hour=_later(span.end.hour, word)))


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


def _hour(hour: int, part: str | None, found: str) -> int:
    meant = _later(hour, part)
    if part is None or meant in FITTING[part]:
        return meant
    raise refuse(
        "time_part_of_day",
        f"ghi {quote(found)}, giờ và buổi không khớp",
        "Bỏ chữ chỉ buổi, ghi giờ từ 0 đến 23.",
    )


def _later(hour: int, part: str | None) -> int:
    return hour + 12 if part and hour in AFTERNOON.get(part, ()) else hour


def _no_clock(found: str, text: str) -> Exception:
    if dotted := DOTTED.fullmatch(text):
        hint = f"Ghi: {ways(f'{dotted[1]}:{dotted[2]}')}" if _real(dotted[1], dotted[2]) else ""
        return refuse("time_dot", f"ghi {quote(found)}, giữa giờ và phút không phải dấu hai chấm", hint)
    if english := ENGLISH.fullmatch(text):
        hour = int(english[1]) % 12 + (12 if english[3] == "p" else 0)
        meant = f"{hour}:{english[2] or '00'}"
        hint = f"Ghi theo 24 giờ: {ways(meant)}" if _real(str(hour), english[2] or "0") else ""
        return refuse("time_english", f"ghi {quote(found)}, kiểu giờ tiếng Anh", hint)
    bare = BARE.fullmatch(text)
    meant = f"{int(bare[1])}:{bare[2] or '00'}" if bare and _real(bare[1], bare[2] or "0") else ""
    hint = f"Ghi: {ways(meant)}" if meant else "Ghi giờ và phút bằng số, giữa có dấu hai chấm."
    return refuse("time_expected", f"cần là giờ, đang ghi {quote(found)}", hint)


def _real(hour: str, minute: str) -> bool:
    return int(hour) < 24 and int(minute) < 60


def _no_hours(found: str) -> Exception:
    """Suggests the hours that stand in the text, where they make whole spans."""
    clocks = [read_clock(text) for text in CLOCKS.findall(found.lower()) if is_read(read_clock, text)]
    meant = _with_afternoon(clocks) if clocks and len(clocks) % 2 == 0 else ""
    hint = f"Ghi: {ways(meant)}" if meant else f"Ghi cả giờ bắt đầu và kết thúc: {ways(EXAMPLE)}"
    return refuse("hours_expected", f"cần là khoảng giờ, đang ghi {quote(found)}", hint)


Clock = Annotated[
    time, BeforeValidator(read_clock), PlainSerializer(lambda clock: f"{clock:%H:%M}", return_type=str)
]
Hours = Annotated[
    tuple[Span, ...], BeforeValidator(read_hours), PlainSerializer(write_hours, return_type=str)
]
