"""A time of day, read in the usual Vietnamese spellings."""

from __future__ import annotations

import re
from datetime import time
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

from generator.fields.base import refuse
from generator.fields.typed import number_like, quote, ways

PART = r"sáng|trưa|chiều|tối|đêm"
CLOCK = re.compile(
    rf"(?P<h>[0-9]{{1,2}}) ?(?:[:hg]|giờ) ?(?:(?P<m>[0-9]{{2}})(?: ?(?:phút|ph|p|')|:00)?|(?P<half>rưỡi))?"
    rf"(?: ?(?P<part>{PART}))?"
)
DOTTED = re.compile(r"(?<![0-9.,])([0-9]{1,2})[.,]([0-9]{2})(?![0-9:hg]| ?giờ)")
BARE = re.compile(rf"([0-9]{{1,2}}?)([0-9]{{2}})?( (?:{PART}))?")
ENGLISH = re.compile(r"([0-9]{1,2})(?::([0-9]{2}))?(?::00)? ?([ap])\.?m\.?")
WINDOWS = re.compile(r"([0-9]{1,2})[:h]([0-9]{2})?(?::00)? ?(sa|ch)")
""" "7:30 SA", "2:30 CH": sáng and chiều, as Windows and Excel write them in Vietnamese."""
LESS = re.compile(rf"([0-9]{{1,2}}) ?(?:giờ|h|g) kém ([0-9]{{1,2}})(?: ?(?:phút|ph|p))?(?: ({PART}))?")
AFTERNOON = {"trưa": range(1, 3), "chiều": range(1, 7), "tối": range(5, 12), "đêm": range(9, 12)}
"""Hours of the 12-hour clock to which 12 is added after each word."""
FITTING = {
    "sáng": range(12), "trưa": range(10, 15), "chiều": range(12, 19), "tối": range(17, 24),
    "đêm": (*range(18, 24), *range(5)),
}  # fmt: skip


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
    return time(hour_of(hour, parts["part"], found), minute)


@number_like
def read_hour_of_day(found: str) -> time:
    """A time that stands alone; "2:00" may as well be in the afternoon, "02:00" and "2h sáng" not."""
    clock = read_clock(found)
    if is_twelve_hour(found):
        hint = f"Ghi theo 24 giờ: {ways(f'{clock.hour + 12}:{clock:%M}', f'{clock:%H:%M}')}"
        raise refuse("time_ambiguous", f"ghi {quote(found)}, chưa rõ là đêm hay chiều", hint)
    return clock


def is_twelve_hour(found: str) -> bool:
    """Whether an hour from 1 to 4 begins a text without a zero before it, and without a part of the day."""
    return bool(re.match("(?:từ )?[1-4](?![0-9])", found.lower()) and not re.search(PART, found.lower()))


def hour_of(hour: int, part: str | None, found: str) -> int:
    """The same; refused where hour and part do not fit each other."""
    meant = later(hour, part)
    if hour == 12 and part == "đêm" and not re.search("[1-9]|rưỡi", found[2:]):
        hint = f"Hết ngày ghi {ways('23:59')}, đầu ngày ghi {ways('0:00')}."
        raise refuse("time_midnight", f"ghi {quote(found)}, nửa đêm là cuối ngày hay đầu ngày", hint)
    if part is None or meant in FITTING[part]:
        return meant
    raise refuse(
        "time_part_of_day",
        f"ghi {quote(found)}, giờ và buổi không khớp",
        "Bỏ chữ chỉ buổi, ghi giờ từ 0 đến 23.",
    )


def later(hour: int, part: str | None) -> int:
    """The hour of 24 that an hour of 12 with its part of the day stands for."""
    return hour + 12 if part and hour in AFTERNOON.get(part, ()) else hour


def _no_clock(found: str, text: str) -> Exception:
    meant = meant_by(text)
    if DOTTED.fullmatch(text):
        hint = f"Ghi: {ways(meant)}" if meant else ""
        return refuse("time_dot", f"ghi {quote(found)}, giữa giờ và phút không phải dấu hai chấm", hint)
    if ENGLISH.fullmatch(text):
        hint = f"Ghi theo 24 giờ: {ways(meant)}" if meant else ""
        return refuse("time_english", f"ghi {quote(found)}, kiểu giờ tiếng Anh", hint)
    hint = f"Ghi: {ways(meant)}" if meant else "Ghi giờ và phút bằng số, giữa có dấu hai chấm."
    return refuse("time_expected", f"cần là giờ, đang ghi {quote(found)}", hint)


def meant_by(text: str) -> str:
    """The time that "7.30", "7", "730" or "7:30 pm" stands for; a readable time as it is; else empty."""
    text = text.strip().lower()
    part = ""
    if dotted := DOTTED.fullmatch(text):
        hour, minute = dotted[1], dotted[2]
    elif twelve := ENGLISH.fullmatch(text) or WINDOWS.fullmatch(text):
        afternoon = twelve[3] in ("p", "ch")
        hour, minute = str(int(twelve[1]) % 12 + (12 if afternoon else 0)), twelve[2] or "00"
        if int(twelve[1]) > (23 if afternoon else 12):
            return ""
    elif less := LESS.fullmatch(text):
        return _less(int(less[1]), int(less[2]), less[3])
    elif bare := BARE.fullmatch(text):
        hour, minute, part = bare[1].lstrip("0") or "0", bare[2] or "00", bare[3] or ""
    else:
        return text if CLOCK.fullmatch(text) else ""
    return f"{hour}:{minute}{part}" if _real(hour, minute) else ""


def _less(hour: int, minutes: int, part: str | None) -> str:
    """7:45 for 8 giờ kém 15; empty where the hour and the part of day do not fit."""
    hour = later(hour, part)
    fits = 1 <= hour <= 23 and 1 <= minutes <= 59 and (not part or hour in FITTING[part])
    return f"{hour - 1}:{60 - minutes:02d}" if fits else ""


def _real(hour: str, minute: str) -> bool:
    return int(hour) < 24 and int(minute) < 60


Clock = Annotated[
    time,
    BeforeValidator(read_hour_of_day),
    PlainSerializer(lambda clock: f"{clock:%H:%M}", return_type=str),
]
