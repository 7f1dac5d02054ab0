"""What a loudspeaker says of a matter that residents decide: where to vote, or how many agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds._spoken import paper, when
from generator.kinds.decision.model import Decision
from generator.kinds.decision.view import Line, sheet
from generator.words.money import say_number, say_percent


def spoken(record: Record[Decision], scope: Scope) -> Iterable[str]:
    found, shown = record.data, sheet(record, scope)
    yield f"Nhân dân bàn và quyết định: {found.name}."
    yield f"{shown.state}."
    for line in shown.lines:
        yield from _counted(line) if line.outcome else _coming(line, scope)
    if found.contribution:
        yield f"Mức đóng góp: {found.contribution}."
    yield from paper(found.recognition, "đã công nhận")
    if found.follow_up:
        yield found.follow_up


def occasions(record: Record[Decision], scope: Scope) -> Iterable[date]:
    return (vote.day for vote in record.data.thon)


def _counted(line: Line) -> Iterator[str]:
    if line.outcome:
        votes, percent = line.outcome.votes, line.outcome.percent
        share = f", đạt {say_percent(percent)}" if percent is not None else ""
        counted = f"{say_number(votes.agreed)} trong {say_number(votes.households)} hộ tán thành"
        yield f"{line.thon.text}: {counted}{share}."


def _coming(line: Line, scope: Scope) -> Iterator[str]:
    if line.vote.day >= scope.day:
        yield f"{line.thon.text}: {when(line.vote.day, line.vote.clock)}."
        if line.vote.place:
            yield f"Địa điểm: {line.vote.place}."
