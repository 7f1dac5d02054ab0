"""Ways of handing in: each with its time limit and fees, equal ones told together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.kinds.procedure.answer import Answer
from generator.kinds.procedure.fees import FeeLine, fee_lines
from generator.kinds.procedure.limits import SEE_NOTE, UNKNOWN, Time, say_time
from generator.province.procedures import Channel, ChannelKind, FeeState, Procedure
from generator.words.fold import fold
from generator.words.letters import capital, small

MOST = 3
"""Most different answers that the line of facts gives side by side."""
LONG_NOTE = 240
"""A note above so many characters is folded."""
MANY = "khác nhau tùy việc, xem bảng"


@dataclass(frozen=True)
class Way:
    """One or more ways that have time, fees and note in common."""

    name: str
    time: Time
    fees: tuple[FeeLine, ...]
    note: str = ""

    @property
    def long_note(self) -> bool:
        return len(self.note) > LONG_NOTE


@dataclass(frozen=True)
class CaseTime:
    """The time limit of one case."""

    case: str
    """Empty where the source names no case, only the procedure again."""
    time: Time


def ways(procedure: Procedure) -> tuple[Way, ...]:
    """The rows of the table, in person first; ways that differ in nothing share a row."""
    rows: dict[Way, list[ChannelKind]] = {}
    for channel in _in_order(procedure.channels):
        time = say_time(channel.limit, procedure.case_limits)
        way = Way("", time, fee_lines(channel.fees), channel.note or "")
        rows.setdefault(way, []).append(channel.kind)
    return tuple(replace(way, name=_names(kinds)) for way, kinds in rows.items())


def case_times(procedure: Procedure) -> tuple[CaseTime, ...]:
    """Time limits by case, each once."""
    found = (
        CaseTime("" if fold(c.case) == fold(procedure.name) else c.case, say_time(c.limit))
        for c in procedure.case_limits
    )
    return tuple(dict.fromkeys(found))


def time_answer(procedure: Procedure) -> Answer:
    """How long it takes: by way, and by case where that says something else."""

    def answer(channel: Channel) -> str:
        return say_time(channel.limit, procedure.case_limits).brief

    told = {answer(channel) for channel in procedure.channels}
    lines = _by_kind(procedure.channels, answer, " hoặc ")
    cases = [
        text for text in dict.fromkeys(c.time.brief for c in case_times(procedure)) if text not in told
    ]
    if not cases:
        return Answer(lines)
    by_case = _side_by_side(cases, " hoặc ")
    if told <= {UNKNOWN, SEE_NOTE}:
        return Answer((capital(by_case),), "Tùy trường hợp" if len(cases) > 1 else "")
    return Answer(lines, f"Tùy trường hợp: {by_case}")


def fee_answer(procedure: Procedure) -> Answer:
    """How much it costs; several fees of one way may add up, so no "or" stands between."""

    def answer(channel: Channel) -> str:
        lines = fee_lines(channel.fees)
        named = len({line.name for line in lines}) > 1
        return _side_by_side([f"{x.name}: {x.brief}" if named and x.name else x.brief for x in lines], "; ")

    lines = _by_kind(procedure.channels, answer, "; ")
    notes = {line.short_note for channel in procedure.channels for line in fee_lines(channel.fees)}
    one_note = len(notes) == 1 and lines == (FeeState.SEE_NOTE.label,)
    return Answer(lines, notes.pop() if one_note else "")


def _in_order(channels: Iterable[Channel]) -> list[Channel]:
    order = list(ChannelKind)
    return sorted(channels, key=lambda channel: order.index(channel.kind))


def _by_kind(
    channels: Iterable[Channel], answer: Callable[[Channel], str], between: str
) -> tuple[str, ...]:
    """One line where all ways agree, else a line for each group of ways that do."""
    told: dict[ChannelKind, list[str]] = {}
    for channel in _in_order(channels):
        told.setdefault(channel.kind, []).append(answer(channel))
    groups: dict[frozenset[str], list[ChannelKind]] = {}
    for kind, texts in told.items():
        groups.setdefault(frozenset(texts), []).append(kind)
    lines: dict[str, list[ChannelKind]] = {}
    for kinds in groups.values():
        lines.setdefault(_side_by_side(told[kinds[0]], between), []).extend(kinds)
    if len(lines) <= 1:
        return tuple(map(capital, lines or [UNKNOWN]))
    return tuple(f"{_names(kinds)}: {small(text)}" for text, kinds in lines.items())


def _side_by_side(texts: Iterable[str], between: str) -> str:
    """Different answers in one line; "unknown" only where nothing else is said."""
    different = list(dict.fromkeys(texts))
    known = [text for text in different if text.lower() != UNKNOWN] or different[:1]
    if len(known) > MOST:
        return MANY
    return between.join([*known[:1], *map(small, known[1:])])


def _names(kinds: Iterable[ChannelKind]) -> str:
    """Trực tiếp, trực tuyến"""
    return ", ".join(dict.fromkeys(kind.label for kind in kinds)).capitalize()
